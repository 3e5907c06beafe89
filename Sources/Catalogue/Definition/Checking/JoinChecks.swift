import Kernel
import Rules

extension DefinitionReading {
    /// A join that waits for more answers than there are branches, where some of them are there in some cases only.
    func checkJoin(_ step: Step, _ outlook: OwnersOutlook) {
        guard case .atLeast(let count)? = step.join, let branches = step.parallel, count <= branches.count else {
            return
        }
        let path = "steps.\(step.key).join"
        let guards = branches.compactMap(\.when)
        let missing = count - (branches.count - guards.count)
        guard missing > 0, guards.count <= 8, guards.allSatisfy({ Premise($0) != nil }), !isWrong(path),
            let enough = Premise(Self.atLeast(missing, of: guards))
        else { return }
        let proposal = Phrase(
            vi: "viết join: all, hoặc số nhỏ hơn", en: "write join: all, or a smaller number")
        let all = outlook.anybody.view(of: enough)
        if !all.outcomes.isEmpty, !all.outcomes.contains(.holds) {
            report(
                place(path),
                Phrase(
                    vi: "bước “\(step.key)” chờ \(count) trả lời mà không hồ sơ nào có đủ \(count) nhánh",
                    en: "the step “\(step.key)” waits for \(count) answers, and no case has \(count) of its branches"),
                kind: .never, weight: isOwn(path) ? .error : .warning, proposal: proposal)
        } else if case let view = outlook.view(of: enough), view.isExact, view.outcomes.contains(.fails), isOwn(path) {
            report(
                place(path),
                Phrase(
                    vi:
                        "bước “\(step.key)” chờ \(count) trả lời; hồ sơ có ít nhánh hơn thì chỉ chờ những nhánh nó có",
                    en:
                        "the step “\(step.key)” waits for \(count) answers; a case with fewer branches waits for those that it has"
                ),
                kind: .unused, weight: .warning, proposal: proposal)
        }
    }

    /// That so many of these conditions hold at least.
    private static func atLeast(_ count: Int, of guards: [String]) -> String {
        func choices(_ count: Int, _ rest: ArraySlice<String>) -> [[String]] {
            guard count > 0 else { return [[]] }
            guard let first = rest.first else { return [] }
            return choices(count - 1, rest.dropFirst()).map { [first] + $0 } + choices(count, rest.dropFirst())
        }
        return choices(count, guards[...]).map { some in
            "(" + some.map { "(\($0))" }.joined(separator: " and ") + ")"
        }.joined(separator: " or ")
    }
}
