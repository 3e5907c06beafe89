import Catalogue
import Kernel

/// The steps of a template as a service writes them itself.
enum StepsText {
    static func value(_ steps: [Step]) -> YAMLValue {
        .map(steps.map { step in .init(step.key, .map(entries(step))) })
    }

    private static func entries(_ step: Step) -> [YAMLValue.Entry] {
        var entries: [YAMLValue.Entry] = [
            .init("title", DraftFromProcedure.wording(step.title.vi, step.title.en)),
            .init("role", .text(step.role)), .init("official", .text(String(step.official))),
        ]
        if let limit = step.limit { entries.append(.init("limit", value(limit))) }
        entries.append(.init("acts", .map(step.acts.map { .init($0.key, value($0)) })))
        return entries
    }

    private static func value(_ limit: LimitRule) -> YAMLValue {
        let usual = YAMLValue.text("\(limit.value) \(limit.unit)")
        if limit.cases.isEmpty { return usual }
        return .map([
            .init("usual", usual),
            .init(
                "cases",
                .list(
                    limit.cases.map { one in
                        .map([.init("when", .text(one.when)), .init("limit", .text("\(one.value) \(one.unit)"))])
                    })),
        ])
    }

    private static func value(_ act: Act) -> YAMLValue {
        var entries: [YAMLValue.Entry] = [.init("title", DraftFromProcedure.wording(act.title.vi, act.title.en))]
        if act.kind != .move { entries.append(.init("kind", .text(act.kind.rawValue))) }
        if let to = act.to { entries.append(.init("to", .text(to))) }
        if let effect = act.effect { entries.append(.init("effect", DraftFromProcedure.wording(effect.vi, effect.en))) }
        let usualNote = act.isBack || act.kind == .supplement || act.kind == .refuse
        if act.needsNote != usualNote { entries.append(.init("needs_note", .text(act.needsNote ? "true" : "false"))) }
        if act.needsResult != (act.kind == .finish) {
            entries.append(.init("needs_result", .text(act.needsResult ? "true" : "false")))
        }
        if act.isBack { entries.append(.init("back", .text("true"))) }
        if let when = act.when { entries.append(.init("when", .text(when))) }
        return .map(entries)
    }
}
