import Catalogue
import DesignSystem
import Kernel
import Site

/// What a new part says at first, read from the form that adds it.
enum NewPart {
    /// What was typed for a new part that could not be added.
    struct Sent: Sendable {
        let kind: PartKind
        let form: FormValues
    }

    /// What a field of the form is called: on the page of a step several such forms stand below each other.
    static func field(_ kind: PartKind, _ name: String) -> String {
        switch kind {
        case .branch: "new-branch.\(name)"
        case .timer: "new-timer.\(name)"
        case .register: "new-register.\(name)"
        case .message: "new-message.\(name)"
        default: "new.\(name)"
        }
    }

    /// The part's name among those that are there, with what it says.
    static func read(
        _ kind: PartKind, _ form: FormValues, taken: [String], known: Known = Known()
    ) -> Result<(String, YAMLValue), PartForm.Unread> {
        if kind == .timer { return timer(form, taken) }
        if let part = outcome(kind, form, taken: taken, known) { return part }
        func new(_ name: String) -> String { field(kind, name) }
        let (vi, en) = (form[new("vi")], form[new("en")])
        var problems: [FieldProblem] = []
        if vi.isEmpty { problems.append(FieldProblem(new("vi"), Phrase(vi: "Hãy điền tên.", en: "Fill in the name."))) }
        let amount = AmountText.dong(form[new("amount")])
        if kind == .fee, amount == nil {
            problems.append(
                FieldProblem(
                    new("amount"),
                    Phrase(vi: "Hãy điền số tiền, ví dụ 150.000.", en: "Fill in the amount, such as 150.000.")))
        }
        guard problems.isEmpty else { return .failure(PartForm.Unread(problems: problems)) }
        let key = KeyName.of(en.isEmpty ? vi : en, taken: taken, usual: "muc")
        return .success((key, value(kind, vi, en, form, amount: String(amount ?? 0))))
    }

    private static func value(
        _ kind: PartKind, _ vi: String, _ en: String, _ form: FormValues, amount: String
    ) -> YAMLValue {
        let name = DraftFromProcedure.wording(untranslated: vi, en)
        switch kind {
        case .general, .timer, .template, .variable, .message, .register, .column: return .null
        case .page: return .map([.init("title", name), .init("fields", .map([]))])
        case .question: return question(name, form[field(kind, "kind")])
        case .paper: return .map([.init("title", .text(vi)), .init("originals", .text("1"))])
        case .fee: return .map([.init("title", name), .init("amount", .text(amount))])
        // It holds never until somebody says when: the check asks for it.
        case .reduction:
            return .map([.init("title", name), .init("when", .text("false")), .init("percent", .text("100"))])
        case .step:
            return .map([
                .init("title", name), .init("role", .text(role(kind, form))), .init("official", .text("4")),
                .init("acts", .map([])),
            ])
        case .act:
            let act = form[field(kind, "kind")]
            return .map([.init("title", name)] + (act.isEmpty || act == "move" ? [] : [.init("kind", .text(act))]))
        case .branch: return .map([.init("title", name), .init("role", .text(role(kind, form)))])
        }
    }

    private static func role(_ kind: PartKind, _ form: FormValues) -> String {
        let role = form[field(kind, "role")]
        return role.isEmpty ? "specialist" : role
    }

    private static func timer(_ form: FormValues, _ taken: [String]) -> Result<(String, YAMLValue), PartForm.Unread> {
        func new(_ name: String) -> String { field(.timer, name) }
        guard let count = Int(form[new("value")]), (1...9999).contains(count) else {
            return .failure(
                PartForm.Unread(problems: [
                    FieldProblem(
                        new("value"),
                        Phrase(vi: "Hãy điền một số nguyên, ví dụ 3.", en: "Fill in a whole number, such as 3."))
                ]))
        }
        let unit = form[new("unit")].isEmpty ? "working_days" : form[new("unit")]
        let deed = form[new("deed")].isEmpty ? TimerDeeds.reminds.value : form[new("deed")]
        let said = TimerDeeds.changes(deed, from: .map([])).compactMap { change in
            change.value.map { YAMLValue.Entry(change.key, $0) }
        }
        let name = deed.hasPrefix("act:") ? String(deed.dropFirst(4)) : said.first?.key ?? deed
        let key = KeyName.of(name, taken: taken, usual: "hen")
        return .success((key, .map([.init("after", .text("\(count) \(unit)"))] + said)))
    }

    private static func question(_ label: YAMLValue, _ kind: String) -> YAMLValue {
        if kind.hasPrefix("use:") {
            return .map([.init("use", .text(String(kind.dropFirst(4)))), .init("label", label)])
        }
        if kind.isEmpty || kind == "text" { return label }
        var entries: [YAMLValue.Entry] = [.init("kind", .text(kind)), .init("label", label)]
        switch FieldKind(rawValue: kind) {
        case .choice: entries.append(.init("options", .map([])))
        case .group, .table, .composite: entries.append(.init("fields", .map([])))
        default: break
        }
        return .map(entries)
    }
}
