import Catalogue
import DesignSystem
import Kernel
import Wording

/// A part as whoever may not change it reads it: every key that its page has and its text says, in words.
struct PartSummary {
    let kind: PartKind
    let value: YAMLValue
    /// What may be chosen for a key, for its words.
    var chosen: [String: [Choice]] = [:]
    var steps: [Choice] = []
    var papers: [Choice] = []
    /// The step in which an act, a branch or a timer stands.
    var step: YAMLValue?
    /// What agencies and units are called, by their code.
    var place: (String) -> Phrase? = { _ in nil }

    /// The keys that are said, each with one line or several.
    var rows: [(title: Phrase, lines: [Phrase])] {
        kind.keys.compactMap { key in
            let lines = lines(key)
            return lines.isEmpty ? nil : (key.title, lines)
        }
    }

    private func lines(_ key: PartKey) -> [Phrase] {
        if case .deed = key.kind { return TimerDeeds.of(value).map { [label($0, TimerDeeds.choices(step))] } ?? [] }
        let said = value[path: key.key.split(separator: ".").map(String.init)]
        if case .handed = key.kind { return handed(key.key, said) }
        guard let said else { return [] }
        return words(key, said) ?? [said.text.map { Phrase(same: $0) }].compactMap { $0 }
    }

    /// Nil for what is said as it is written.
    private func words(_ key: PartKey, _ said: YAMLValue) -> [Phrase]? {
        switch key.kind {
        case .wording, .longWording: Phrase(written: said).map { [$0] }
        case .choice(let choices): said.text.map { [label($0, choices)] }
        case .choices(let choices): choice(said, choices)
        case .lines: texts(said).map { Phrase(same: $0) }
        case .limit, .age: said.text.map { [LimitWords.phrase($0)] }
        case .limitByCase: limits(said)
        case .flag: [said.text == "true" ? .yes : .no]
        case .required: said.text.flatMap { ["true": .yes, "false": .no][$0] }.map { [$0] }
        case .day: said.text.flatMap { Day($0) }.map { [$0.phrase] }
        case .stepName: said.text.map { [label($0, steps)] }
        case .paperName: said.text.map { [label($0, papers)] }
        case .place: said.text.map { [placeWords($0)] }
        case .join: said.text.flatMap { Self.joins[$0] }.map { [$0] }
        case .service, .source: said.text.map { [label($0, chosen[key.key] ?? [])] }
        case .options: said.entries?.map { Phrase(written: $0.value["label"] ?? $0.value) ?? Phrase(same: $0.key) }
        case .checks: said.items?.map { check($0) }
        case .assignment: assignment(key.key, said)
        default: nil
        }
    }

    private func label(_ text: String, _ choices: [Choice]) -> Phrase {
        choices.first { $0.value == text }?.label ?? Phrase(same: text)
    }

    private func texts(_ said: YAMLValue) -> [String] {
        said.items?.compactMap(\.text) ?? [said.text].compactMap { $0 }
    }

    private func choice(_ said: YAMLValue, _ choices: [Choice]) -> [Phrase] {
        if said.items?.isEmpty == true { return [Phrase(vi: "không chọn gì", en: "none of them")] }
        return texts(said).map { label($0, choices) }
    }

    private func limits(_ said: YAMLValue) -> [Phrase] {
        let usual = (said.text ?? said["usual"]?.text).map { [LimitWords.phrase($0)] } ?? []
        return usual
            + (said["cases"]?.items ?? []).map { one in
                let limit = LimitWords.phrase(one["limit"]?.text ?? "?")
                let when = one["when"]?.text ?? "?"
                return Phrase(vi: "\(limit.vi) khi \(when)", en: "\(limit.en) when \(when)")
            }
    }

    private func check(_ item: YAMLValue) -> Phrase {
        let rule = item["rule"]?.text ?? "?"
        guard let message = item["message"].flatMap(Phrase.init(written:)) else { return Phrase(same: rule) }
        return Phrase(vi: "\(rule): \(message.vi)", en: "\(rule): \(message.en)")
    }

    private func placeWords(_ text: String) -> Phrase {
        text == StepBranch.chosen
            ? Phrase(vi: "nơi mà cán bộ chọn", en: "where the official chooses")
            : place(text).map { Phrase(vi: "\($0.vi) (\(text))", en: "\($0.en) (\(text))") } ?? Phrase(same: text)
    }

    private static let joins = [
        "all": Phrase(vi: "đủ tất cả", en: "all of them"), "any": Phrase(vi: "chỉ cần một", en: "any one of them"),
    ]

    private func assignment(_ key: String, _ said: YAMLValue) -> [Phrase] {
        let by = (said["by"]?.text ?? said.text).map { label($0, PartForm.assignments) }
        let unit = said["unit"]?.text.map { label($0, chosen[key] ?? []) }.map {
            Phrase(vi: "đến đơn vị: \($0.vi)", en: "to the unit: \($0.en)")
        }
        return [by, unit].compactMap { $0 }
    }

    /// What goes to the case at another agency; what has the same name there goes without being written.
    private func handed(_ key: String, _ said: YAMLValue?) -> [Phrase] {
        let written = (said?.entries ?? []).map { entry in
            let there = label(entry.key, chosen["\(key).to"] ?? [])
            let here = label(entry.value.text ?? "?", chosen["\(key).from"] ?? [])
            return Phrase(vi: "\(there.vi): lấy từ \(here.vi)", en: "\(there.en): from \(here.en)")
        }
        guard value["answer"]?.text == "case" else { return written }
        let same =
            key == "papers"
            ? Phrase(vi: "giấy tờ cùng tên tự chuyển", en: "papers of the same name, by themselves")
            : Phrase(vi: "câu hỏi cùng tên tự chuyển", en: "questions of the same name, by themselves")
        return written + [same]
    }
}
