import Kernel

extension DefinitionReading {
    /// `parallel:`, what is worked beside each other in a step.
    func branches(_ node: SourceNode, of step: String) -> [StepBranch] {
        named(node, at: "steps.\(step).parallel").map { entry in
            let path = "steps.\(step).parallel.\(entry.key)"
            let values = block(entry.value, .branch, reportingMissing: { $0 != "role" })
            let answer = word(values["answer"], of: StepBranch.Answer.allCases.map(\.rawValue))
                .flatMap(StepBranch.Answer.init)
            if values["role"] == nil, answer != .dossier {
                report(
                    entry.place,
                    Phrase(
                        vi: "nhánh “\(entry.key)” không ghi ai trả lời",
                        en: "the branch “\(entry.key)” names nobody who answers it"),
                    kind: .role, proposal: Phrase(same: "role: " + Self.roles.joined(separator: " | ")))
            }
            for key in ["role", "when", "at", "service"] { remember("\(path).\(key)", values[key]) }
            return StepBranch(
                key: entry.key, title: phrase(values["title"]) ?? Phrase(same: entry.key),
                // A case of its own arrives where every case does.
                role: word(values["role"], of: Self.roles) ?? (answer == .dossier ? Self.roles[0] : ""),
                limit: limit(values["limit"], at: "\(path).limit"), at: seat(values["at"]),
                when: text(values["when"]), answer: answer, service: text(values["service"]),
                with: values["with"].map { handedAnswers($0, at: "\(path).with") },
                papers: values["papers"].map { handedPapers($0, at: "\(path).papers") })
        }
    }

    /// `with:` of a case at another agency, its questions by their names with the page: `child.full_name: baby.name`.
    private func handedAnswers(_ node: SourceNode, at path: String) -> [HandedAnswer] {
        (block(node) ?? []).compactMap { entry in
            remember("\(path).\(entry.key)", entry.place)
            let parts = entry.key.split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count == 2, parts.allSatisfy({ Self.isName(String($0)) }) else {
                report(
                    entry.place,
                    Phrase(
                        vi: "“\(entry.key)” không phải tên câu hỏi", en: "“\(entry.key)” is no name of a question"),
                    proposal: Phrase(vi: "viết trang.câu_hỏi: quy tắc", en: "write page.question: RULE"))
                return nil
            }
            return text(entry.value).map { HandedAnswer(key: entry.key, rule: $0) }
        }
    }

    /// `papers:` of a case at another agency, the names there with the names here.
    private func handedPapers(_ node: SourceNode, at path: String) -> [HandedPaperName] {
        named(node, at: path).compactMap { entry in
            text(entry.value).map { HandedPaperName(key: entry.key, from: $0) }
        }
    }

    private func block(_ node: SourceNode) -> [SourceEntry]? {
        if node.entries == nil {
            report(
                node.place,
                Phrase(
                    vi: "ở đây cần một khối khóa, không phải \(node.kind.vi)",
                    en: "a block of keys is needed here, not \(node.kind.en)"))
        }
        return node.entries
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
