import Catalogue
import DesignSystem
import Kernel
import Markup
import Site

// What a branch hands to a case of its own at another agency: answers to its questions, papers to its papers.
extension PartForm {
    private static let mostHanded = 60
    /// Boxes for what is not handed over yet.
    private static let spare = 2

    @MarkupBuilder func handed(_ key: PartKey) -> [Markup] {
        let entries = said(key.key)?.entries ?? []
        let there = chosen["\(key.key).to"] ?? []
        let here = chosen["\(key.key).from"] ?? []
        fieldGroup(key.title, help: key.help) {
            for (index, entry) in entries.enumerated() { line(key.key, index, entry, there, here) }
            let most = max(entries.count, min(entries.count + Self.spare, Self.mostHanded))
            let spare = entries.count..<most
            if !spare.isEmpty { more(key.key, spare, there, here) }
        }
    }

    private func more(_ key: String, _ spare: Range<Int>, _ there: [Choice], _ here: [Choice]) -> Disclosure {
        let names = spare.map { "\(key).\($0)." }
        return Disclosure(
            key == "papers"
                ? Phrase(vi: "Chuyển thêm giấy tờ", en: "Hand over another paper")
                : Phrase(vi: "Chuyển thêm câu trả lời", en: "Hand over another answer"),
            open: problems.contains { problem in names.contains { problem.field.hasPrefix($0) } }
        ) {
            for index in spare { line(key, index, nil, there, here) }
        }
    }

    private func line(
        _ key: String, _ index: Int, _ entry: YAMLValue.Entry?, _ there: [Choice], _ here: [Choice]
    ) -> Markup {
        let name = "\(key).\(index)"
        let text = entry?.value.text ?? ""
        return fieldGroup(Phrase(vi: "Dòng \(index + 1)", en: "Line \(index + 1)")) {
            to("\(name).to", entry?.key ?? "", there, isPaper: key == "papers", isOptional: entry == nil)
            if key == "papers" {
                Field(
                    "\(name).from", Phrase(vi: "Lấy giấy tờ ở đây", en: "Is the paper here"),
                    .select(sent?["\(name).from"] ?? text, Self.offered(here, text)), optional: entry == nil,
                    problem: problems["\(name).from"])
            } else {
                sources(
                    "\(name).from", "\(name).rule", text,
                    Phrase(vi: "Lấy câu trả lời ở đây", en: "Is answered with"), Self.orRule, here,
                    isOptional: entry == nil)
            }
        }
    }

    private func to(_ name: String, _ text: String, _ there: [Choice], isPaper: Bool, isOptional: Bool) -> Field {
        let title =
            isPaper
            ? Phrase(vi: "Giấy tờ của hồ sơ con", en: "Paper of the case there")
            : Phrase(vi: "Câu hỏi của hồ sơ con", en: "Question of the case there")
        return Field(
            name, title,
            there.isEmpty
                ? .text(sent?[name] ?? text)
                : .select(sent?[name] ?? text, Self.offered(there, text), empty: Self.none),
            help: there.isEmpty && !isPaper ? Phrase(vi: "Như child.full_name.", en: "Such as child.full_name.") : nil,
            optional: isOptional, problem: problems[name])
    }

    /// What is written already is offered too, though it may be there no more.
    private static func offered(_ choices: [Choice], _ text: String) -> [Choice] {
        choices + (text.isEmpty || choices.contains { $0.value == text } ? [] : [Choice(text, Phrase(same: text))])
    }

    /// What the boxes say; nil where they were not asked.
    func readHanded(_ key: PartKey, _ form: FormValues) -> Result<YAMLValue?, Unread>? {
        guard form.contains("\(key.key).0.to") else { return nil }
        var entries: [YAMLValue.Entry] = []
        var problems: [FieldProblem] = []
        let written = said(key.key)?.keys.count ?? 0
        for index in 0..<max(Self.mostHanded, written + Self.spare) {
            let name = "\(key.key).\(index)"
            let to = form["\(name).to"]
            if to.isEmpty {
                // Emptied, a line that was there goes; a new one without its place is half written.
                if index >= written, !form["\(name).from"].isEmpty || !form["\(name).rule"].isEmpty {
                    problems.append(
                        FieldProblem(
                            "\(name).to", Phrase(vi: "Hãy chọn chuyển vào đâu.", en: "Choose what it fills in there.")))
                }
                continue
            }
            if entries.contains(where: { $0.key == to }) {
                problems.append(
                    FieldProblem(
                        "\(name).to", Phrase(vi: "Đã có ở dòng trên.", en: "It stands in a line above already.")))
            }
            switch readSources("\(name).from", "\(name).rule", form) {
            case .failure(let unread): problems += unread.problems
            case .success(""):
                problems.append(
                    FieldProblem(
                        "\(name).from", Phrase(vi: "Hãy chọn lấy từ đâu.", en: "Choose what it is filled in from.")))
            case .success(let from): entries.append(.init(to, .text(from)))
            }
        }
        if !problems.isEmpty { return .failure(Unread(problems: problems)) }
        return .success(entries.isEmpty ? nil : .map(entries))
    }

    /// What is wrong between the answers of a branch.
    func branchTogether(_ form: FormValues) -> [FieldProblem] {
        guard form["answer"] == "case" else { return [] }
        var problems: [FieldProblem] = []
        if form["service"].isEmpty, form["service.rule"].isEmpty {
            let words = Phrase(
                vi: "Hãy chọn dịch vụ mà cơ quan kia giải quyết.", en: "Choose the service that the other agency works."
            )
            problems.append(FieldProblem((chosen["service"] ?? []).isEmpty ? "service.rule" : "service", words))
        }
        if form["at"] == "own" {
            problems.append(
                FieldProblem(
                    "at",
                    Phrase(
                        vi: "Hồ sơ con do cơ quan khác giải quyết: chọn nơi khác.",
                        en: "A case of its own is worked by another agency: choose another place.")))
        }
        return problems
    }

    /// What belongs to a case of its own alone goes with it; its agency knows who works it there.
    func branchChanges(_ changes: [Change], _ form: FormValues) -> [Change] {
        guard kind == .branch, form.contains("answer") else { return changes }
        let gone = form["answer"] == "case" ? ["role"] : ["service", "with", "papers"]
        let kept =
            changes.filter { !gone.contains($0.key) } + gone.filter { value[$0] != nil }.map { (key: $0, value: nil) }
        // Somebody has to answer what is no case of its own any more.
        let isNobody = form["answer"] != "case" && value["role"] == nil && !kept.contains { $0.key == "role" }
        return kept + (isNobody ? [(key: "role", value: .text("specialist"))] : [])
    }
}
