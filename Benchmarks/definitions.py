"""The figures of definitions and rules: expressions, a large definition, a form with many rules, the whole catalogue."""
import json
import os
import re
import shutil
import statistics
import subprocess
import time
import urllib.request

from figures import Figure, ratio
from machine import ROOT, Site, alternating, median, run, say
from visitor import Visitor

HEAD = """service: {name}
procedure: "{code}"
effective_from: 2026-01-01
title: {title}
owners: [self, other, organisation]
limit: {limit}
result: {{title: Kết quả}}
"""
TAIL = """papers:
  form: {title: Tờ khai, form: true}
steps: {use: short}
"""


def quoted(text):
    """A text as YAML reads it back, whatever stands in it."""
    return json.dumps(" ".join(text.split()).replace("|", "/").strip(), ensure_ascii=False)


# MARK: expressions

def feel(machine):
    """`feel.py` in an environment of its own, with the two public implementations."""
    folder = f"{ROOT}/.tools/feel"
    python = f"{folder}/bin/python"
    if not os.path.exists(python):
        run(["python3", "-m", "venv", folder])
        run([python, "-m", "pip", "install", "-q", "pySFeel==1.4.2", "bkflow-feel==1.2.0"])
    program = os.path.join(os.path.dirname(machine.motcua), "bench-rules")
    rows = json.loads(run([python, f"{ROOT}/Benchmarks/feel.py", program, "--json"]))
    known = [row for row in rows if row["peers"]]
    times = [min(row["peers"]) / row["read_and_run"] for row in known]
    whole, alone = (statistics.median(row[key] for row in rows) for key in ("read_and_run", "run"))
    peers = statistics.median(min(row["peers"]) for row in known)
    value = min(times)
    return [
        Figure(
            "FEEL read and run, against the faster of pySFeel and bkflow-feel, the worst expression",
            f"{value:.1f}", "≥ 10",
            f"median {statistics.median(times):.0f} times the faster, {len(known)} expressions that both sides know; "
            f"{whole:.2f} against {peers:.0f} µs", value >= 10),
        Figure(
            "FEEL expressions a second, one processor", f"{1e6 / whole:,.0f}", "",
            f"read, checked and run, median of {len(rows)}; compiled {1e6 / alone:,.0f} a second ({alone:.3f} µs)")]


# MARK: one large definition

def large(name, count=500):
    """A definition with so many questions on pages of 25, four in five with a rule that reads an answer before it."""
    lines = [HEAD.format(name=name, code="1.004884", title="Biểu mẫu lớn | A large form", limit="5 working_days"), "form:"]
    for number in range(count):
        if number % 25 == 0:
            page = f"p{number // 25}"
            lines += [f"  {page}:", f"    title: Trang {number // 25} | Page {number // 25}", "    fields:"]
        # Every fifth is a number that the four after it read.
        read = f"{page}.q{number - number % 5}"
        if number % 5 == 0:
            lines.append(f"      q{number}: {{kind: number, label: Số {number} | Number {number}, minimum: 0, maximum: 999}}")
        elif number % 5 == 4:
            lines += [
                f"      q{number}:", f"        label: Chữ {number} | Text {number}", "        checks:",
                f"          - rule: string length(value) > 1 or {read} < {number % 90}",
                "            message: Quá ngắn | Too short"]
        else:
            lines += [
                f"      q{number}:", f"        label: Chữ {number} | Text {number}",
                f"        when: {read} > {number % 90} and {read} < 900"]
    return "\n".join(lines) + "\n" + TAIL


def parts_of(place):
    """A folder with the shared parts of the project and no definition."""
    folder = os.path.join(place, "services")
    os.makedirs(folder)
    for part in ("components", "steps"):
        shutil.copytree(os.path.join(ROOT, "services", part), os.path.join(folder, part))
    return folder


def definition(machine):
    """The whole command each time: process, reading, checking, and for the second the commit to the database."""
    folder = parts_of(os.path.join(machine.place, "large"))
    site = Site(machine, "large_site", "sqlite")
    site.environment["MOTCUA_SERVICES"] = folder
    checked, saved = [], []
    for number in range(max(5, machine.rounds)):
        name = f"bieu-mau-{number}"
        path = os.path.join(folder, f"{name}.yaml")
        with open(path, "w") as file:
            file.write(large(name))
        began = time.monotonic()
        told = run([machine.motcua, "check", path, "--language", "en"]).splitlines()[-1]
        checked.append(time.monotonic() - began)
        began = time.monotonic()
        site.tells("services", "publish")
        saved.append(time.monotonic() - began)
        os.remove(path)
    value = median(saved) * 1000
    return [
        Figure(
            "a definition with 500 questions checked and saved, the whole command", f"{value:.0f} ms", "< 200 ms",
            f"services publish: process, reading, checking, one commit; check alone {median(checked) * 1000:.0f} ms; "
            f"400 rules; {told}", value < 200)]


# MARK: a form with many rules

def form_of(name, rules, plain=False):
    lines = [
        HEAD.format(name=name, code="1.004884", title="Biểu mẫu | A form", limit="5 working_days"),
        "form:", "  first:", "    title: Trang một | Page one", "    fields:",
        "      amount: {kind: number, label: Số lượng | Amount}",
        "      case: {kind: choice, label: Trường hợp | Case, options: {one: Một | One, two: Hai | Two}}",
        "  many:", "    title: Trang hai | Page two", "    fields:"]
    if plain:
        return "\n".join(lines + ["      q0: Câu hỏi | Question"]) + "\n" + TAIL
    for number in range(rules):
        lines.append(f"      q{number}:")
        lines.append(f"        label: Câu hỏi {number} | Question {number}")
        if number % 2:
            lines.append(f"        when: first.amount > {number % 50} and first.case = \"one\"")
        else:
            lines.append(f"        required: first.amount * 2 > {number} or first.case = \"two\"")
    return "\n".join(lines) + "\n" + TAIL


def form(machine):
    """A page of 100 questions with 100 rules, its answers given, against the same page of one question without a rule."""
    folder = parts_of(os.path.join(machine.place, "forms"))
    for name, plain in (("nhieu-cau-hoi", False), ("mot-cau-hoi", True)):
        with open(os.path.join(folder, f"{name}.yaml"), "w") as file:
            file.write(form_of(name, 100, plain))
    site = Site(machine, "forms_site", "sqlite", [machine.bench_server])
    site.environment["MOTCUA_SERVICES"] = folder
    site.tells("services", "publish")
    site.tells("services", "on", "all", "--agency", "H99.41")
    site.start()
    agency = site.sql("SELECT id FROM agency WHERE code = 'H99.41'")[0][0]
    lists, sizes, fields, someone = {}, {}, {}, None
    for name in ("nhieu-cau-hoi", "mot-cau-hoi"):
        someone = someone or Visitor(site.port, "cong.dan@mau.example")
        html = someone.opens(f"/dich-vu/{name}")
        html = someone.opens(someone.sends(f"/dich-vu/{name}/ban-nhap", someone.token(html) + [("agency", agency)]))
        for _ in range(10):
            if "many.q0" in html:
                break
            action, pairs = someone.answers(html)
            pairs = [(key, {"first.amount": "400", "first.case": "one"}.get(key, value)) for key, value in pairs]
            html = someone.opens(someone.sends(action, pairs))
        page = someone.address
        action, pairs = someone.answers(html)
        someone.sends(action, pairs)
        html = someone.opens(page)
        fields[name] = len(set(re.findall(r'name="(many\.q\d+)"', html)))
        sizes[name] = len(html.encode())
        lists[name] = f"{site.data}/{name}.txt"
        with open(lists[name], "w") as file:
            file.write(page + "\n")
    lists["bare"] = f"{site.data}/bare.txt"
    with open(lists["bare"], "w") as file:
        file.write(f"/bare/{sizes['nhieu-cau-hoi']}\n")
    cookie = someone.cookie
    rates = alternating(
        machine.rounds, many=lambda: site.wrk("pages.lua", lists["nhieu-cau-hoi"], cookie)["rate"],
        one=lambda: site.wrk("pages.lua", lists["mot-cau-hoi"], cookie)["rate"],
        bare=lambda: site.wrk("pages.lua", lists["bare"], cookie)["rate"])
    site.stop()
    first = ratio(
        "form page with 100 questions and 100 rules, answered, against one with one question", rates["many"],
        rates["one"], 0.33, "pages/s")
    first.detail += (
        f"; {fields['nhieu-cau-hoi']} questions shown, {sizes['nhieu-cau-hoi'] / 1000:.0f} against "
        f"{sizes['mot-cau-hoi'] / 1000:.0f} kB")
    return [first, ratio(
        "the same against a bare route with as many bytes", rates["many"], rates["bare"], None, "pages/s")]


# MARK: the whole catalogue online

def generated(folder, count=6_842):
    """So many definitions from the records of the catalogue: their titles, papers, limits; ten questions; steps in turn."""
    reference = os.environ.get("MOTCUA_REFERENCE_DATA", f"{ROOT}/../shared/data") + "/national-procedures.jsonl"
    if not os.path.exists(reference):
        reference = f"{ROOT}/services/catalogue/procedures.jsonl"
    with open(reference) as file:
        records = [json.loads(line) for line in file if line.strip()]
    steps = ["short", "sequential", "inspected"]
    for number in range(count):
        record = records[number % len(records)]
        name = f"dich-vu-{number}"
        titles = [item["name"] for case in record["dossier"] for item in case["items"] if item["name"]][:12]
        limits = [channel["time_limit"]["value"] for channel in record["channels"] if channel.get("time_limit")]
        days = min(400, max(1, int(limits[0]))) if limits and limits[0] else 10
        title = json.dumps({"vi": " ".join(record["name"].split()), "en": f"Service {number}"}, ensure_ascii=False)
        lines = [HEAD.format(
            name=name, code=record["code"], title=title, limit=f"{days} working_days").rstrip(), "form:"]
        for page in ("applicant", "matter"):
            lines += [f"  {page}:", f"    title: Trang {page} | Page {page}", "    fields:"]
            if page == "applicant":
                lines += [
                    "      full_name: \"Họ, chữ đệm, tên | Full name\"",
                    "      kind: {kind: choice, label: Ai nộp | Who files, options: {one: Cá nhân | Person, firm: Tổ chức | Firm}}",
                    "      tax: {label: Mã số | Number, when: this.kind = \"firm\"}",
                    "      phone: {kind: phone, label: Điện thoại | Telephone}",
                    "      street: Địa chỉ | Address"]
            else:
                lines += [
                    "      from: {kind: date, label: Từ ngày | From}",
                    "      copies: {kind: number, label: Số bản | Copies, whole: true, minimum: 1, maximum: 99}",
                    "      why: {kind: long_text, label: Lý do | Reason, required: this.copies > 5}",
                    "      before: {kind: yes_no, label: Đã nộp trước đây | Filed before}",
                    "      number: {label: Mã hồ sơ | Number, when: this.before}"]
        lines += ["papers:", "  form: {title: Tờ khai, form: true}"]
        lines += [f"  paper_{index}: {{title: {quoted(text)}}}" for index, text in enumerate(titles)]
        lines += [
            "fees:", "  fee: {title: Lệ phí | Fee, amount: matter.copies * 8000}",
            f"steps: {{use: {steps[number % 3]}}}"]
        with open(os.path.join(folder, f"{name}.yaml"), "w") as file:
            file.write("\n".join(lines) + "\n")


def catalogue(machine):
    """Start with every procedure of the national catalogue online: until the first search and the first service."""
    folder = parts_of(os.path.join(machine.place, "all"))
    generated(folder)
    site = Site(machine, "all_site", "sqlite")
    site.environment["MOTCUA_SERVICES"] = folder
    began = time.monotonic()
    done = subprocess.run([machine.motcua, "services", "publish"], env=site.environment, capture_output=True, text=True)
    published = sum(line.startswith("published") for line in done.stdout.splitlines())
    say(f"  {published} published in {time.monotonic() - began:.0f} s")
    seconds, memory, peak, service = [], [], [], []
    for number in range(max(3, machine.rounds)):
        seconds.append(site.start())
        began = time.monotonic()
        urllib.request.urlopen(f"http://127.0.0.1:{site.port}/dich-vu/dich-vu-{number + 7}", timeout=30).read()
        service.append(time.monotonic() - began)
        memory.append(site.memory()[0])
        peak.append(site.memory()[1])
        site.stop()
    value = median(seconds)
    return [Figure(
        f"start with {published:,} definitions published", f"{value:.2f} s", "< 3 s",
        f"until the search page over the national catalogue is answered; the page of a service then takes "
        f"{median(service) * 1000:.0f} ms; {median(memory):.0f} MB resident, {median(peak):.0f} MB at most", value < 3)]
