import Foundation
import Kernel
import Rules

/// A walk through a form with one case's answers, page after page, question after question.
///
/// A condition reads only what was asked before it (the check of definitions sees to that), so one walk decides what is
/// shown; answers of questions that are not shown are seen by no rule.
struct FormWalk: Sendable {
    private(set) var pages: [ShownPage] = []
    /// The answers of shown questions only.
    private(set) var answers: [String: JSON] = [:]
    /// What rules see so far: the pages by name, and the facts of filing.
    private var values: [String: FEELValue]
    private let now: Instant

    /// What rules of the whole case see.
    var scope: RuleScope { RuleScope(values, now: now) }

    /// The answers of one block: for the record as JSON, for rules as values.
    private struct Block {
        var answers: [String: JSON] = [:]
        /// The names of the values; no two questions of a block have the same.
        private var keys: [String] = []
        private var values: [FEELValue] = []
        /// What rules see of it, until something is added.
        private var made: FEELValue?

        mutating func context() -> FEELValue {
            if let made { return made }
            let context = FEELValue.context(FEELContext(keys: keys, values: values))
            made = context
            return context
        }

        mutating func add(_ value: FEELValue, as key: String) {
            keys.append(key)
            values.append(value)
            made = nil
        }
    }

    init(_ pages: [CompiledPage], _ facts: CaseFacts) {
        now = Instant(facts.day, minute: 0)
        values = ["owner": .string(facts.owner.rawValue), "channel": .string(facts.channel.rawValue)]
        for page in pages {
            let key = page.page.key
            guard page.when?.isTrue(in: scope) ?? true else { continue }
            var (shown, block) = walk(page.fields, facts.answers[key], key, onPage: key)
            answers[key] = .object(block.answers)
            values[key] = block.context()
            self.pages.append(ShownPage(page: page.page, fields: shown))
        }
    }

    /// What was answered on a page before the questions inside one of its questions are asked.
    private typealias PageSoFar = (page: String, answers: FEELValue)

    /// What is shown of these questions, and the answers that count.
    private func walk(
        _ fields: [CompiledField], _ given: JSON?, _ name: String, onPage page: String?, around: PageSoFar? = nil
    ) -> ([ShownField], Block) {
        var shown: [ShownField] = []
        shown.reserveCapacity(fields.count)
        var block = Block()
        for field in fields {
            func scope(_ rule: Formula, value: FEELValue? = nil) -> RuleScope {
                self.scope(of: rule, beside: &block, onPage: page, around, value: value)
            }
            guard field.when.map({ $0.isTrue(in: scope($0)) }) ?? true else { continue }
            let name = "\(name).\(field.key)"
            let isRequired = field.value == nil && field.required.isTrue(in: scope(field.required))
            let soFar = field.fields.isEmpty ? nil : page.map { ($0, block.context()) } ?? around
            let one =
                if let value = field.value {
                    computed(field, value.value(in: scope(value)))
                } else {
                    answered(field, given?[field.key], name, soFar)
                }
            let options = field.options.filter { $0.when.map { $0.isTrue(in: scope($0)) } ?? true }.map(\.option)
            let suggestion = one.answer == nil ? suggestion(field, given?[field.key]) { scope($0) } : nil
            if let answer = one.answer {
                block.answers[field.key] = answer
                if AnswerText.fits(answer, field.field.answerKind) { block.add(one.value, as: field.key) }
            }
            shown.append(
                ShownField(
                    field: field.field, name: name, isRequired: isRequired, answer: one.answer, parts: one.parts,
                    entries: one.entries, around: place(around: field, in: fields, block.answers), options: options,
                    suggestion: suggestion,
                    isLockable: field.locked.map { $0.isTrue(in: scope($0)) } ?? false,
                    failedChecks: failed(field, one.answer) { scope($0, value: one.value) }))
        }
        return (shown, block)
    }

    /// What a rule sees beside the answers of a block so far. They are put together only for a rule that reads them:
    /// for each question of a long page anew it would take longer than all rules.
    private func scope(
        of rule: Formula, beside block: inout Block, onPage page: String?, _ around: PageSoFar?, value: FEELValue?
    ) -> RuleScope {
        var values = values
        if rule.reads("this") { values["this"] = block.context() }
        if let around, rule.reads(around.page) { values[around.page] = around.answers }
        if let page, rule.reads(page) { values[page] = block.context() }
        if let value { values["value"] = value }
        return RuleScope(values, now: now)
    }

    private struct Answered {
        var answer: JSON?
        var value = FEELValue.null
        var parts: [ShownField] = []
        var entries: [[ShownField]] = []
    }

    private func answered(_ field: CompiledField, _ given: JSON?, _ name: String, _ around: PageSoFar?) -> Answered {
        switch field.field.kind {
        case _ where field.field.kind.isComposite:
            var (parts, block) = walk(field.fields, given, name, onPage: nil, around: around)
            return Answered(
                answer: block.answers.isEmpty ? nil : .object(block.answers), value: block.context(), parts: parts)
        case _ where field.field.kind.isGroup:
            var (entries, answers, values): ([[ShownField]], [JSON], [FEELValue]) = ([], [], [])
            for (index, entry) in (given?.array ?? []).prefix(AnswerText.mostEntries).enumerated() {
                var (shown, block) = walk(field.fields, entry, "\(name)[\(index)]", onPage: nil, around: around)
                entries.append(shown)
                answers.append(.object(block.answers))
                values.append(block.context())
            }
            return Answered(
                answer: answers.isEmpty ? nil : .array(answers), value: FEELValue(values), entries: entries)
        default:
            guard let given, !AnswerText.isBlank(given) else { return Answered() }
            return Answered(answer: given, value: FEELValue(given, as: field.type))
        }
    }

    /// What a rule gives, as an answer of its kind; nothing while answers that it reads are missing.
    private func computed(_ field: CompiledField, _ value: FEELValue) -> Answered {
        var answer = value.json
        if field.field.answerKind == .money, let dong = answer.number?.wholeDong { answer = .number(Decimal(dong)) }
        guard !AnswerText.isBlank(answer), AnswerText.fits(answer, field.field.answerKind) else { return Answered() }
        return Answered(answer: answer, value: FEELValue(answer, as: field.type))
    }

    /// What stands in a field that nobody has answered; one that was sent blank stays blank.
    private func suggestion(_ field: CompiledField, _ given: JSON?, _ scope: (Formula) -> RuleScope) -> JSON? {
        guard given == nil, let initial = field.initial else { return nil }
        let answer = initial.value(in: scope(initial)).json
        let isOption = field.field.kind != .choice || field.options.contains { $0.option.value == answer.string }
        return isOption && !AnswerText.isBlank(answer) && AnswerText.fits(answer, field.field.kind) ? answer : nil
    }

    /// Checks speak about answers of the right kind; blank and mistyped ones have their own messages.
    private func failed(_ field: CompiledField, _ answer: JSON?, _ scope: (Formula) -> RuleScope) -> [Phrase] {
        guard !field.checks.isEmpty, let answer, AnswerText.fits(answer, field.field.answerKind) else { return [] }
        return field.checks.filter { $0.rule.isFalse(in: scope($0.rule)) }.map(\.message)
    }

    /// The answer of the nearest question before it that asks for the place that this one lies in, among its neighbours.
    private func place(around field: CompiledField, in fields: [CompiledField], _ answers: [String: JSON]) -> String? {
        guard let kind = field.field.kind.placeAround, let place = fields.firstIndex(where: { $0.key == field.key })
        else { return nil }
        return fields[..<place].last { $0.field.kind == kind }.flatMap { answers[$0.key]?.string }
    }
}
