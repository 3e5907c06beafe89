import Kernel

/// What differs from the ordinary weeks in one year: public holidays, days worked to make up, half days.
///
/// The year is decided anew by the Government (Bộ luật Lao động 2019, Đ.112); until then it is provisional.
package struct CalendarYear: Hashable, Sendable, Codable {
    package var holidays: [Holiday]
    package var makeUpDays: [MakeUpDay]
    package var halfDays: [HalfDay]
    /// True while no decision for the year has been seen; every derivation that reads the year says so.
    package var provisional: Bool
    /// The decision or notice that the year was taken from; empty when there is none.
    package var source: String

    package init(
        holidays: [Holiday] = [], makeUpDays: [MakeUpDay] = [], halfDays: [HalfDay] = [], provisional: Bool = false,
        source: String = ""
    ) {
        self.holidays = holidays
        self.makeUpDays = makeUpDays
        self.halfDays = halfDays
        self.provisional = provisional
        self.source = source
    }

    private enum CodingKeys: String, CodingKey {
        case holidays, provisional, source
        case makeUpDays = "make_up_days"
        case halfDays = "half_days"
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            holidays: try container.decodeIfPresent([Holiday].self, forKey: .holidays) ?? [],
            makeUpDays: try container.decodeIfPresent([MakeUpDay].self, forKey: .makeUpDays) ?? [],
            halfDays: try container.decodeIfPresent([HalfDay].self, forKey: .halfDays) ?? [],
            provisional: try container.decodeIfPresent(Bool.self, forKey: .provisional) ?? false,
            source: try container.decodeIfPresent(String.self, forKey: .source) ?? "")
    }
}
