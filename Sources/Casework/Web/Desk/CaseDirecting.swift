import Catalogue
import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// Who works a case: taking it, laying it back, giving it to somebody, passing it to another unit.
struct CaseDirecting {
    static let to = "to"
    static let unit = "unit"
    static let unitNote = "unit_note"

    let opened: OpenedCase
    let problems: [FieldProblem]
    let typed: TypedAct

    private var dossier: Dossier { opened.dossier }

    @MarkupBuilder var content: [Markup] {
        if opened.mayDirect, let step = opened.file.step {
            let people = people(step)
            let units = units
            if !people.isEmpty || !units.isEmpty {
                Disclosure(
                    Phrase(vi: "Giao việc, chuyển đơn vị", en: "Give it to somebody or another unit"),
                    open: problems[Self.to] != nil || problems[Self.unitNote] != nil
                        || problems[Self.unit] != nil || !typed.unitNote.isEmpty || !typed.to.isEmpty
                ) {
                    if !people.isEmpty { assignment(people, step) }
                    if !units.isEmpty { transfer(units) }
                }
            }
        }
    }

    private func people(_ step: Step) -> [Choice] {
        var seen: Set<String> = []
        return opened.candidates(for: step.role).filter { seen.insert($0.account).inserted }.map { one in
            let place = opened.staff.unit(one.unit)?.name.vi ?? one.title
            return Choice(one.account, Phrase(same: "\(one.name) – \(place)"))
        }
    }

    /// The units that may have it: all but the desk and where it is.
    private var units: [Choice] {
        opened.staff.units.filter { !$0.isDesk && $0.id != dossier.unit }.map { Choice($0.id, $0.name) }
    }

    private func assignment(_ people: [Choice], _ step: Step) -> Markup {
        postForm(to: DeskPaths.assignment(opened.id)) {
            hiddenField(CaseActs.seen, String(dossier.version))
            Field(
                Self.to, Phrase(vi: "Giao cho", en: "Given to"),
                .select(typed.to.isEmpty ? dossier.assignee : typed.to, people),
                problem: problems[Self.to])
            ButtonRow {
                Button(Phrase(vi: "Giao", en: "Give"), .secondary)
                if step.role == opened.official.role, dossier.assignee != opened.official.account {
                    Button(Phrase(vi: "Tôi nhận", en: "I take it"), .secondary, name: "take", value: "1")
                }
                if dossier.assignee != nil {
                    Button(
                        Phrase(vi: "Trả về hộp việc chung", en: "Lay it back for all"), .secondary, name: "back",
                        value: "1")
                }
            }
        }
    }

    private func transfer(_ units: [Choice]) -> Markup {
        postForm(to: DeskPaths.transfer(opened.id)) {
            hiddenField(CaseActs.seen, String(dossier.version))
            Field(
                Self.unit, Phrase(vi: "Chuyển sang đơn vị", en: "Pass to the unit"), .select(typed.unit, units),
                problem: problems[Self.unit])
            Field(
                Self.unitNote, Phrase(vi: "Lý do chuyển", en: "Why"), .text(typed.unitNote),
                problem: problems[Self.unitNote])
            ButtonRow { Button(Phrase(vi: "Chuyển đơn vị", en: "Pass it on"), .secondary) }
        }
    }
}
