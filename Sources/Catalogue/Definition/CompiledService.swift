import Kernel
import Rules
package import WorkingTime

/// A published definition whose rules are compiled; what filing and the desk work with.
package struct CompiledService: Sendable {
    package let published: PublishedDefinition
    let pages: [CompiledPage]
    private let paperRules: [(rule: PaperRule, when: Formula, required: Formula)]
    private let feeRules: [CompiledFee]
    private let limit: CompiledLimit
    private let stepLimits: [String: CompiledLimit]
    private let steps: [String: Step]
    private let guards: [String: Formula]
    /// By the step: which unit the case goes to.
    private let units: [String: Formula]
    /// What cases at other agencies are answered with, by the branch's path and the child's question.
    let handedRules: [String: [String: Formula]]
    /// Texts and registers that read the answers.
    let texts: CompiledTexts
    private let recentWalks = RecentWalks()

    package var definition: ServiceDefinition { published.definition }
    package var hash: String { published.hash }

    /// Compiles the rules; fails with all of them that cannot be.
    package init(_ published: PublishedDefinition) throws(DefinitionProblems) {
        try self.init(published) { path in SourcePlace(file: "\(published.hash) \(path)", line: 1) }
    }

    /// The same while a definition is read, where every part has its line.
    init(_ published: PublishedDefinition, place: (_ path: String) -> SourcePlace) throws(DefinitionProblems) {
        let definition = published.definition
        self.published = published
        var compiler = DefinitionCompiler(definition)
        pages = compiler.pages
        paperRules = definition.papers.map { paper in
            let path = "papers.\(paper.key)"
            return (
                rule: paper, when: paper.when.map { compiler.whole($0, at: "\(path).when") } ?? .always,
                required: compiler.whole(paper.required, at: "\(path).required")
            )
        }
        feeRules = definition.fees.map { CompiledFee($0, &compiler) }
        limit = CompiledLimit(definition.limit, at: "limit", &compiler)
        steps = Dictionary(definition.steps.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        var guards: [String: Formula] = [:]
        var stepLimits: [String: CompiledLimit] = [:]
        var units: [String: Formula] = [:]
        var handedRules: [String: [String: Formula]] = [:]
        for step in definition.steps {
            if let limit = step.limit {
                stepLimits[step.key] = CompiledLimit(limit, at: "steps.\(step.key).limit", &compiler)
            }
            units[step.key] = step.assign?.unit.map {
                compiler.whole($0, at: "steps.\(step.key).assign.unit", .string)
            }
            for act in step.acts where act.when != nil {
                let path = "steps.\(step.key).\(act.key)"
                guards[path] = compiler.whole(act.when ?? "true", at: "\(path).when")
            }
            for branch in step.parallel ?? [] {
                let path = "steps.\(step.key).parallel.\(branch.key)"
                if let limit = branch.limit {
                    stepLimits[path] = CompiledLimit(limit, at: "\(path).limit", &compiler)
                }
                if let when = branch.when { guards[path] = compiler.whole(when, at: "\(path).when") }
                for answer in branch.with ?? [] {
                    handedRules[path, default: [:]][answer.key] = compiler.whole(
                        answer.rule, at: "\(path).with.\(answer.key)", .any)
                }
            }
        }
        self.guards = guards
        self.stepLimits = stepLimits
        self.units = units
        self.handedRules = handedRules
        texts = CompiledTexts(definition, &compiler)
        let found = compiler.findings(place)
        if !found.isEmpty { throw DefinitionProblems(found) }
    }

    // MARK: steps

    /// The step in which a filed dossier begins.
    package var firstStep: Step? { definition.steps.first }

    package func step(_ key: String) -> Step? { steps[key] }

    /// The acts that people may do in a step, by their guards.
    package func acts(in step: String, for facts: CaseFacts) -> [Act] {
        allActs(in: step, for: facts).filter { $0.by == nil }
    }

    /// Those that a timer alone does too.
    package func allActs(in step: String, for facts: CaseFacts) -> [Act] {
        guard let step = steps[step] else { return [] }
        guard step.acts.contains(where: { $0.when != nil }) else { return step.acts }
        let scope = walk(facts).scope
        return step.acts.filter { guards["steps.\(step.key).\($0.key)"]?.isTrue(in: scope) ?? true }
    }

    /// The code of the unit to which a case goes when it comes to a step; nil where the step does not say.
    package func unit(ofStep key: String, for facts: CaseFacts) -> String? {
        guard let rule = units[key], case .string(let code) = rule.value(in: walk(facts).scope) else { return nil }
        return code
    }

    /// The branches that this case has in a step, by their guards, each with its limit.
    package func branches(in step: String, for facts: CaseFacts) -> [(branch: StepBranch, limit: Limit?)] {
        guard let branches = steps[step]?.parallel else { return [] }
        let scope = walk(facts).scope
        return branches.compactMap { branch in
            let path = "steps.\(step).parallel.\(branch.key)"
            guard guards[path]?.isTrue(in: scope) ?? true else { return nil }
            return (branch, stepLimits[path]?.limit { scope })
        }
    }

    package func branch(_ key: String, in step: String) -> StepBranch? {
        steps[step]?.parallel?.first { $0.key == key }
    }

    // MARK: what the answers decide

    func walk(_ facts: CaseFacts) -> FormWalk { recentWalks.walk(pages, facts) }

    /// The legal limit of the whole case.
    package func limit(for facts: CaseFacts) -> Limit { limit.limit { walk(facts).scope } }

    func limit(in scope: RuleScope) -> Limit { limit.limit { scope } }

    /// The limit of one step, where the definition sets one.
    package func limit(ofStep key: String, for facts: CaseFacts) -> Limit? {
        stepLimits[key]?.limit { walk(facts).scope }
    }

    /// The papers of this case, in the definition's order; those of other cases are left out.
    package func papers(for facts: CaseFacts) -> [PaperDue] { papers(of: facts, in: walk(facts).scope) }

    func papers(of facts: CaseFacts, in scope: RuleScope) -> [PaperDue] {
        let due = paperRules.filter { paper in
            (paper.rule.isMandate != true || facts.isAuthorised) && paper.when.isTrue(in: scope)
                && isAsked(paper.rule, in: scope) != false
        }.map { paper in
            PaperDue(
                rule: paper.rule,
                required: paper.rule.isMandate == true || isAsked(paper.rule, in: scope) == true
                    || paper.required.isTrue(in: scope))
        }
        return facts.isAuthorised ? due.authorised() : due
    }

    /// What is due in this case; amounts of nothing, and amounts that answers still missing decide, are left out.
    package func fees(for facts: CaseFacts) -> [FeeDue] { fees(in: walk(facts).scope) }

    /// Whether a fee belongs to the case, whatever its amount.
    func asks(_ fee: FeeRule, in scope: RuleScope) -> Bool {
        feeRules.first { $0.rule.key == fee.key }?.when.isTrue(in: scope) ?? false
    }

    func fees(in scope: RuleScope) -> [FeeDue] {
        feeRules.compactMap { $0.due(in: scope) }.filter { $0.amount > .zero }
    }

    /// The fees of this case whose amount its answers do not give: a draft may have them, nothing is filed with them.
    package func uncountedFees(for facts: CaseFacts) -> [FeeRule] { uncountedFees(in: walk(facts).scope) }

    func uncountedFees(in scope: RuleScope) -> [FeeRule] {
        feeRules.filter { $0.isUncounted(in: scope) }.map(\.rule)
    }

    /// The fees of which this case is exempt, each with the reason in its title.
    func exemptions(in scope: RuleScope) -> [FeeDue] {
        feeRules.compactMap { $0.due(in: scope) }.filter { $0.amount == .zero }
    }

    /// Whether a paper that proves reductions is called for by one; nil when it proves none.
    private func isAsked(_ paper: PaperRule, in scope: RuleScope) -> Bool? {
        let asked = feeRules.compactMap { $0.asks(forProof: paper.key, in: scope) }
        return asked.isEmpty ? nil : asked.contains(true)
    }
}
