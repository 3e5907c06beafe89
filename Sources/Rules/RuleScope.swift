package import Kernel

/// The values that a rule reads, and the moment for `today()` and `now()`.
package struct RuleScope: Sendable {
    /// Values by name; what has a dot in its name is nested here.
    let values: [String: FEELValue]
    /// The moment of the evaluation; days are Vietnam's.
    package let now: Instant

    package var today: Day { now.day }

    /// Dots in a name nest, as in `RuleNames`.
    package init(_ values: [String: FEELValue], now: Instant) {
        self.now = now
        guard values.keys.contains(where: { $0.utf8.contains(0x2E) }) else {
            self.values = values
            return
        }
        var nested: [String: FEELValue] = [:]
        for (name, value) in values.sorted(by: { $0.key < $1.key }) {
            nested = Self.nest(RuleNames.path(name)[...], value, in: nested)
        }
        self.values = nested
    }

    /// Values from JSON, read as the types that the names declare, so that `"2026-04-22"` becomes a date where a date is
    /// expected. What does not fit its type is null.
    package init(_ answers: [String: JSON], names: RuleNames, now: Instant) {
        var values: [String: FEELValue] = [:]
        for (name, answer) in answers {
            values[name] = FEELValue(answer, as: names.type(at: name))
        }
        self.init(values, now: now)
    }

    private static func nest(_ path: ArraySlice<String>, _ value: FEELValue, in values: [String: FEELValue])
        -> [String: FEELValue]
    {
        guard let first = path.first else { return values }
        var values = values
        if path.count == 1 {
            values[first] = value
        } else {
            var inner: [String: FEELValue] = [:]
            if case .context(let context) = values[first] {
                inner = Dictionary(zip(context.keys, context.values), uniquingKeysWith: { $1 })
            }
            inner = nest(path.dropFirst(), value, in: inner)
            values[first] = .context(
                FEELContext(inner.sorted { $0.key < $1.key }.map { (key: $0.key, value: $0.value) }))
        }
        return values
    }
}

extension RuleNames {
    /// The type declared for a name with dots; `any` when there is none.
    package func type(at name: String) -> FEELType {
        var type = FEELType.context(types)
        for part in Self.path(name) {
            guard case .context(let entries) = type, let next = entries[part] else { return .any }
            type = next
        }
        return type
    }
}
