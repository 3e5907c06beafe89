/// A statement with its values. Interpolation binds: a value never becomes part of the text.
///
///     "SELECT name FROM agency WHERE id = \(id) AND kind IN (\(list: kinds))"
package struct SQL: Sendable, ExpressibleByStringInterpolation {
    /// The text with `$1`, `$2`, … where values stand.
    package private(set) var text: String
    package private(set) var values: [SQLValue]

    package init(stringLiteral text: String) {
        self.text = text
        values = []
    }

    package init(stringInterpolation: StringInterpolation) {
        text = stringInterpolation.text
        values = stringInterpolation.values
    }

    /// Text that is no literal of the program. Only for statements that the program itself composed.
    package init(composed text: String, values: [SQLValue] = []) {
        self.text = text
        self.values = values
    }

    /// `first` and then `second`, with the values of both.
    package static func + (first: SQL, second: SQL) -> SQL {
        var joined = StringInterpolation(literalCapacity: 0, interpolationCount: 0)
        joined.appendInterpolation(first)
        joined.appendInterpolation(second)
        return SQL(stringInterpolation: joined)
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        var text = ""
        var values: [SQLValue] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + 3 * interpolationCount)
            values.reserveCapacity(interpolationCount)
        }

        package mutating func appendLiteral(_ literal: String) { text += literal }

        package mutating func appendInterpolation(_ value: some SQLBindable) { bind(value.sqlValue) }

        package mutating func appendInterpolation(_ value: (some SQLBindable)?) { bind(value?.sqlValue ?? .null) }

        package mutating func appendInterpolation(_ value: SQLValue) { bind(value) }

        /// A list of values with commas between them; `NULL` when there are none, so that `IN` finds nothing.
        package mutating func appendInterpolation(list values: some Sequence<some SQLBindable>) {
            var first = true
            for value in values {
                if !first { text += ", " }
                first = false
                bind(value.sqlValue)
            }
            if first { text += "NULL" }
        }

        /// A part of a statement with its own values.
        package mutating func appendInterpolation(_ part: SQL) {
            var rest = part.text[...]
            var index = 0
            while let mark = rest.firstIndex(of: "$") {
                text += rest[..<mark]
                let after = rest[rest.index(after: mark)...]
                let digits = after.prefix { $0.isASCII && $0.isNumber }
                rest = after[digits.endIndex...]
                if digits.isEmpty {
                    text += "$"
                } else {
                    bind(part.values[index])
                    index += 1
                }
            }
            text += rest
        }

        private mutating func bind(_ value: SQLValue) {
            values.append(value)
            text += "$\(values.count)"
        }
    }
}
