import Kernel
import Rules

/// The branches of a service: every place where its definition treats cases differently, and which of them a case takes.
///
/// For whom and how it is filed, a firm by its representative or by authorisation; pages and questions that are asked or
/// not, required or not; every option; papers and fees that are due or not, with every `if` of an amount and every
/// reduction; every case of a limit; every guard of an act and of work beside each other. A set of cases that takes them
/// all shows everything the definition can do. What is asked for each item of a list is left out, and what officials
/// decide: acts, answers of branches, timers.
package struct ServiceBranches: Sendable {
    /// All of them, in the order of the definition: `papers.mandate: due`.
    package let all: [String]
    private let service: CompiledService
    private let amounts: [Amount]
    private let limits: [CaseRules]
    private let reductions: [Reductions]
    private let guards: [(path: String, when: Formula, holds: String, fails: String)]

    /// A condition inside an amount, with what must hold for it to be asked at all.
    private struct Amount: Sendable {
        let fee: String
        let name: String
        let around: [Formula]
        let condition: Formula
    }

    /// The cases of one limit, the first of which that holds counts.
    private struct CaseRules: Sendable {
        let path: String
        let cases: [Formula]
    }

    /// The reductions of one fee, the first of which that holds counts.
    private struct Reductions: Sendable {
        let fee: String
        let cases: [(path: String, when: Formula)]
    }

    package init(_ service: CompiledService) {
        self.service = service
        let definition = service.definition
        var compiler = DefinitionCompiler(definition)
        var names = definition.owners.map { "owner: \($0.rawValue)" }
        names += definition.owners.flatMap { Self.representations(of: $0) }
        names += (definition.channels ?? FilingChannel.allCases).map { "channel: \($0.rawValue)" }
        for page in definition.form {
            if page.when != nil { names += ["form.\(page.key): shown", "form.\(page.key): passed over"] }
            names += Self.names(of: page.fields, "form.\(page.key)")
        }
        for paper in definition.papers {
            let path = "papers.\(paper.key)"
            if paper.when != nil || paper.isMandate == true { names += ["\(path): due", "\(path): not due"] }
            if Self.depends(paper.required) { names += ["\(path): required", "\(path): optional"] }
        }
        var amounts: [Amount] = []
        var reductions: [Reductions] = []
        for fee in definition.fees {
            let path = "fees.\(fee.key)"
            if fee.when != nil { names += ["\(path): due", "\(path): not due"] }
            for (condition, around) in Premise(fee.amount)?.branches ?? [] {
                let known = compiler.problems.count
                let amount = Amount(
                    fee: fee.key, name: "\(path).amount “\(condition.text)”",
                    around: around.map { compiler.whole($0.text, at: path) },
                    condition: compiler.whole(condition.text, at: path))
                guard compiler.problems.count == known else { continue }
                names += ["\(amount.name): holds", "\(amount.name): does not hold"]
                amounts.append(amount)
            }
            let cases = (fee.reductions ?? []).map { reduction in
                let path = "\(path).reductions.\(reduction.key)"
                return (path: path, when: compiler.whole(reduction.when, at: path))
            }
            names += cases.flatMap { ["\($0.path): taken", "\($0.path): not taken"] }
            if !cases.isEmpty { reductions.append(Reductions(fee: fee.key, cases: cases)) }
        }
        var limits: [CaseRules] = []
        var guards: [(path: String, when: Formula, holds: String, fails: String)] = []
        for (path, rule) in definition.limits where !rule.cases.isEmpty {
            limits.append(CaseRules(path: path, cases: rule.cases.map { compiler.whole($0.when, at: path) }))
            names += rule.cases.indices.map { "\(path): case \($0 + 1)" } + ["\(path): usual"]
        }
        for step in definition.steps {
            for act in step.acts {
                guard let when = act.when else { continue }
                let path = "steps.\(step.key).\(act.key)"
                guards.append((path, compiler.whole(when, at: path), "possible", "not possible"))
            }
            for branch in step.parallel ?? [] {
                guard let when = branch.when else { continue }
                let path = "steps.\(step.key).parallel.\(branch.key)"
                guards.append((path, compiler.whole(when, at: path), "asked", "left out"))
            }
        }
        names += guards.flatMap { ["\($0.path): \($0.holds)", "\($0.path): \($0.fails)"] }
        var seen: Set<String> = []
        all = names.filter { seen.insert($0).inserted }
        (self.amounts, self.limits, self.reductions, self.guards) = (amounts, limits, reductions, guards)
    }

    /// The branches that a case takes by its answers and by who files it how.
    package func taken(by facts: CaseFacts) -> Set<String> {
        let walk = service.walk(facts)
        let scope = walk.scope
        var taken: Set<String> = ["owner: \(facts.owner.rawValue)", "channel: \(facts.channel.rawValue)"]
        let ways = Self.representations(of: facts.owner)
        if let way = facts.isAuthorised ? ways.last : ways.first { taken.insert(way) }
        for page in service.definition.form {
            let path = "form.\(page.key)"
            let shown = walk.pages.first { $0.key == page.key }
            if page.when != nil { taken.insert(shown == nil ? "\(path): passed over" : "\(path): shown") }
            if let shown { Self.note(page.fields, shown.fields, path, &taken) }
        }
        let papers = service.papers(of: facts, in: scope)
        for paper in service.definition.papers {
            let path = "papers.\(paper.key)"
            let due = papers.first { $0.rule.key == paper.key }
            if paper.when != nil || paper.isMandate == true {
                taken.insert(due == nil ? "\(path): not due" : "\(path): due")
            }
            if let due, Self.depends(paper.required) {
                taken.insert(due.required ? "\(path): required" : "\(path): optional")
            }
        }
        let fees = Set(service.definition.fees.filter { service.asks($0, in: scope) }.map(\.key))
        for fee in service.definition.fees where fee.when != nil {
            taken.insert(fees.contains(fee.key) ? "fees.\(fee.key): due" : "fees.\(fee.key): not due")
        }
        for amount in amounts where fees.contains(amount.fee) && amount.around.allSatisfy({ $0.isTrue(in: scope) }) {
            taken.insert("\(amount.name): \(amount.condition.isTrue(in: scope) ? "holds" : "does not hold")")
        }
        for fee in reductions where fees.contains(fee.fee) {
            let counts = fee.cases.firstIndex { $0.when.isTrue(in: scope) }
            for (index, one) in fee.cases.enumerated() {
                taken.insert("\(one.path): \(index == counts ? "taken" : "not taken")")
            }
        }
        for limit in limits {
            let index = limit.cases.firstIndex { $0.isTrue(in: scope) }
            taken.insert(index.map { "\(limit.path): case \($0 + 1)" } ?? "\(limit.path): usual")
        }
        for one in guards { taken.insert("\(one.path): \(one.when.isTrue(in: scope) ? one.holds : one.fails)") }
        return taken
    }

    /// A firm acts through its representative or an authorised person.
    private static func representations(of owner: OwnerKind) -> [String] {
        guard owner == .organisation || owner == .householdBusiness else { return [] }
        return ["by its representative", "by authorisation"].map { "owner: \(owner.rawValue) \($0)" }
    }

    private static func depends(_ rule: String) -> Bool { rule != "true" && rule != "false" }

    private static func names(of fields: [FormField], _ path: String) -> [String] {
        fields.flatMap { field -> [String] in
            let path = "\(path).\(field.key)"
            var names: [String] = []
            if field.when != nil { names += ["\(path): asked", "\(path): not asked"] }
            if depends(field.required) { names += ["\(path): required", "\(path): optional"] }
            for option in field.options {
                names.append("\(path): \(option.value)")
                if option.when != nil { names.append("\(path): \(option.value) not offered") }
            }
            return names + Self.names(of: field.fields, path)
        }
    }

    private static func note(_ fields: [FormField], _ shown: [ShownField], _ path: String, _ taken: inout Set<String>) {
        for field in fields {
            let path = "\(path).\(field.key)"
            let one = shown.first { $0.key == field.key }
            if field.when != nil { taken.insert(one == nil ? "\(path): not asked" : "\(path): asked") }
            guard let one else { continue }
            if depends(field.required) { taken.insert(one.isRequired ? "\(path): required" : "\(path): optional") }
            if let option = one.answer?.string, !field.options.isEmpty { taken.insert("\(path): \(option)") }
            for option in field.options where !one.options.contains(where: { $0.value == option.value }) {
                taken.insert("\(path): \(option.value) not offered")
            }
            for block in [one.parts] + one.entries where !block.isEmpty { note(field.fields, block, path, &taken) }
        }
    }
}

extension ServiceDefinition {
    /// The limit of the whole case and those of steps and branches, by path.
    fileprivate var limits: [(path: String, rule: LimitRule)] {
        let branches = steps.flatMap { step in
            (step.parallel ?? []).map { (path: "steps.\(step.key).parallel.\($0.key).limit", rule: $0.limit) }
        }
        let all =
            [(path: "limit", rule: Optional(limit))]
            + steps.map { (path: "steps.\($0.key).limit", rule: $0.limit) } + branches
        return all.compactMap { one in one.rule.map { (one.path, $0) } }
    }
}
