/// The names that a rule may read, with their types: the answers of a form, the inputs of a decision.
package struct RuleNames: Sendable {
    /// The types by name; what was declared with dots (`child.birth_day`) is nested here.
    package private(set) var types: [String: FEELType]
    /// Whether other names may be read as well; absent ones are null then.
    package let isOpen: Bool
    /// Types by name, for `instance of` and for parameters.
    package let typeNames: [String: FEELType]
    /// What the parser has to know of all these names.
    private(set) var known = Compiler.knownWords

    /// Dots in a name nest: `child.name` and `child.birth_day` make the context `child`.
    package init(_ types: [String: FEELType], typeNames: [String: FEELType] = [:], isOpen: Bool = false) {
        self.types = [:]
        self.isOpen = isOpen
        self.typeNames = typeNames
        for (name, type) in types.sorted(by: { $0.key < $1.key }) {
            self.types = Self.nest(RuleNames.path(name)[...], type.unlimited, in: self.types)
        }
        var known = known
        eachName { known.insert($0) }
        self.known = known
    }

    /// Every name may be read; nothing is known of any.
    package static let open = RuleNames([:], isOpen: true)

    /// The parts of a name between its dots; a dot before a digit is part of the name (`decision 2.1`).
    static func path(_ name: String) -> [String] {
        guard name.utf8.contains(0x2E) else { return [name] }
        let parts = name.split(separator: ".").map { $0.trimmingSpaces }
        return parts.allSatisfy { $0.unicodeScalars.first?.isDigit == false } ? parts : [name]
    }

    private static func nest(_ path: ArraySlice<String>, _ type: FEELType, in types: [String: FEELType])
        -> [String: FEELType]
    {
        guard let first = path.first else { return types }
        var types = types
        if path.count == 1 {
            types[first] = type
        } else if case .context(let inner) = types[first] ?? .context([:]) {
            types[first] = .context(nest(path.dropFirst(), type, in: inner))
        }
        return types
    }

    /// The same names and one more.
    func declaring(_ name: String, _ type: FEELType) -> RuleNames {
        var names = self
        names.types[name] = type
        names.known.insert([name])
        return names
    }

    /// Tells every name of all levels, for putting together those of several words.
    private func eachName(_ tell: (String) -> Void) {
        func collect(_ type: FEELType) {
            switch type {
            case .context(let entries):
                for (name, type) in entries {
                    tell(name)
                    collect(type)
                }
            case .list(let item), .range(let item): collect(item)
            default: break
            }
        }
        types.keys.forEach(tell)
        types.values.forEach(collect)
        typeNames.values.forEach(collect)
    }
}

extension Substring {
    fileprivate var trimmingSpaces: String {
        guard utf8.first == 0x20 || utf8.last == 0x20 else { return String(self) }
        return String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
