import Kernel

/// Steps as people write them in YAML; `DefinitionReader` reads equal steps from it.
package enum StepsText {
    /// A step template: `title` and `steps`.
    package static func template(_ process: ServiceProcess) -> String {
        YAMLText.file(.map([.init("title", .phrase(process.title)), .init("steps", value(process.steps))]))
    }

    /// The block below `steps:`.
    package static func value(_ steps: [Step]) -> YAMLValue { .map(steps.map { .init($0.key, value($0)) }) }

    private static func value(_ step: Step) -> YAMLValue {
        var block = YAMLBlock()
        block.add("title", .phrase(step.title))
        block.add("role", .text(step.role))
        block.add("official", .text(String(step.official)))
        block.add("assign", step.assign.map(value))
        block.add("follow", step.follow.map { .list($0.map(YAMLValue.text)) })
        block.add("limit", step.limit.map(value))
        block.add("parallel", step.parallel.map { .map($0.map { .init($0.key, value($0)) }) })
        block.add("join", step.join.map { .text($0.text) })
        block.add("to", step.to.map(YAMLValue.text))
        block.add("clock", step.clock.map { .text($0.rawValue) })
        block.add("timers", step.timers.map { .map($0.map { .init($0.key, value($0)) }) })
        if step.parallel == nil || !step.acts.isEmpty {
            block.add("acts", .map(step.acts.map { .init($0.key, value($0)) }))
        }
        return .map(block.entries)
    }

    private static func value(_ assignment: StepAssignment) -> YAMLValue {
        if assignment.unit == nil, let way = assignment.by { return .text(way.rawValue) }
        var block = YAMLBlock()
        block.add("by", assignment.by.map { .text($0.rawValue) })
        block.add("unit", assignment.unit.map(YAMLValue.text))
        return .map(block.entries)
    }

    private static func value(_ limit: LimitRule) -> YAMLValue {
        let usual = YAMLValue.text("\(limit.value) \(limit.unit)")
        if limit.cases.isEmpty { return usual }
        let cases = limit.cases.map { one in
            YAMLValue.map([.init("when", .text(one.when)), .init("limit", .text("\(one.value) \(one.unit)"))])
        }
        return .map([.init("usual", usual), .init("cases", .list(cases))])
    }

    private static func value(_ branch: StepBranch) -> YAMLValue {
        var block = YAMLBlock()
        block.add("title", .phrase(branch.title))
        // It goes without saying where a case of its own arrives.
        block.add("role", branch.isCase && branch.role == DefinitionReading.roles[0] ? nil : .text(branch.role))
        block.add("limit", branch.limit.map(value))
        block.add("at", branch.at.map(YAMLValue.text))
        block.add("when", branch.when.map(YAMLValue.text))
        block.add("answer", branch.answer.map { .text($0.rawValue) })
        block.add("service", branch.service.map(YAMLValue.text))
        block.add("with", branch.with.map { .map($0.map { .init($0.key, .text($0.rule)) }) })
        block.add("papers", branch.papers.map { .map($0.map { .init($0.key, .text($0.from)) }) })
        return .map(block.entries)
    }

    private static func value(_ timer: StepTimer) -> YAMLValue {
        var block = YAMLBlock()
        block.add("after", value(timer.after))
        block.add("remind", timer.remind)
        block.add("tell", timer.tell.map(YAMLValue.text))
        block.add("act", timer.act.map(YAMLValue.text))
        block.add("note", timer.note.map(YAMLValue.phrase))
        block.add("waiting", timer.waiting)
        return .map(block.entries)
    }

    private static func value(_ act: Act) -> YAMLValue {
        var block = YAMLBlock()
        block.add("title", .phrase(act.title))
        block.add("kind", act.kind == .move ? nil : .text(act.kind.rawValue))
        block.add("to", act.to.map(YAMLValue.text))
        block.add("effect", act.effect.map(YAMLValue.phrase))
        block.add("back", act.isBack ? true : nil)
        let usuallyNoted = act.isBack || act.kind == .supplement || act.kind == .refuse
        block.add("needs_note", act.needsNote == usuallyNoted ? nil : act.needsNote)
        block.add("needs_result", act.needsResult == (act.kind == .finish) ? nil : act.needsResult)
        block.add("when", act.when.map(YAMLValue.text))
        block.add("clock", act.clock.map { .text($0.rawValue) })
        block.add("reason", act.reason.map(YAMLValue.phrase))
        block.add("number", act.number.map(YAMLValue.text))
        return .map(block.entries)
    }
}

/// Collects the keys of a block that say something.
private struct YAMLBlock {
    private(set) var entries: [YAMLValue.Entry] = []

    mutating func add(_ key: String, _ value: YAMLValue?) {
        if let value { entries.append(.init(key, value)) }
    }

    mutating func add(_ key: String, _ flag: Bool?) { add(key, flag.map { .text(String($0)) }) }
}
