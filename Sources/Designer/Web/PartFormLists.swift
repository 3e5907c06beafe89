import Catalogue
import DesignSystem
import Kernel
import Markup
import Site

// Keys that hold several things: checks of an answer, limits by case.
extension PartForm {
    private static let mostItems = 50

    /// Boxes for what is written, however much it is, and for one more.
    private static func boxes(_ written: Int) -> Range<Int> { 0..<max(written, min(written + 1, mostItems)) }

    // MARK: checks

    @MarkupBuilder func checks(_ key: PartKey) -> [Markup] {
        let items = said(key.key)?.items ?? []
        fieldGroup(key.title, help: key.help) {
            for index in Self.boxes(items.count) {
                let item = items.indices.contains(index) ? items[index] : nil
                let message = item?["message"].flatMap(Phrase.init(written:))
                let name = "\(key.key).\(index)"
                fieldGroup(Phrase(vi: "Kiểm tra \(index + 1)", en: "Check \(index + 1)")) {
                    Field(
                        "\(name).rule", Phrase(vi: "Công thức", en: "Rule"),
                        .text(sent?["\(name).rule"] ?? item?["rule"]?.text ?? ""), optional: item == nil)
                    div(.class("columns")) {
                        Field(
                            "\(name).vi", Phrase(vi: "Lời báo", en: "Message in Vietnamese"),
                            .text(sent?["\(name).vi"] ?? message?.vi ?? ""), optional: item == nil,
                            problem: problems["\(name).vi"])
                        Field(
                            "\(name).en", Phrase(vi: "Lời báo, tiếng Anh", en: "Message in English"),
                            .text(sent?["\(name).en"] ?? message.map { $0.vi == $0.en ? "" : $0.en } ?? ""),
                            optional: true)
                    }
                }
            }
        }
    }

    /// What the boxes of the checks say; nil where they were not asked.
    func readChecks(_ key: PartKey, _ form: FormValues) -> Result<YAMLValue?, Unread>? {
        guard form.contains("\(key.key).0.rule") else { return nil }
        let old = said(key.key)?.items ?? []
        var items: [YAMLValue] = []
        var problems: [FieldProblem] = []
        for index in 0..<max(Self.mostItems, old.count) where !form["\(key.key).\(index).rule"].isEmpty {
            let name = "\(key.key).\(index)"
            let (rule, vi, en) = (form["\(name).rule"], form["\(name).vi"], form["\(name).en"])
            if vi.isEmpty {
                problems.append(
                    FieldProblem(
                        "\(name).vi",
                        Phrase(
                            vi: "Hãy viết lời báo khi câu trả lời không thỏa.",
                            en: "Write what is said when the answer does not meet it.")))
            }
            let before = old.indices.contains(index) ? old[index] : nil
            let message = before?["message"].flatMap(Phrase.init(written:))
            let isSame =
                before?["rule"]?.text == rule && message?.vi == vi
                && (message?.en == en || (en.isEmpty && message?.en == vi))
            items.append(
                isSame
                    ? before ?? .null
                    : .map([
                        .init("rule", .text(rule)),
                        .init("message", DraftFromProcedure.wording(untranslated: vi, en)),
                    ]))
        }
        if !problems.isEmpty { return .failure(Unread(problems: problems)) }
        return .success(items.isEmpty ? nil : .list(items))
    }

    // MARK: limits by case

    @MarkupBuilder func limitByCase(_ key: PartKey) -> [Markup] {
        limit(key)
        let cases = said(key.key)?["cases"]?.items ?? []
        Disclosure(
            Phrase(vi: "\(key.title.vi): theo trường hợp", en: "\(key.title.en): by case"),
            open: !cases.isEmpty
                || problems.contains { $0.field.hasPrefix("\(key.key).") && $0.field.hasSuffix(".days") }
        ) {
            p(
                Phrase(
                    vi:
                        "Điều kiện đầu tiên thỏa được áp dụng; không thỏa điều kiện nào thì theo thời hạn ở trên. Xóa điều kiện để bỏ; lưu để có thêm ô trống.",
                    en:
                        "The first rule that holds counts; where none does, the limit above. Empty a rule to drop it; save to get another."
                ), .class("note"))
            for index in Self.boxes(cases.count) { limitCase(key, index, cases) }
        }
    }

    private func limitCase(_ key: PartKey, _ index: Int, _ cases: [YAMLValue]) -> Markup {
        let one = cases.indices.contains(index) ? cases[index] : nil
        let words = (one?["limit"]?.text ?? "").split(separator: " ").map(String.init)
        let name = "\(key.key).\(index)"
        return fieldGroup(Phrase(vi: "Trường hợp \(index + 1)", en: "Case \(index + 1)")) {
            Field(
                "\(name).when", Phrase(vi: "Điều kiện (công thức)", en: "Rule"),
                .text(sent?["\(name).when"] ?? one?["when"]?.text ?? ""),
                help: Phrase(vi: "Ví dụ channel = \"online\".", en: "Such as channel = \"online\"."),
                optional: one == nil)
            div(.class("columns")) {
                Field(
                    "\(name).days", Phrase(vi: "Số", en: "Number"),
                    .number(sent?["\(name).days"] ?? words.first ?? ""), optional: one == nil,
                    problem: problems["\(name).days"])
                Field(
                    "\(name).unit", Phrase(vi: "Đơn vị", en: "Unit"),
                    .select(sent?["\(name).unit"] ?? (words.count == 2 ? words[1] : "working_days"), Self.units))
            }
        }
    }

    /// A limit with the cases that the form says; without any it is the usual limit alone.
    func withCases(_ key: PartKey, _ form: FormValues, usual: YAMLValue) -> Result<YAMLValue, Unread> {
        let old = said(key.key)
        guard form.contains("\(key.key).0.when") else {
            return .success(old?["cases"] == nil ? usual : (old ?? .null).setting(["usual"], usual))
        }
        var cases: [YAMLValue] = []
        var problems: [FieldProblem] = []
        let most = max(Self.mostItems, old?["cases"]?.items?.count ?? 0)
        for index in 0..<most where !form["\(key.key).\(index).when"].isEmpty {
            let name = "\(key.key).\(index)"
            guard let count = Int(form["\(name).days"]), (0...9999).contains(count) else {
                problems.append(
                    FieldProblem(
                        "\(name).days", Phrase(vi: "Hãy điền một số nguyên, ví dụ 15.", en: "Fill in a whole number.")))
                continue
            }
            let unit = form["\(name).unit"].isEmpty ? "working_days" : form["\(name).unit"]
            cases.append(
                .map([
                    .init("when", .text(form["\(name).when"])), .init("limit", .text("\(count) \(unit)")),
                ]))
        }
        if !problems.isEmpty { return .failure(Unread(problems: problems)) }
        return .success(cases.isEmpty ? usual : .map([.init("usual", usual), .init("cases", .list(cases))]))
    }
}
