import Kernel

extension DefinitionReading {
    /// `parallel:`, what is worked beside each other in a step.
    func branches(_ node: SourceNode, of step: String) -> [StepBranch] {
        named(node, at: "steps.\(step).parallel").map { entry in
            let path = "steps.\(step).parallel.\(entry.key)"
            let values = block(entry.value, .branch, reportingMissing: { $0 != "role" })
            if values["role"] == nil {
                report(
                    entry.place,
                    Phrase(
                        vi: "nhánh “\(entry.key)” không ghi ai trả lời",
                        en: "the branch “\(entry.key)” names nobody who answers it"),
                    kind: .role, proposal: Phrase(same: "role: " + Self.roles.joined(separator: " | ")))
            }
            for key in ["when", "at"] { remember("\(path).\(key)", values[key]) }
            return StepBranch(
                key: entry.key, title: phrase(values["title"]) ?? Phrase(same: entry.key),
                role: word(values["role"], of: Self.roles) ?? "",
                limit: limit(values["limit"], at: "\(path).limit"), at: seat(values["at"]),
                when: text(values["when"]),
                answer: word(values["answer"], of: StepBranch.Answer.allCases.map(\.rawValue))
                    .flatMap(StepBranch.Answer.init))
        }
    }

    /// `chosen`, or the code of an agency as the directory has it: `H99.41.05`.
    private func seat(_ node: SourceNode?) -> String? {
        guard let node, let text = text(node) else { return nil }
        checkQuoted(node, "at")
        if text == StepBranch.chosen || StepBranch.isAgencyCode(text) { return text }
        report(
            node.place,
            Phrase(vi: "“\(text)” không phải mã cơ quan", en: "“\(text)” is no code of an agency"),
            proposal: Phrase(
                vi: "viết chosen (người xử lý chọn) hoặc mã như \"H99.41.05\"",
                en: "write chosen (whoever works it chooses) or a code such as \"H99.41.05\""))
        return nil
    }

    /// `all`, `any`, or a number.
    func join(_ node: SourceNode?) -> JoinRule? {
        guard let node, let text = text(node) else { return nil }
        if let rule = JoinRule(text) { return rule }
        report(
            node.place,
            Phrase(vi: "không có từ “\(text)” ở đây", en: "the word “\(text)” is not known here"),
            proposal: Phrase(vi: "viết all, any hoặc một số", en: "write all, any or a number"))
        return nil
    }

    /// `timers:`, what happens when a case has been in a step for a time.
    func timers(_ node: SourceNode, of step: String) -> [StepTimer] {
        named(node, at: "steps.\(step).timers").compactMap { entry in
            let path = "steps.\(step).timers.\(entry.key)"
            let values = block(entry.value, .timer)
            remember("\(path).act", values["act"])
            guard let after = limit(values["after"], at: "\(path).after") else { return nil }
            return StepTimer(
                key: entry.key, after: after, remind: boolean(values["remind"]),
                tell: word(values["tell"], of: ["head", "leader"]), act: text(values["act"]),
                note: phrase(values["note"]), waiting: boolean(values["waiting"]))
        }
    }

    /// A series of numbers, part of what stands on papers: `GPXD`, `QĐ-UBND`.
    func series(_ node: SourceNode?) -> String? {
        guard let node, let text = text(node) else { return nil }
        if (1...30).contains(text.count), !text.contains(where: { $0.isWhitespace || $0 == "/" || $0 == "|" }) {
            return text
        }
        report(
            node.place,
            Phrase(vi: "“\(text)” không dùng làm ký hiệu được", en: "“\(text)” cannot name a series"),
            proposal: Phrase(vi: "ký hiệu liền, như GPXD", en: "one word without a slash, such as GPXD"))
        return nil
    }
}
