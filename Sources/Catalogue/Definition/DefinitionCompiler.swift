import Kernel
import Rules

/// Compiles all rules of a definition and keeps what is wrong with them, by the path of the part.
///
/// A rule beside a question may read what is asked before it and nothing later, so that a form can be walked once.
struct DefinitionCompiler {
    private(set) var problems: [(path: String, problem: RuleProblem, proposal: Phrase?)] = []
    /// Rules that read a question which comes later in the form.
    private(set) var early: [(path: String, name: String)] = []
    private(set) var pages: [CompiledPage] = []
    private var names: FormNames
    private let allNames: RuleNames
    private let wholeForm: FormNames

    init(_ definition: ServiceDefinition) {
        var whole = FormNames()
        for page in definition.form {
            whole.begin(page: page.key)
            for field in page.fields { whole.add(field) }
        }
        names = FormNames()
        wholeForm = whole
        allNames = whole.names()
        pages = []
        for page in definition.form { pages.append(compile(page)) }
    }

    /// A rule of the whole case, which may read every answer.
    ///
    /// - Parameter isGiven: false where nothing says what the rule gives, so that saying it is proposed.
    mutating func whole(
        _ text: String, at path: String, _ type: FEELType = .boolean, isGiven: Bool = true
    ) -> Formula {
        formula(text, at: path, type, allNames, isGiven: isGiven)
    }

    /// What is wrong with a rule of the whole case that must give this type; nil when nothing is.
    func problem(of text: String, _ type: FEELType) -> RuleProblem? {
        if case .failure(let problem) = Formula.compile(text, allNames, type) { problem } else { nil }
    }

    /// What a rule of the whole case gives, as far as that is known; nil when it cannot be read.
    func type(of text: String) -> FEELType? { try? Rule.compile(text, names: allNames).get().type }

    private mutating func compile(_ page: FormPage) -> CompiledPage {
        let path = "form.\(page.key)"
        let when = page.when.map { beside($0, at: "\(path).when", nil, nil) }
        names.begin(page: page.key)
        let fields = compile(page.fields, at: path, onPage: true)
        return CompiledPage(page: page, when: when, fields: fields)
    }

    private mutating func compile(_ fields: [FormField], at path: String, onPage: Bool) -> [CompiledField] {
        var this: [String: FEELType] = [:]
        var compiled: [CompiledField] = []
        let all = FormNames.types(of: fields)
        for field in fields {
            let path = "\(path).\(field.key)"
            let around = (soFar: this, all: all)
            let when = field.when.map { beside($0, at: "\(path).when", around, nil) }
            let required = beside(field.required, at: "\(path).required", around, nil)
            let parts = compile(field.fields, at: path, onPage: false)
            let type = FormNames.type(of: field)
            this[field.key] = type
            if onPage { names.add(field) }
            let checks = field.checks.enumerated().map { index, check in
                (
                    rule: beside(check.rule, at: "\(path).checks.\(index)", (soFar: this, all: all), type),
                    message: check.message
                )
            }
            compiled.append(
                CompiledField(
                    field: field, type: type, when: when, required: required, checks: checks,
                    options: field.options.map { option in
                        let path = "\(path).options.\(option.value).when"
                        return (option: option, when: option.when.map { beside($0, at: path, around, nil) })
                    }, initial: field.default.map { beside($0, at: "\(path).default", around, nil, type) },
                    value: field.value.map { value in
                        beside(
                            value, at: "\(path).value", around, nil, type,
                            isGiven: field.kind != .computed || field.gives != nil)
                    }, locked: field.locked.map { beside($0, at: "\(path).locked", around, nil) }, fields: parts))
        }
        return compiled
    }

    private mutating func beside(
        _ text: String, at path: String, _ this: (soFar: [String: FEELType], all: [String: FEELType])?,
        _ value: FEELType?, _ type: FEELType = .boolean, isGiven: Bool = true
    ) -> Formula {
        let known = names.names(this: this?.soFar, value: value)
        switch Formula.compile(text, known, type) {
        case .success(let formula): return formula
        case .failure(let problem):
            let later = wholeForm.names(this: this?.all, value: value)
            if case .success(let rule) = Rule.compile(text, names: later, type: type) {
                early.append((path, firstLater(rule, known)))
            } else {
                problems.append((path, problem, isGiven ? nil : giving(text, known)))
            }
            return .always
        }
    }

    /// The first name that a rule reads although it is asked later.
    private func firstLater(_ rule: Rule, _ known: RuleNames) -> String {
        rule.usedNames.sorted().first { name in
            if case .failure = Rule.compile(name, names: known) { true } else { false }
        } ?? rule.source
    }

    private mutating func formula(
        _ text: String, at path: String, _ type: FEELType, _ names: RuleNames, isGiven: Bool
    ) -> Formula {
        switch Formula.compile(text, names, type) {
        case .success(let formula): return formula
        case .failure(let problem):
            problems.append((path, problem, isGiven ? nil : giving(text, names)))
            return .always
        }
    }

    /// The `gives` under which a rule would be right; nil where it is wrong in itself.
    private func giving(_ text: String, _ names: RuleNames) -> Phrase? {
        guard let type = try? Rule.compile(text, names: names).get().type, let kind = FieldKind(giving: type) else {
            return nil
        }
        return Phrase(vi: "ghi “gives: \(kind.rawValue)”", en: "write “gives: \(kind.rawValue)”")
    }
}

extension DefinitionCompiler {
    /// Everything wrong with the rules, in words; `place` tells where a part is written.
    func findings(_ place: (_ path: String) -> SourcePlace) -> [DefinitionProblem] {
        problems.map { path, problem, proposal in
            DefinitionProblem(
                place(path).inside(line: problem.line, column: problem.column), problem.message, kind: .rule,
                proposal: proposal
                    ?? problem.proposal.map {
                        Phrase(vi: "viết “\($0)”", en: "write “\($0)”")
                    })
        }
            + early.map { path, name in
                DefinitionProblem(
                    place(path),
                    Phrase(
                        vi: "điều kiện đọc “\(name)”, mà câu này được hỏi sau",
                        en: "the condition reads “\(name)”, which is asked later"), kind: .early,
                    proposal: Phrase(
                        vi: "hỏi “\(name)” trước; trong cùng một khối, viết this.tên",
                        en: "ask “\(name)” earlier; within the same block write this.name"))
            }
    }
}

extension FieldKind {
    /// What a rule of that type gives, as `gives` says it; nil for what cannot be said.
    init?(giving type: FEELType) {
        switch type {
        case .boolean: self = .yesNo
        case .number: self = .number
        case .date: self = .date
        case .string, .choice: self = .text
        default: return nil
        }
    }
}
