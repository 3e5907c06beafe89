import Kernel

/// The types that a model defines and imports, by name (DMN 1.5, 7.3.2).
struct TypeTable {
    private(set) var types: [String: FEELType] = [:]
    private(set) var problems: [ModelProblem] = []
    private var definitions: [String: ItemDefinition] = [:]
    private var open: Set<String> = []

    /// How many types may stand inside each other.
    private static let depth = 64

    /// - Parameter imported: the tables of imported models by their prefix, which may be empty.
    init(_ model: Definitions, imported: [(prefix: String, table: TypeTable)] = []) {
        for (prefix, table) in imported {
            for (name, type) in table.types { types[prefix.isEmpty ? name : "\(prefix).\(name)"] = type }
        }
        for definition in model.types { definitions[definition.name] = definition }
        for definition in model.types { _ = resolve(definition.name, line: definition.marking.line) }
    }

    /// The type of that name; nil when there is none. Without a name everything is allowed.
    func type(named name: String?) -> FEELType? {
        guard let name, !name.isEmpty else { return .any }
        return types[name] ?? Self.builtin(name, types)
    }

    /// A type as FEEL spells it, such as `date and time` or `list<number>`.
    private static func builtin(_ name: String, _ types: [String: FEELType]) -> FEELType? {
        if let found = FEELType.spelled.first(where: { $0.words.joined(separator: " ") == name }) { return found.type }
        guard var parser = try? Parser(name, names: KnownNames([]), types: types), let type = try? parser.type(),
            parser.current.kind == .end
        else { return nil }
        return type
    }

    private mutating func resolve(_ name: String, line: Int) -> FEELType? {
        if let known = types[name] { return known }
        guard let definition = definitions[name] else { return Self.builtin(name, types) }
        guard !open.contains(name), open.count < Self.depth else {
            problems.append(
                ModelProblem(
                    Phrase(
                        vi: "Kiểu “\(name)” chứa chính nó hoặc lồng nhau quá sâu.",
                        en: "The type “\(name)” contains itself, or types nest too deep."),
                    line: line, element: name))
            return .any
        }
        open.insert(name)
        let type = type(of: definition, depth: 0)
        open.remove(name)
        types[name] = type
        return type
    }

    private mutating func type(of definition: ItemDefinition, depth: Int) -> FEELType {
        guard depth < Self.depth else { return .any }
        var type = FEELType.any
        if let function = definition.function {
            type = .function(
                function.parameters.map { reference($0.type, in: definition) },
                reference(function.result, in: definition))
        } else if !definition.components.isEmpty {
            var entries: [String: FEELType] = [:]
            for component in definition.components {
                entries[component.name] = self.type(of: component, depth: depth + 1)
            }
            type = .context(entries)
        } else {
            type = reference(definition.base, in: definition)
        }
        if let allowed = definition.allowedValues { type = limited(type, allowed, definition) }
        if definition.isCollection { type = .list(type) }
        if let constraint = definition.constraint { type = limited(type, constraint, definition) }
        return type
    }

    private mutating func reference(_ name: String?, in definition: ItemDefinition) -> FEELType {
        guard let name, !name.isEmpty else { return .any }
        if let type = resolve(name, line: definition.marking.line) { return type }
        problems.append(.unknownType(name, types: types, line: definition.marking.line, element: definition.name))
        return .any
    }

    private mutating func limited(_ base: FEELType, _ tests: String, _ definition: ItemDefinition) -> FEELType {
        let syntax: Syntax
        do throws(SyntaxFault) {
            var parser = try Parser(tests, names: Compiler.knownWords, types: types)
            syntax = try parser.unaryTests()
        } catch {
            problems.append(
                ModelProblem(
                    error.reason.phrase, line: definition.marking.line, element: definition.name,
                    part: Phrase(vi: "giá trị cho phép", en: "allowed values"),
                    rule: RuleProblem(tests, error.start, error.end, error.reason.phrase)))
            return base
        }
        if case .tests(let items, negated: false) = syntax.form, base == .string {
            if items.isEmpty { return base }
            let codes = items.compactMap { if case .string(let code) = $0.form { code } else { nil } }
            if codes.count == items.count { return .choice(codes) }
        }
        return AllowedValues(tests, of: base.unlimited, types: types).map { .limited(base, $0) } ?? base
    }
}

extension ModelProblem {
    static func unknownType(_ name: String, types: [String: FEELType], line: Int, element: String?) -> ModelProblem {
        let known = Array(types.keys) + FEELType.spelled.map { $0.words.joined(separator: " ") }
        let nearest = Spelling.nearest(to: name, among: known)
        let message = Phrase(vi: "Không có kiểu dữ liệu “\(name)”.", en: "There is no type “\(name)”.")
        return ModelProblem(
            nearest.map {
                Phrase(
                    vi: message.vi + " Có phải ý bạn là “\($0)”?", en: message.en + " Did you mean “\($0)”?")
            } ?? message,
            line: line, element: element)
    }
}
