import Kernel

/// How a block of a drawn process becomes the branches of a step, its join, and where the case goes from there.
extension StepsFromGraph {
    /// A block that belongs to no user task is a step of its own.
    mutating func step(_ block: ProcessBlock) -> Step {
        let fork = block.fork
        let title = title(of: fork)
        let inner = block.ways.first?.nodes.first
        var watcher = fork
        watcher.role = fork.role ?? block.join?.role ?? inner?.role
        return Step(
            key: keys[fork.id] ?? "", title: title, role: role(of: watcher), official: 4, limit: nil, acts: [],
            parallel: branches(of: block), join: join(of: block), to: target(of: block))
    }

    mutating func branches(of block: ProcessBlock) -> [StepBranch] {
        var taken: Set<String> = []
        return block.ways.compactMap { branch($0, &taken) }
    }

    private mutating func branch(_ way: ProcessBlock.Way, _ taken: inout Set<String>) -> StepBranch? {
        guard let node = way.nodes.first else { return nil }
        let mark = node.mark
        let wanted = mark?["key"] ?? StepName.plain(node.name)
        guard DefinitionReading.isName(wanted) else {
            refuse(
                node.line,
                Phrase(vi: "“\(wanted)” không dùng làm tên nhánh được", en: "“\(wanted)” cannot be a branch's name"))
            return nil
        }
        var when = way.flow?.condition
        if when == StepsDrawing.always { when = mark?["when"] == StepsDrawing.always ? when : nil }
        let role = role(of: node)
        let handed = mark?["case"].flatMap(HandedCase.init)
        return StepBranch(
            key: StepName.unused(wanted, &taken), title: Phrase(vi: node.name, en: mark?["en"] ?? node.name),
            role: role, limit: limit(of: way), at: place(of: way), when: when,
            answer: mark?["answer"].flatMap(StepBranch.Answer.init), service: handed?.service, with: handed?.with,
            papers: handed?.papers)
    }

    /// Where a branch is answered: what its messages go to, by its code, or chosen.
    private func place(of way: ProcessBlock.Way) -> String? {
        let partner = way.nodes.lazy.compactMap { graph.partner(of: $0.id) }.first
        guard let partner else { return way.nodes.first?.kind == .task ? nil : StepBranch.chosen }
        return StepBranch.isAgencyCode(partner.name) ? partner.name : StepBranch.chosen
    }

    private mutating func limit(of way: ProcessBlock.Way) -> LimitRule? {
        var limit: LimitRule?
        for node in graph.nodes {
            guard let host = node.host, way.nodes.contains(where: { $0.id == host }) else { continue }
            guard case .timer(_, let after, let stops) = node.kind else { continue }
            let ends = graph.leaving(node.id).map { graph.node(graph.passing($0.to))?.kind }
            guard limit == nil, !stops, ends.allSatisfy({ $0 == .end }) else {
                refuse(
                    node.line,
                    Phrase(
                        vi: "\(node.shown) không phải là thời hạn của nhánh",
                        en: "\(node.shown) is no limit of a branch"),
                    proposal: Phrase(
                        vi: "mỗi nhánh một hẹn giờ không ngắt, dẫn đến sự kiện kết thúc thường; "
                            + "nhắc việc và tự xử lý đặt ở bước",
                        en: "one timer a branch that does not interrupt and leads to a plain end; "
                            + "reminders and automatic acts belong to steps"))
                continue
            }
            limit = duration(after, of: node)
        }
        return limit
    }

    mutating func join(of block: ProcessBlock) -> JoinRule? {
        guard let join = block.join else { return .all }
        let marked = join.mark?["rule"].flatMap { JoinRule($0) }
        guard join.kind == .gate(.complex) else {
            return join.mark?.name == "join" && marked == nil ? nil : .all
        }
        let rule = /\s*activationCount\s*(>=|>)\s*([0-9]{1,4})\s*/
        guard let match = (join.condition ?? "").wholeMatch(of: rule), let number = Int(match.2) else {
            refuse(
                join.line,
                Phrase(
                    vi: "\(join.shown) không ghi cần bao nhiêu nhánh (activationCondition)",
                    en: "\(join.shown) does not say how many ways are enough (activationCondition)"),
                proposal: Phrase(same: "activationCount >= 2"))
            return nil
        }
        let count = max(1, match.1 == ">" ? number + 1 : number)
        if let marked, marked.count == count { return marked }
        return count == 1 ? .any : .atLeast(count)
    }

    mutating func target(of block: ProcessBlock) -> String? {
        guard let exit = block.exit else {
            // An unfinished definition of the project's own may have no target yet.
            if block.fork.mark?["step"] != nil { return nil }
            return refuseTarget(block.join ?? block.fork, nil)
        }
        let next = graph.node(graph.passing(exit.to))
        if let next, let key = keys[next.id] { return key }
        return refuseTarget(block.join ?? block.fork, next)
    }

    private mutating func refuseTarget(_ join: ProcessNode, _ next: ProcessNode?) -> String? {
        let (vi, en) = (next.map { " (ở đây có \($0.shown))" } ?? "", next.map { " (there is \($0.shown))" } ?? "")
        refuse(
            join.line,
            Phrase(
                vi: "sau \(join.shown) phải là một userTask\(vi)",
                en: "behind \(join.shown) there must be a userTask\(en)"),
            proposal: Phrase(
                vi: "thêm userTask tổng hợp ý kiến; lựa chọn và kết thúc đặt sau đó",
                en: "put a userTask there that takes the answers up; choices and ends stand behind it"))
        return nil
    }
}
