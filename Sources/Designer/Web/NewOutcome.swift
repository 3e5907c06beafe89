import Catalogue
import DesignSystem
import Kernel
import Site

// New parts of what comes out of a case: registers, columns, messages, variables.
extension NewPart {
    /// What a draft and its site know that a new part may be made of.
    struct Known: Sendable {
        var answers: [KnownAnswer] = []
        /// The registers to which services in force write.
        var registers: [RegisterRule] = []
    }

    /// Nil for a part of another kind.
    static func outcome(
        _ kind: PartKind, _ form: FormValues, taken: [String], _ known: Known
    ) -> Result<(String, YAMLValue), PartForm.Unread>? {
        switch kind {
        case .register: register(form, taken, known.registers)
        case .message: message(form, taken)
        case .column: column(form, taken, known.answers)
        case .variable: variable(form, taken, known.answers)
        default: nil
        }
    }

    private static func register(
        _ form: FormValues, _ taken: [String], _ known: [RegisterRule]
    ) -> Result<(String, YAMLValue), PartForm.Unread> {
        if let one = known.first(where: { $0.key == form[field(.register, "known")] && !taken.contains($0.key) }) {
            return .success((one.key, written(one)))
        }
        return named(.register, form).map { name, key in
            // The check asks for its columns.
            (KeyName.of(key, taken: taken, usual: "so"), .map([.init("title", name), .init("columns", .map([]))]))
        }
    }

    /// A register as another service writes it: several services share one only when it is the same in all of them.
    private static func written(_ register: RegisterRule) -> YAMLValue {
        let columns = register.columns.map { column in
            YAMLValue.Entry(
                column.key,
                .map(
                    [.init("title", .phrase(column.title)), .init("rule", .text(column.rule))]
                        + (column.gives == .text ? [] : [.init("gives", .text(column.gives.rawValue))])))
        }
        return .map(
            [.init("title", .phrase(register.title))]
                + (register.series.map { [.init("series", .text($0))] } ?? []) + [.init("columns", .map(columns))])
    }

    private static func message(
        _ form: FormValues, _ taken: [String]
    ) -> Result<(String, YAMLValue), PartForm.Unread> {
        let event = form[field(.message, "event")]
        let (vi, en) = (
            PartForm.lines(form[field(.message, "vi")]), PartForm.lines(form[field(.message, "en")])
        )
        var problems: [FieldProblem] = []
        if MessageRule.Event(rawValue: event) == nil || taken.contains(event) {
            problems.append(
                FieldProblem(
                    field(.message, "event"), Phrase(vi: "Hãy chọn khi nào báo.", en: "Choose when it is told.")))
        }
        if vi.isEmpty {
            problems.append(
                FieldProblem(
                    field(.message, "vi"), Phrase(vi: "Hãy viết nội dung.", en: "Write the text in Vietnamese.")))
        }
        guard problems.isEmpty else { return .failure(PartForm.Unread(problems: problems)) }
        return .success((event, .map([.init("text", PartForm.longPhrase(vi, en))])))
    }

    private static func column(
        _ form: FormValues, _ taken: [String], _ known: [KnownAnswer]
    ) -> Result<(String, YAMLValue), PartForm.Unread> {
        source(.column, form).flatMap { rule in
            let answer = known.first { $0.name == rule }
            // A column is called after its question where nothing else is said.
            let isNamed = ["vi", "en"].contains { !form[field(.column, $0)].isEmpty } || answer == nil
            return
                (isNamed ? named(.column, form) : .success((.phrase(answer?.label ?? Phrase(same: rule)), last(rule))))
                .map { title, key in
                    let gives = answer?.given.map { [YAMLValue.Entry("gives", .text($0.rawValue))] } ?? []
                    return (
                        KeyName.of(key, taken: taken, usual: "cot"),
                        .map([.init("title", title), .init("rule", .text(rule))] + gives)
                    )
                }
        }
    }

    private static func variable(
        _ form: FormValues, _ taken: [String], _ known: [KnownAnswer]
    ) -> Result<(String, YAMLValue), PartForm.Unread> {
        source(.variable, form).flatMap { rule in
            let name = form[field(.variable, "name")]
            if name.isEmpty, !known.contains(where: { $0.name == rule }) {
                return .failure(
                    PartForm.Unread(problems: [
                        FieldProblem(
                            field(.variable, "name"),
                            Phrase(
                                vi: "Hãy đặt tên cho biến, ví dụ: số con.", en: "Name the variable, such as: children.")
                        )
                    ]))
            }
            let facts = TextFact.allCases.map(\.rawValue)
            return .success(
                (KeyName.of(name.isEmpty ? last(rule) : name, taken: taken + facts, usual: "bien"), .text(rule)))
        }
    }

    /// What a question is called in a rule, without its page: `person.full_name` is `full name`.
    private static func last(_ rule: String) -> String {
        let name = rule.filter { $0 != "(" && $0 != ")" }.split(separator: ".").last ?? ""
        return String(name).replacing("_", with: " ")
    }

    private static func source(_ kind: PartKind, _ form: FormValues) -> Result<String, PartForm.Unread> {
        PartForm(kind, .map([])).readSources(field(kind, "rule"), field(kind, "other"), form).flatMap { rule in
            if !rule.isEmpty { return .success(rule) }
            return .failure(
                PartForm.Unread(problems: [
                    FieldProblem(
                        field(kind, "rule"),
                        Phrase(vi: "Hãy chọn câu hỏi, hoặc viết công thức.", en: "Choose a question, or write a rule."))
                ]))
        }
    }

    /// Its name as it is written, and what its key is made from.
    private static func named(
        _ kind: PartKind, _ form: FormValues
    ) -> Result<(YAMLValue, String), PartForm.Unread> {
        let (vi, en) = (form[field(kind, "vi")], form[field(kind, "en")])
        if vi.isEmpty {
            return .failure(
                PartForm.Unread(problems: [
                    FieldProblem(field(kind, "vi"), Phrase(vi: "Hãy điền tên.", en: "Fill in the name."))
                ]))
        }
        return .success((DraftFromProcedure.wording(untranslated: vi, en), en.isEmpty ? vi : en))
    }
}
