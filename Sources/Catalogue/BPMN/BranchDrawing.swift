import Kernel

/// How branches of a step are drawn: a gateway that forks behind the step (inclusive where a branch has a condition), a user
/// task for each branch in the lane of its role, the gateway that joins, and the flow to where the case goes by itself.
/// A branch that is answered elsewhere is a message to an empty pool and the answer that comes from there.
extension StepsDrawing {
    /// The pool of whoever is chosen while the case is worked.
    static let chosenPartner = "Cơ quan, đơn vị được chọn"
    /// The guard of the way to the branches, beside the acts that an official may choose: no act was performed.
    static let noAct = "act = null"

    mutating func draw(_ branches: [StepBranch], of step: Step, from source: String) {
        let (fork, join) = ("fork.\(step.key)", "join.\(step.key)")
        let isGuarded = branches.contains { $0.when != nil }
        node(
            fork, .gate(isGuarded ? .inclusive : .parallel), "", step.role,
            mark: ProcessMark("branches", ["step": step.key]))
        flow("\(fork).flow", source, fork, when: step.acts.isEmpty ? nil : Self.noAct)
        for branch in branches { draw(branch, of: step, isGuarded: isGuarded) }
        var gate: ProcessNode.Gate = isGuarded ? .inclusive : .parallel
        var condition: String?
        if let count = step.join?.count {
            gate = .complex
            condition = "activationCount >= \(count)"
        }
        node(
            join, .gate(gate), "", step.role, mark: ProcessMark("join", ["rule": step.join?.text]),
            condition: condition)
        if let to = step.to { flow("joined.\(step.key)", join, Self.id(to)) }
    }

    private mutating func draw(_ branch: StepBranch, of step: Step, isGuarded: Bool) {
        let name = "\(step.key).\(branch.key)"
        let mark = ProcessMark(
            "branch",
            [
                "key": branch.key, "en": branch.title.en, "answer": branch.answer?.rawValue,
                "case": HandedCase(branch)?.text,
                "when": branch.when == Self.always ? Self.always : nil,
            ])
        var (first, last) = ("branch.\(name)", "branch.\(name)")
        if let place = branch.at {
            (first, last) = ("ask.\(name)", "answer.\(name)")
            node(first, .send, branch.title.vi, branch.role, mark: mark)
            node(last, .receive, "Chờ trả lời", branch.role)
            flow("\(name).sent", first, last)
            exchange(
                "other.\(name)", place == StepBranch.chosen ? Self.chosenPartner : place, ask: first, answer: last)
        } else {
            node(first, .task, branch.title.vi, branch.role, mark: mark)
        }
        if let limit = branch.limit { draw(limit, on: last, as: name, branch.role) }
        flow("\(name).asked", "fork.\(step.key)", first, when: isGuarded ? branch.when ?? Self.always : nil)
        flow("\(name).answered", last, "join.\(step.key)")
    }

    /// The condition of a way that is always gone, beside others that are not.
    static let always = "true"
}

extension JoinRule {
    /// How many answers are enough, where it is not all of them.
    var count: Int? {
        switch self {
        case .all: nil
        case .any: 1
        case .atLeast(let count): count
        }
    }
}
