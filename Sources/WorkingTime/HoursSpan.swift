package import Kernel

/// A stretch of office hours within one day, from its opening to its closing (`07:30-11:30`).
package struct HoursSpan: Hashable, Sendable {
    package var from: TimeOfDay
    package var to: TimeOfDay

    package init(from: TimeOfDay, to: TimeOfDay) {
        self.from = from
        self.to = to
    }

    package var minutes: Int { to.minute - from.minute }

    /// `từ 7 giờ 30 đến 11 giờ 30`, `from 07:30 to 11:30`.
    package var words: Phrase {
        Phrase(vi: "từ \(from.words.vi) đến \(to.words.vi)", en: "from \(from) to \(to)")
    }
}

extension HoursSpan: LosslessStringConvertible {
    package var description: String { "\(from)-\(to)" }

    /// Reads `07:30-11:30`, also with an en dash and spaces.
    package init?(_ text: String) {
        let ends = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }
        guard ends.count == 2, let from = TimeOfDay(String(ends[0])), let to = TimeOfDay(String(ends[1])) else {
            return nil
        }
        self.init(from: from, to: to)
    }
}

extension HoursSpan: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let span = HoursSpan(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not hours like 07:30-11:30")
        }
        self = span
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension [HoursSpan] {
    /// Reads one line of a form, `07:30-11:30, 13:30-17:30`; a blank line means closed, nil means not understood.
    package init?(line: String) {
        self = []
        for part in line.split(whereSeparator: { $0 == "," || $0 == ";" }) where part.contains(where: { $0 != " " }) {
            guard let span = HoursSpan(String(part)) else { return nil }
            append(span)
        }
    }

    /// The line that `init(line:)` reads.
    package var line: String { map(\.description).joined(separator: ", ") }

    var closing: TimeOfDay? { last?.to }
    var minutes: Int { reduce(0) { $0 + $1.minutes } }

    /// Each stretch opens before it closes, and the next one opens after that.
    var isInOrder: Bool {
        allSatisfy { $0.from < $0.to } && zip(self, dropFirst()).allSatisfy { $0.to < $1.from }
    }
}
