import Kernel
import WorkingTime

extension DefinitionReading {
    /// `papers:`, what belongs to the dossier, by case.
    func papers(_ node: SourceNode?) -> [PaperRule] {
        guard let node else { return [] }
        let papers = named(node, at: "papers").map { entry in
            let values = block(entry.value, .paper)
            if entry.key == PaperRule.authorisationKey {
                report(
                    entry.place,
                    Phrase(
                        vi: "giấy tờ không được mang tên “\(entry.key)”, đó là văn bản ủy quyền chung",
                        en: "no paper can be called “\(entry.key)”; that is the common authorisation document"),
                    proposal: Phrase(
                        vi: "đặt tên khác, thêm mandate: true", en: "choose another name and add mandate: true"))
            }
            for rule in ["when", "required"] { remember("papers.\(entry.key).\(rule)", values[rule]) }
            let copies = integer(values["copies"], in: 0...99)
            return PaperRule(
                key: entry.key, title: text(values["title"]) ?? entry.key,
                originals: integer(values["originals"], in: 0...99) ?? (copies == nil ? 1 : 0), copies: copies ?? 0,
                required: text(values["required"]) ?? "true", when: text(values["when"]),
                isForm: boolean(values["form"]) ?? false, isShown: boolean(values["shown"]) ?? false,
                isMandate: boolean(values["mandate"]),
                accepts: words(values["accepts"], of: PaperForm.allCases.map(\.rawValue))?.compactMap(PaperForm.init),
                oneOf: alternative(values["one_of"]), reuse: reuse(values["reuse"], of: entry.key))
        }
        checkAlternatives(papers)
        checkReuse(papers)
        return papers
    }

    private func alternative(_ node: SourceNode?) -> String? {
        guard let node, let text = text(node) else { return nil }
        if Self.isName(text) { return text }
        report(
            node.place, Phrase(vi: "“\(text)” không dùng làm tên được", en: "“\(text)” cannot be a name"),
            proposal: Phrase(same: "one_of: identity"))
        return nil
    }

    /// One paper alone is no choice, and what is filled in or shown is not among what is attached.
    private func checkAlternatives(_ papers: [PaperRule]) {
        for paper in papers {
            guard let group = paper.oneOf else { continue }
            let isAlone = !papers.contains { $0.oneOf == group && $0.key != paper.key }
            if isAlone {
                report(
                    place("papers.\(paper.key)"),
                    Phrase(
                        vi: "chỉ giấy tờ “\(paper.key)” thuộc nhóm “\(group)”, không có gì để chọn",
                        en: "the paper “\(paper.key)” alone stands in the group “\(group)”: there is nothing to choose"),
                    kind: .unused, weight: .warning,
                    proposal: Phrase(
                        vi: "ghi cùng one_of ở giấy tờ thay thế, hoặc bỏ khóa này",
                        en: "write the same one_of beside the alternative, or leave the key out"))
            } else if paper.isForm || paper.isShown || paper.isMandate == true {
                report(
                    place("papers.\(paper.key)"),
                    Phrase(
                        vi: "giấy tờ điền, xuất trình hoặc ủy quyền không thuộc nhóm chọn một",
                        en: "a paper that is filled in, shown, or authorises is no alternative to others"))
            }
        }
    }

    /// `5 working_days`, or a block with `usual` and `cases`, of which the first that holds counts.
    func limit(_ node: SourceNode?, at path: String) -> LimitRule? {
        guard let node else { return nil }
        remember(path, node.place)
        guard node.entries != nil else {
            return amount(node).map { LimitRule(value: $0.amount, unit: $0.unit.rawValue, cases: []) }
        }
        let values = block(node, .limit)
        var cases: [LimitCase] = []
        if let list = values["cases"] {
            guard case .list(let items) = list.content else {
                report(
                    list.place,
                    Phrase(
                        vi: "“cases” là một danh sách: mỗi mục có “when” và “limit”",
                        en: "“cases” is a list; each item has “when” and “limit”"))
                return nil
            }
            for (index, item) in items.enumerated() {
                remember("\(path).cases.\(index)", item.place)
                let parts = block(item, .limitCase)
                remember("\(path).cases.\(index)", parts["when"])
                guard let when = text(parts["when"]), let limit = amount(parts["limit"]) else { continue }
                cases.append(LimitCase(when: when, value: limit.amount, unit: limit.unit.rawValue))
            }
        }
        return amount(values["usual"]).map { LimitRule(value: $0.amount, unit: $0.unit.rawValue, cases: cases) }
    }

    private func amount(_ node: SourceNode?) -> Limit? {
        guard let node, let text = text(node) else { return nil }
        let words = text.split(whereSeparator: \.isWhitespace)
        if words.count == 2, let value = Int(words[0]), let unit = LimitUnit(rawValue: String(words[1])),
            (unit == .workingDays ? 0 : 1)...1_000 ~= value
        {
            return Limit(value, unit)
        }
        report(
            node.place,
            Phrase(vi: "“\(text)” không phải là thời hạn", en: "“\(text)” is no limit"),
            proposal: Phrase(
                vi: "số và đơn vị: 5 working_days, 10 days, 4 hours, 1 months; 0 working_days là trong ngày",
                en: "an amount and a unit: 5 working_days, 10 days, 4 hours, 1 months; 0 working_days is within the day"
            ))
        return nil
    }

    func supplement(_ node: SourceNode?) -> SupplementRule {
        guard let node else { return SupplementRule(times: 1, clock: .restart) }
        let values = block(node, .supplement)
        return SupplementRule(
            times: integer(values["times"], in: 0...9) ?? 1,
            clock: word(values["clock"], of: ["restart", "resume"]).flatMap(SupplementRule.Clock.init) ?? .restart,
            within: limit(values["within"], at: "supplement.within"))
    }

    func result(_ node: SourceNode?, _ root: SourceNode) -> ResultRule {
        guard let node else { return ResultRule(title: "", ways: []) }
        let values = block(node, .result)
        remember("result.as", values["as"])
        return ResultRule(
            title: text(values["title"]) ?? "",
            ways: words(values["ways"], of: ["counter", "post", "online"]) ?? ["counter", "post", "online"],
            word: reuseWord(values["as"], example: "as: building_permit"),
            template: resultTemplate(values["template"]))
    }
}
