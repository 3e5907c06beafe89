package import Kernel

/// What a day is to an office: worked, worked in part, worked to make up, or off.
package enum DayKind: Hashable, Sendable {
    case working([HoursSpan])
    case half(HalfDay)
    case makeUp(MakeUpDay, [HoursSpan])
    case off(DayOff)

    /// Empty on a day off only.
    package var hours: [HoursSpan] {
        switch self {
        case .working(let hours), .makeUp(_, let hours): hours
        case .half(let half): half.hours
        case .off: []
        }
    }

    package var isWorking: Bool { if case .off = self { false } else { true } }
}

/// Why an office is closed on a day.
package enum DayOff: Hashable, Sendable, Codable {
    case weeklyRest
    case holiday(Phrase)

    /// `nghỉ hằng tuần`, `nghỉ lễ (Giỗ Tổ Hùng Vương)`.
    package var words: Phrase {
        switch self {
        case .weeklyRest: Phrase(vi: "nghỉ hằng tuần", en: "weekly rest")
        case .holiday(let name): Phrase(vi: "nghỉ lễ (\(name.vi))", en: "public holiday (\(name.en))")
        }
    }
}
