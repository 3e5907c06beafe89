/// A context of FEEL: entries with names, in the order in which they were written (DMN 1.5, 10.3.2.6).
package final class FEELContext: Hashable, Sendable {
    package let keys: [String]
    package let values: [FEELValue]
    /// Kept only where looking through the keys one by one would be slower; making it takes longer than several looks.
    private let index: [String: Int]?
    let depth: Int
    let weight: Int

    /// Of entries with the same name the last counts.
    package convenience init(_ entries: [(key: String, value: FEELValue)]) {
        var (keys, values): ([String], [FEELValue]) = ([], [])
        var places: [String: Int] = [:]
        for (key, value) in entries {
            if let place = places[key] {
                values[place] = value
            } else {
                places[key] = keys.count
                keys.append(key)
                values.append(value)
            }
        }
        self.init(keys: keys, values: values)
    }

    /// The keys must be distinct.
    package init(keys: [String], values: [FEELValue]) {
        self.keys = keys
        self.values = values
        index =
            keys.count > 32
            ? Dictionary(zip(keys, keys.indices), uniquingKeysWith: { first, _ in first }) : nil
        (depth, weight) = FEELList.measure(values)
    }

    package subscript(_ key: String) -> FEELValue? {
        if let index { return index[key].map { values[$0] } }
        return keys.firstIndex(of: key).map { values[$0] }
    }

    /// The same context with one entry put in or replaced.
    func putting(_ value: FEELValue, at key: String) -> FEELContext {
        FEELContext(Array(zip(keys, values)).map { (key: $0.0, value: $0.1) } + [(key: key, value: value)])
    }

    package static func == (a: FEELContext, b: FEELContext) -> Bool {
        a === b || a.keys.count == b.keys.count && zip(a.keys, a.values).allSatisfy { b[$0] == $1 }
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(keys.count) }
}
