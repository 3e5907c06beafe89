import Catalogue
import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// Chooses a condition: answer, comparison, value, joined by *and* or *or*; the rule that it becomes stands below.
struct ConditionPage {
    let open: OpenDraftFile
    let path: [String]
    let answers: [KnownAnswer]
    /// The condition as it is chosen now; nil when the rule is of another form.
    let condition: Condition?
    let rule: String
    var problems: [FieldProblem] = []
    /// What was sent, when it is shown again.
    var sent: FormValues?

    private var id: ServiceDraft.ID { open.draft.id }

    func page(_ request: Request) -> Page {
        let entry = YAMLValue.Entry(path.last ?? "", open.value[path: path] ?? .null)
        let name = PartName.phrase(entry, Array(path.dropLast()))
        return DesignerFrame(open: open).page(
            Phrase(vi: "Chỉ áp dụng khi", en: "Only when"), at: "", lead: name,
            above: [(name, DesignerPaths.part(id, at: path))], notice: DesignerNotice.banner(request),
            problems: problems
        ) {
            Narrow {
                if let condition {
                    if !rule.isEmpty { Inset { p { code(rule) } } }
                    form(condition)
                } else {
                    Banner(
                        .info,
                        Phrase(
                            vi: "Điều kiện này viết bằng công thức, không chọn từng phần được",
                            en: "This rule is written as a formula and cannot be chosen part by part")
                    ) {
                        p { code(rule) }
                        p {
                            a(
                                Phrase(vi: "Sửa công thức", en: "Change the formula"),
                                .href(DesignerPaths.part(id, at: path)))
                        }
                    }
                }
            }
        }
    }

    private func form(_ condition: Condition) -> Markup {
        postForm(to: DesignerPaths.condition(id)) {
            hiddenField("o", path.joined(separator: "/"))
            hiddenField("seen", String(open.draft.version))
            Field(
                "joint",
                condition.comparisons.count > 1
                    ? Phrase(vi: "Cần thỏa mãn", en: "What must hold")
                    : Phrase(
                        vi: "Khi có nhiều điều kiện, cần thỏa mãn", en: "With several conditions, what must hold"),
                .choice(
                    sent?["joint"] ?? condition.joint.rawValue,
                    [
                        Choice("and", Phrase(vi: "Tất cả", en: "All of them")),
                        Choice("or", Phrase(vi: "Ít nhất một", en: "At least one")),
                    ]))
            for index in 0...condition.comparisons.count { row(index, condition) }
            ButtonRow {
                Button(
                    Phrase(vi: "Lưu điều kiện", en: "Save the condition"), name: "do", value: "save",
                    effect: Phrase(
                        vi: "Sau khi lưu có thêm một dòng trống.", en: "After saving there is one more empty line."))
            }
        }
    }

    private func row(_ index: Int, _ condition: Condition) -> Markup {
        let one = condition.comparisons.indices.contains(index) ? condition.comparisons[index] : nil
        let number = index + 1
        let field = sent?["field.\(index)"] ?? one?.field ?? ""
        // Values are chosen from a list where the saved answer has one.
        let known = one.flatMap { one in answers.first { $0.name == one.field } }
        return fieldGroup(Phrase(vi: "Điều kiện \(number)", en: "Condition \(number)")) {
            Field(
                "field.\(index)", Phrase(vi: "Câu trả lời", en: "Answer"),
                .select(field, choices(field.isEmpty ? nil : field)), optional: one == nil)
            Field(
                "sign.\(index)", Phrase(vi: "So sánh", en: "Comparison"),
                .select(sent?["sign.\(index)"] ?? one?.sign.rawValue ?? "=", Self.signs),
                optional: one == nil)
            if let known, !known.options.isEmpty {
                Field(
                    "value.\(index)", .comparedValue,
                    .select(sent?["value.\(index)"] ?? one?.value ?? "", known.options),
                    problem: problems["value.\(index)"])
            } else {
                Field(
                    "value.\(index)", .comparedValue,
                    .text(sent?["value.\(index)"] ?? one.map { ValueWords.shown($0.value) } ?? ""),
                    help: Phrase(
                        vi: "Tên lựa chọn, “có”, “không”, một số, một ngày, hoặc “trống”.",
                        en: "The name of an option, “yes”, “no”, a number, a day, or “empty”."), optional: one == nil,
                    problem: problems["value.\(index)"])
            }
        }
    }

    private func choices(_ field: String?) -> [Choice] {
        let known = answers.map { Choice($0.name, $0.title) }
        guard let field, !answers.contains(where: { $0.name == field }) else { return known }
        return known + [Choice(field, Phrase(same: field))]
    }

    private static let signs = [
        Choice("=", Phrase(vi: "là", en: "is")), Choice("!=", Phrase(vi: "không phải là", en: "is not")),
        Choice("<=", Phrase(vi: "nhiều nhất", en: "at most")), Choice("<", Phrase(vi: "dưới", en: "less than")),
        Choice(">=", Phrase(vi: "ít nhất", en: "at least")), Choice(">", Phrase(vi: "trên", en: "more than")),
    ]
}

extension Phrase {
    static let comparedValue = Phrase(vi: "Giá trị", en: "Value")
}

/// An answer that rules may read, with the values to choose from.
struct KnownAnswer: Sendable {
    let name: String
    let title: Phrase
    /// As rules write them; empty where anything may be typed.
    let options: [Choice]

    /// Those of a definition, in the order in which they are asked; of a group its number of entries.
    static func all(_ definition: ServiceDefinition) -> [KnownAnswer] {
        var known = [
            KnownAnswer(
                name: "owner", title: Phrase(vi: "Nộp cho ai", en: "For whom it is filed"),
                options: definition.owners.map { owner in
                    let words = ownerChoices.first { $0.value == owner.rawValue }?.label
                    return Choice("\"\(owner.rawValue)\"", words ?? Phrase(same: owner.rawValue))
                }),
            KnownAnswer(
                name: "channel", title: Phrase(vi: "Cách nộp", en: "Channel"),
                options: [
                    Choice("\"online\"", Phrase(vi: "trực tuyến", en: "online")),
                    Choice("\"counter\"", Phrase(vi: "tại quầy", en: "at the counter")),
                    Choice("\"post\"", Phrase(vi: "bưu chính", en: "by post")),
                ]),
        ]
        for page in definition.form {
            for field in page.fields { add(field, page.key, page.title, &known) }
        }
        return known
    }

    private static var ownerChoices: [Choice] {
        for key in PartKind.generalKeys where key.key == "owners" {
            if case .choices(let choices) = key.kind { return choices }
        }
        return []
    }

    private static func add(_ field: FormField, _ around: String, _ title: Phrase, _ known: inout [KnownAnswer]) {
        let name = "\(around).\(field.key)"
        let words = Phrase(vi: "\(title.vi) › \(field.label.vi)", en: "\(title.en) › \(field.label.en)")
        switch field.kind {
        case _ where field.kind.isComposite: for part in field.fields { add(part, name, words, &known) }
        case .group, .table:
            known.append(
                KnownAnswer(
                    name: "count(\(name))",
                    title: Phrase(vi: "\(words.vi): số mục", en: "\(words.en): number of entries"), options: []))
        case .choice:
            known.append(
                KnownAnswer(
                    name: name, title: words,
                    options: field.options.map { Choice("\"\($0.value)\"", $0.label) } + [ValueWords.empty]))
        case .yesNo:
            known.append(
                KnownAnswer(
                    name: name, title: words, options: [Choice("true", .yes), Choice("false", .no), ValueWords.empty]))
        default: known.append(KnownAnswer(name: name, title: words, options: []))
        }
    }
}

/// Values as people type them, and as rules write them.
enum ValueWords {
    static let empty = Choice("null", Phrase(vi: "trống", en: "empty"))

    static func shown(_ value: String) -> String {
        if value == "null" { return "trống" }
        if value.hasPrefix("date(\"") { return Day(String(value.dropFirst(6).dropLast(2)))?.phrase.vi ?? value }
        if value.hasPrefix("\"") { return String(value.dropFirst().dropLast()) }
        return value
    }

    /// As rules write it: an option by its name or its words, a number, a day, a text.
    static func read(_ typed: String, for answer: KnownAnswer?) -> String {
        let folded = Folding.fold(typed)
        if let option = answer?.options.first(where: { choice in
            choice.value == typed || Folding.fold(choice.label.vi) == folded || Folding.fold(choice.label.en) == folded
                || choice.value == "\"\(typed)\""
        }) {
            return option.value
        }
        if ["trong", "empty", "null"].contains(folded) { return "null" }
        if ["true", "false"].contains(typed) { return typed }
        let number = typed.replacing(".", with: "").replacing(",", with: ".")
        if Double(number) != nil { return number }
        if typed.contains(where: { "/-".contains($0) }), let day = Day(typed: typed) { return "date(\"\(day)\")" }
        return "\"\(typed.filter { $0 != "\"" && $0 != "\\" })\""
    }
}
