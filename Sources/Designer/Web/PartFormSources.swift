import Catalogue
import DesignSystem
import Kernel
import Markup
import Site
import Wording

// What is chosen from a list or given by a rule; texts of several lines; lists; ages; assignments.
extension PartForm {
    // MARK: one of what is there, or a rule

    /// What may be chosen for a key.
    func choosable(_ key: String) -> [Choice] {
        if kind == .question, key == "locked" {
            return [Choice("true", Phrase(vi: "Khóa, không sửa được", en: "Locked, it cannot be changed"))]
        }
        guard kind == .question, key == "default" else { return chosen[key] ?? [] }
        switch FieldKind(rawValue: value["kind"]?.text ?? "text") {
        case .choice:
            return (value["options"]?.entries ?? []).map { option in
                Choice("\"\(option.key)\"", Self.label(option.value) ?? Phrase(same: option.key))
            }
        case .yesNo: return [Choice("true", .yes), Choice("false", .no)]
        case .date: return [Choice("today()", Phrase(vi: "Ngày nộp", en: "The day of filing"))]
        default: return []
        }
    }

    @MarkupBuilder func source(_ key: PartKey) -> [Markup] {
        sources(
            key.key, "\(key.key).rule", said(key.key)?.text ?? "", key.title, Self.other(key.key), choosable(key.key),
            help: key.help, isOptional: key.isOptional, isLine: ["service", "filled_from"].contains(key.key))
    }

    /// A list to choose from, and a box for what it does not hold; the box alone where there is nothing to choose.
    @MarkupBuilder func sources(
        _ name: String, _ box: String, _ text: String, _ title: Phrase, _ other: Phrase, _ choices: [Choice],
        help: Phrase? = nil, isOptional: Bool, isLine: Bool = false
    ) -> [Markup] {
        let isChosen = choices.contains { $0.value == text }
        if !choices.isEmpty {
            Field(
                name, title, .select(sent?[name] ?? (isChosen ? text : ""), choices, empty: Self.none),
                help: help, optional: isOptional, problem: problems[name])
        }
        Field(
            box, choices.isEmpty ? title : other,
            isLine
                ? .text(sent?[box] ?? (isChosen ? "" : text))
                : .longText(sent?[box] ?? (isChosen ? "" : text), rows: 2), help: choices.isEmpty ? help : nil,
            optional: isOptional || !choices.isEmpty, problem: problems[box])
    }

    static let none = Phrase(vi: "Không chọn", en: "None")
    static let orRule = Phrase(vi: "Hoặc theo công thức", en: "Or by a rule")

    private static func other(_ key: String) -> Phrase {
        switch key {
        case "service": Phrase(vi: "Hoặc tên ngắn của dịch vụ", en: "Or the short name of the service")
        case "filled_from":
            Phrase(vi: "Hoặc tên ngắn của sổ và cột, như so.cot", en: "Or the short names of register and column")
        default: orRule
        }
    }

    /// What list and box say together; empty where neither says anything.
    func readSources(_ name: String, _ box: String, _ form: FormValues) -> Result<String, Unread> {
        let (chosen, rule) = (form[name], form[box].replacing("\r\n", with: "\n"))
        if !chosen.isEmpty, !rule.isEmpty {
            return .failure(
                Unread(problems: [
                    FieldProblem(
                        box,
                        Phrase(
                            vi: "Chọn trong danh sách, hoặc viết vào ô này: một trong hai.",
                            en: "Choose in the list, or write here: one of the two."))
                ]))
        }
        return .success(chosen.isEmpty ? rule : chosen)
    }

    // MARK: texts

    func long(_ key: PartKey) -> Field {
        Field(
            key.key, key.title, .longText(sent?[key.key] ?? said(key.key)?.text ?? "", rows: 12), help: key.help,
            optional: key.isOptional, problem: problems[key.key])
    }

    @MarkupBuilder func longWording(_ key: PartKey) -> [Markup] {
        let phrase = said(key.key).flatMap(Phrase.init(written:))
        let same = phrase.map { $0.vi == $0.en } ?? false
        fieldGroup(key.title, help: key.help) {
            Field(
                "\(key.key).vi", Phrase(vi: "Tiếng Việt", en: "Vietnamese"),
                .longText(sent?["\(key.key).vi"] ?? phrase?.vi ?? "", rows: 3), problem: problems["\(key.key).vi"])
            Field(
                "\(key.key).en", Phrase(vi: "Tiếng Anh", en: "English"),
                .longText(sent?["\(key.key).en"] ?? (same ? "" : phrase?.en ?? ""), rows: 3), optional: true,
                problem: problems["\(key.key).en"])
        }
    }

    /// As it is kept: no blanks at the ends of lines, none of them empty at the beginning or the end.
    static func lines(_ text: String) -> String {
        text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
            .map { line in
                var line = line
                while line.last?.isWhitespace == true { line.removeLast() }
                return String(line)
            }.joined(separator: "\n").trimmedLines
    }

    /// A wording of several lines, with or without its English yet.
    static func longPhrase(_ vi: String, _ en: String) -> YAMLValue {
        if !en.isEmpty { return .phrase(Phrase(vi: vi, en: en)) }
        return vi.contains("|") ? .map([.init("vi", .text(vi))]) : .text(vi)
    }

    func list(_ key: PartKey) -> Field {
        let items = said(key.key).map { $0.items?.compactMap(\.text) ?? [$0.text ?? ""] } ?? []
        return Field(
            key.key, key.title, .longText(sent?[key.key] ?? items.joined(separator: "\n"), rows: 3), help: key.help,
            optional: key.isOptional, problem: problems[key.key])
    }

    // MARK: ages

    static let ages = [
        Choice("months", Phrase(vi: "tháng", en: "months")), Choice("days", Phrase(vi: "ngày", en: "days")),
        Choice("years", Phrase(vi: "năm", en: "years")),
    ]

    @MarkupBuilder func age(_ key: PartKey) -> [Markup] {
        let words = (said(key.key)?.text ?? "").split(separator: " ").map(String.init)
        fieldGroup(key.title, help: key.help) {
            div(.class("columns")) {
                Field(
                    "\(key.key).value", Phrase(vi: "Số", en: "Number"),
                    .number(sent?["\(key.key).value"] ?? words.first ?? ""), optional: true,
                    problem: problems["\(key.key).value"])
                Field(
                    "\(key.key).unit", Phrase(vi: "Đơn vị", en: "Unit"),
                    .select(sent?["\(key.key).unit"] ?? (words.count == 2 ? words[1] : "months"), Self.ages))
            }
        }
    }

    // MARK: to whom a case is given

    static let assignments = [
        Choice("load", Phrase(vi: "Người đang có ít hồ sơ nhất", en: "Whoever has the fewest open cases")),
        Choice("turn", Phrase(vi: "Lần lượt từng người", en: "Everybody in turn")),
    ]

    @MarkupBuilder func assignment(_ key: PartKey) -> [Markup] {
        let block = said(key.key)
        let by = block?["by"]?.text ?? block?.text ?? ""
        Field(
            key.key, key.title,
            .choice(
                sent?[key.key] ?? by,
                [
                    Choice(
                        "", Phrase(vi: "Chờ người thuộc vai trò nhận", en: "It waits for whoever of the role takes it"))
                ]
                    + Self.assignments))
        sources(
            "\(key.key).unit", "\(key.key).rule", block?["unit"]?.text ?? "",
            Phrase(vi: "Chuyển đến đơn vị", en: "To the unit"),
            chosen[key.key]?.isEmpty == false
                ? Phrase(vi: "Hoặc đơn vị theo công thức", en: "Or the unit by a rule")
                : Phrase(vi: "Đơn vị theo công thức", en: "The unit by a rule"), chosen[key.key] ?? [],
            help: Phrase(
                vi:
                    "Công thức cho mã đơn vị, cả mã hoặc từ dấu chấm: if site.kind = \"house\" then \".05\" else \".06\". Không có đơn vị đó thì hồ sơ ở lại cơ quan.",
                en:
                    "A rule gives the code of a unit, whole or from its point on: if site.kind = \"house\" then \".05\" else \".06\". Where there is no such unit the case stays."
            ), isOptional: true)
    }

    func readAssignment(_ key: PartKey, _ form: FormValues) -> Result<YAMLValue?, Unread> {
        let by = form[key.key]
        return readSources("\(key.key).unit", "\(key.key).rule", form).map { unit in
            if unit.isEmpty { return by.isEmpty ? nil : .text(by) }
            return .map((by.isEmpty ? [] : [.init("by", .text(by))]) + [.init("unit", .text(unit))])
        }
    }
}

extension String {
    /// Without empty lines at its beginning and its end.
    fileprivate var trimmedLines: String {
        var lines = split(separator: "\n", omittingEmptySubsequences: false)
        while lines.first?.isEmpty == true { lines.removeFirst() }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n")
    }
}
