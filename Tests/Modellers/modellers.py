"""Exported steps against the schema of BPMN 2.0 and in other programs; see Tests/Modellers/run."""
import importlib.resources
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

from lxml import etree
from playwright.sync_api import sync_playwright
from SpiffWorkflow.bpmn.parser.BpmnParser import BpmnParser

ROOT = Path(__file__).resolve().parents[2]
PAGE = """<!doctype html><meta charset="utf-8"><div id="canvas" style="width:3600px;height:1500px"></div>
<script src="modeler.js"></script>"""
OPEN = """async (xml) => {
    const modeler = window.modeler = window.modeler || new BpmnJS({container: '#canvas'});
    const {warnings} = await modeler.importXML(xml);
    modeler.get('canvas').zoom('fit-viewport');
    return {warnings: warnings.map(w => w.message), xml: (await modeler.saveXML({format: true})).xml};
}"""

# What a person does to a branch: into another lane, and away.
CHANGE = """async ([branch, lane]) => {
    const registry = modeler.get('elementRegistry'), modeling = modeler.get('modeling');
    const shape = registry.get(branch);
    if (lane) {
        const box = registry.get(lane);
        modeling.moveElements([shape], {x: 0, y: box.y + box.height / 2 - shape.y - 40}, registry.get('agency'));
    } else {
        modeling.removeElements([shape]);
    }
    return (await modeler.saveXML({format: true})).xml;
}"""


def motcua(program, *words, services=None):
    environment = dict(os.environ, MOTCUA_SERVICES=str(services)) if services else os.environ
    done = subprocess.run(
        [program, "service", "bpmn", *map(str, words)], capture_output=True, text=True, env=environment)
    if done.returncode:
        sys.exit(f"motcua service bpmn {' '.join(map(str, words))}: {done.stdout}{done.stderr}")
    return done.stdout


def made_up(folder, count, seed=422):
    """Step templates by lot, so that more than the project's own shapes are seen."""
    chosen = random.Random(seed)
    steps = folder / "steps"
    steps.mkdir(parents=True)
    for number in range(count):
        names = [f"s{index}" for index in range(1, 2 + chosen.randrange(7))]
        lines = [f"title: Mẫu {number} | Template {number}", "steps:"]
        for name in names:
            lines += [
                f"  {name}:", f"    title: Bước {name} & <{number}> | Step {name}",
                f"    role: {chosen.choice(['one_stop', 'specialist', 'head', 'leader'])}",
                f"    official: {chosen.randrange(1, 11)}"]
            if chosen.random() < 0.4:
                lines.append(f"    limit: {chosen.randrange(1, 9)} {chosen.choice(['days', 'working_days', 'hours'])}")
            lines += branches(chosen, names) + timers(chosen)
            lines.append("    acts:")
            for act in range(1 + chosen.randrange(4)):
                kind = chosen.choice(["move", "move", "receive", "finish", "supplement", "refuse", "give"])
                to = f", to: {chosen.choice(names)}" if kind in ("move", "receive", "finish") else ""
                when = ", when: \"a.b > 3 and a.c = 'x'\"".replace("'", "\\\"") if chosen.random() < 0.3 else ""
                lines.append(
                    f"      a{act}: {{title: Hành động {act} | Act {act}, kind: {kind}{to}{when}}}")
        (steps / f"made-{number}.yaml").write_text("\n".join(lines) + "\n")


def branches(chosen, names):
    """Work beside each other, now and then: in any lane, at other agencies, under conditions, with every kind of join."""
    if chosen.random() < 0.5:
        return []
    lines = ["    parallel:"]
    for number in range(1 + chosen.randrange(4)):
        parts = [f"title: Nhánh {number} | Branch {number}",
                 f"role: {chosen.choice(['one_stop', 'specialist', 'head', 'leader'])}"]
        if chosen.random() < 0.4:
            parts.append(f"at: {chosen.choice(['chosen', 'H99.41.05'])}")
        if chosen.random() < 0.3:
            parts.append(f"limit: {chosen.randrange(1, 9)} {chosen.choice(['days', 'working_days', 'hours'])}")
        if chosen.random() < 0.3:
            parts.append("when: a.b > 3")
        lines.append(f"      b{number}: {{{', '.join(parts)}}}")
    lines.append(f"    join: {chosen.choice(['all', 'all', 'any', '2'])}")
    return lines + [f"    to: {chosen.choice(names)}"]


def timers(chosen):
    if chosen.random() < 0.6:
        return []
    lines = ["    timers:"]
    for number in range(1 + chosen.randrange(3)):
        does = chosen.choice(["remind: true", "tell: head", "act: a0", "act: a0, note: Quá hạn | Overdue, waiting: true"])
        lines.append(f"      t{number}: {{after: {chosen.randrange(1, 9)} working_days, {does}}}")
    return lines


def schema():
    place = importlib.resources.files("SpiffWorkflow.bpmn.parser") / "schema" / "BPMN20.xsd"
    return etree.XMLSchema(etree.parse(str(place)))


def loads(file):
    parser = BpmnParser()
    parser.add_bpmn_file(str(file))
    (process,) = parser.get_process_ids()
    return parser.get_spec(process)


def changes_count(program, page, place):
    """A branch that is moved or deleted in bpmn-js is moved or deleted here."""
    steps = place / "changed" / "steps"
    steps.mkdir(parents=True)
    branch = "{{title: Nhánh {0} | Branch {0}, role: {1}, limit: 3 working_days{2}}}"
    lines = ["title: Đổi | Changed", "steps:"]
    for name, role, rest in [("first", "one_stop", "acts: {go: {title: Đi | Go, kind: receive, to: both}}"),
                             ("both", "specialist", "to: last, join: 2, parallel: {%s}" % ", ".join(
                                 f"{key}: " + branch.format(key, "head", when)
                                 for key, when in [("a", ""), ("b", ", at: chosen"), ("c", ", when: a.b")])),
                             ("last", "leader", "acts: {give: {title: Trả | Give, kind: give}}")]:
        lines.append(f"  {name}: {{title: Bước {name} | Step {name}, role: {role}, official: 4, {rest}}}")
    (steps / "both.yaml").write_text("\n".join(lines) + "\n")
    file, saved = place / "both.bpmn", place / "changed.bpmn"
    motcua(program, "export", "steps/both", "--output", file, services=place / "changed")
    before = motcua(program, "import", file)
    page.evaluate(OPEN, file.read_text())
    saved.write_text(page.evaluate(CHANGE, ["branch.both.a", "lane.leader"]))
    moved = motcua(program, "import", saved)
    told, wanted = changed(before, moved)
    if told or wanted != [("role: head", "role: leader")]:
        sys.exit(f"a branch that was moved in bpmn-js: {told} {wanted}\n{moved}")
    saved.write_text(page.evaluate(CHANGE, ["branch.both.a", None]))
    rest = motcua(program, "import", saved)
    if " a:" in rest or not all(f" {key}:" in rest for key in "bc"):
        sys.exit(f"a branch that was deleted in bpmn-js:\n{rest}")
    print("a branch that is moved or deleted in bpmn-js is moved or deleted in the steps")


def changed(before, after):
    """The lines that were told, and the words that differ, of two texts of as many lines."""
    told = [line for line in after.splitlines() if line.startswith("#")]
    words = [[part for part in text.replace("{", ",").replace("}", ",").replace("\n", ",").split(",")] for text in (before, after)]
    return told, [(one.strip(), other.strip()) for one, other in zip(*words) if one.strip() != other.strip()]


def main(program, pictures):
    with tempfile.TemporaryDirectory() as place:
        place = Path(place)
        out = place / "out"
        motcua(program, "export", "--output", out, services=ROOT / "services")
        made_up(place / "services", 40)
        motcua(program, "export", "--output", out, services=place / "services")
        files = sorted(out.glob("*.bpmn"))
        standard = schema()
        unknown = 0
        for file in files:
            if not standard.validate(etree.parse(str(file))):
                sys.exit(f"{file.name} does not fit BPMN20.xsd: {standard.error_log}")
            # SpiffWorkflow has no complex gateway, the one that BPMN has for a join of so many answers.
            if "<bpmn:complexGateway" in file.read_text():
                unknown += 1
            elif not loads(file).task_specs:
                sys.exit(f"{file.name}: SpiffWorkflow found no task")
        print(f"{len(files)} exports fit BPMN20.xsd, and {len(files) - unknown} without a complexGateway are loaded by "
              "SpiffWorkflow")
        (place / "page.html").write_text(PAGE)
        script = importlib.resources.files("django_bpmn") / "static/django_bpmn/js/bpmn-modeler.development.js"
        (place / "modeler.js").write_bytes(script.read_bytes())
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
            page = browser.new_page(viewport={"width": 3600, "height": 1500})
            page.goto((place / "page.html").as_uri())
            for file in files:
                opened = page.evaluate(OPEN, file.read_text())
                if opened["warnings"]:
                    sys.exit(f"{file.name}: bpmn-js warns: {opened['warnings']}")
                saved = place / "saved.bpmn"
                saved.write_text(opened["xml"])
                if motcua(program, "import", saved) != motcua(program, "import", file):
                    sys.exit(f"{file.name}: what bpmn-js saved is read as other steps")
                if pictures:
                    page.screenshot(path=f"{pictures}/{file.stem}.png")
            changes_count(program, page, place)
            browser.close()
        print(f"{len(files)} exports are opened by bpmn-js and come back as the same steps")


main(sys.argv[1], sys.argv[2])
