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

    /// The parts one after another, with `separator` between them.
    package static func joined(_ parts: [SQL], by separator: String) -> SQL {
        var joined = StringInterpolation(literalCapacity: 0, interpolationCount: parts.count * 4)
        for (index, part) in parts.enumerated() {
            if index > 0 { joined.appendLiteral(separator) }
            joined.appendInterpolation(part)
        }
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
            guard !part.values.isEmpty else {
                text += part.text
                return
            }
            let utf8 = part.text.utf8
            var (start, place, index) = (utf8.startIndex, utf8.startIndex, 0)
            while let mark = utf8[place...].firstIndex(of: UInt8(ascii: "$")) {
                place = utf8.index(after: mark)
                let digits = utf8[place...].prefix { (0x30...0x39).contains($0) }
                guard !digits.isEmpty else { continue }
                text += part.text[start..<mark]
                (start, place) = (digits.endIndex, digits.endIndex)
                bind(part.values[index])
                index += 1
            }
            text += part.text[start...]
        }

        /// `$0`, `$1`, …: a number is written faster once than in every statement.
        private static let marks = (0...64).map { "$\($0)" }

        private mutating func bind(_ value: SQLValue) {
            values.append(value)
            text += Self.marks.indices.contains(values.count) ? Self.marks[values.count] : "$\(values.count)"
        }
    }
}
