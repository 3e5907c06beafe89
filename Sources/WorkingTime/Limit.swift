package import Kernel

/// How long an office may take: an amount of a unit, as the procedure states it.
///
/// No days at all of working days means "in the day" (trong ngày làm việc; NĐ 61/2018/NĐ-CP, Đ.18).
package struct Limit: Hashable, Sendable, Codable {
    package let amount: Int
    package let unit: LimitUnit

    package init(_ amount: Int, _ unit: LimitUnit) {
        self.amount = amount
        self.unit = unit
    }

    /// The longest amount that is counted at all, far above any limit of the national catalogue.
    static let longest = 10_000

    var isCountable: Bool { amount <= Limit.longest && amount >= (unit == .workingDays ? 0 : 1) }

    /// `3 ngày làm việc`, `1 working day`.
    package var words: Phrase {
        if unit == .workingDays, amount == 0 {
            return Phrase(vi: "trong ngày làm việc", en: "within the working day")
        }
        return unit.words(amount)
    }
}

/// The unit of a limit; it is part of the procedure and never exchanged for another.
package enum LimitUnit: String, Sendable, Codable, CaseIterable {
    /// Days on which the office works (ngày làm việc).
    case workingDays = "working_days"
    /// Days of the civil calendar (ngày; Bộ luật Dân sự 2015, Đ.147–148).
    case days
    /// Hours of office time (giờ làm việc).
    case hours
    /// Months of the civil calendar (tháng; Bộ luật Dân sự 2015, Đ.148).
    case months

    package func words(_ amount: Int) -> Phrase {
        let one = amount == 1
        return switch self {
        case .workingDays: Phrase(vi: "\(amount) ngày làm việc", en: "\(amount) working day\(one ? "" : "s")")
        case .days: Phrase(vi: "\(amount) ngày", en: "\(amount) day\(one ? "" : "s")")
        case .hours: Phrase(vi: "\(amount) giờ làm việc", en: "\(amount) working hour\(one ? "" : "s")")
        case .months: Phrase(vi: "\(amount) tháng", en: "\(amount) month\(one ? "" : "s")")
        }
    }
}
