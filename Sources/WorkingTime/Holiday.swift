package import Kernel

/// Days off besides the weekly rest, from the first to the last, under one name (Bộ luật Lao động 2019, Đ.112).
package struct Holiday: Hashable, Sendable {
    package var from: Day
    package var to: Day
    package var name: Phrase
    /// False for a day that is announced but not yet law: it stands in the calendar and is worked.
    package var applies: Bool

    package init(from: Day, to: Day, name: Phrase, applies: Bool = true) {
        self.from = from
        self.to = to
        self.name = name
        self.applies = applies
    }

    func contains(_ day: Day) -> Bool { from <= day && day <= to }
}

extension Holiday: Codable {
    private enum CodingKeys: String, CodingKey { case from, to, name, applies }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let first = try container.decode(Day.self, forKey: .from)
        self.init(
            from: first,
            to: try container.decodeIfPresent(Day.self, forKey: .to) ?? first,
            name: try container.decode(Phrase.self, forKey: .name),
            applies: try container.decodeIfPresent(Bool.self, forKey: .applies) ?? true)
    }
}
