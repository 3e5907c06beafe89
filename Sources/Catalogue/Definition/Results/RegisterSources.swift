import Kernel

/// The registers that are kept by services known together, as sources of answers.
struct RegisterSources {
    /// What is wrong with the source of an answer.
    struct Misfit {
        let message: Phrase
        let proposal: Phrase?
    }

    private var rules: [String: [RegisterRule]] = [:]

    init(_ definitions: [ServiceDefinition]) { self.init(definitions.flatMap { $0.registers ?? [] }) }

    init(_ registers: [RegisterRule]) {
        for rule in registers { rules[rule.key, default: []].append(rule) }
    }

    /// Whether the column that a question names holds what it asks for; nil when it does, or the register is unknown.
    func misfit(of field: FormField) -> Misfit? {
        guard let source = field.filledFrom, let known = rules[source.register] else { return nil }
        let fits = field.kind.fillable
        let kinds = known.compactMap { source.gives(of: $0) }
        let columns = known.flatMap(\.columns)
        guard let gives = kinds.first else {
            let all = columns.map(\.key) + RegisterSource.Fact.allCases.map(\.rawValue)
            return Misfit(
                message: Phrase(
                    vi: "sổ “\(source.register)” không có cột “\(source.column)”",
                    en: "the register “\(source.register)” has no column “\(source.column)”"),
                proposal: NearestWord.to(source.column, among: all).map {
                    Phrase(vi: "có phải là “\(source.register).\($0)”?", en: "did you mean “\(source.register).\($0)”?")
                })
        }
        guard !kinds.contains(where: fits.contains) else { return nil }
        let fitting = columns.first { fits.contains($0.gives) }?.key ?? Self.fact(giving: fits)
        return Misfit(
            message: Phrase(
                vi: "cột “\(source)” là \(gives.rawValue), không trả lời được câu hỏi loại \(field.kind.rawValue)",
                en:
                    "the column “\(source)” holds \(gives.rawValue), which answers no question of kind \(field.kind.rawValue)"
            ),
            proposal: fitting.map {
                Phrase(
                    vi: "lấy từ “\(source.register).\($0)”, hoặc bỏ",
                    en: "fill it from “\(source.register).\($0)”, or not at all")
            })
    }

    private static func fact(giving kinds: [FieldKind]) -> String? {
        RegisterSource.Fact.allCases.first { kinds.contains($0.gives) }?.rawValue
    }

    /// Whether no service keeps the register that a question names.
    func unknown(_ field: FormField) -> Misfit? {
        guard let source = field.filledFrom, rules[source.register] == nil else { return nil }
        return Misfit(
            message: Phrase(
                vi: "không dịch vụ nào ghi sổ “\(source.register)”",
                en: "no service keeps a register “\(source.register)”"),
            proposal: NearestWord.to(source.register, among: rules.keys.sorted()).map {
                Phrase(vi: "có phải là “\($0).\(source.column)”?", en: "did you mean “\($0).\(source.column)”?")
            })
    }

    /// Of a definition that does not keep the registers itself: what was not told when it was read alone.
    func problems(of definition: ServiceDefinition, at place: (_ path: String) -> SourcePlace) -> [DefinitionProblem] {
        let own = RegisterSources([definition])
        return definition.singleQuestions.compactMap { path, field, _ in
            guard own.unknown(field) != nil, let misfit = unknown(field) ?? misfit(of: field) else { return nil }
            return DefinitionProblem(
                place("form.\(path).filled_from"), misfit.message, kind: .filling, weight: .warning,
                proposal: misfit.proposal)
        }
    }
}

extension DefinitionCheck {
    /// With what questions would be filled in with from registers that services in force keep; what is checked stands in
    /// place of its own version in force.
    package func findingSources(beside heads: [ServiceHead]) -> DefinitionCheck {
        guard let definition else { return self }
        let others = heads.filter { $0.service != definition.service }.flatMap(\.registers)
        return adding(
            RegisterSources((definition.registers ?? []) + others).problems(of: definition, at: place))
    }
}

extension [DefinitionCheck] {
    /// The same checks with what questions would be filled in with from registers that other services of the folder keep.
    func findingSources() -> [DefinitionCheck] {
        let sources = RegisterSources(compactMap(\.definition))
        return map { check in
            guard let definition = check.definition else { return check }
            return check.adding(sources.problems(of: definition, at: check.place))
        }
    }
}
