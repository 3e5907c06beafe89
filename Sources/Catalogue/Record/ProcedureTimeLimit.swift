package import Kernel

extension Procedure {
    /// How long the agency may take (thời hạn giải quyết). A limit without a unit promises nothing: the page shows the
    /// source's words instead.
    package struct TimeLimit: Codable, Hashable, Sendable {
        package enum Unit: String, Codable, Hashable, Sendable, CaseIterable {
            case workingDays = "working_days"
            case days, hours, months
        }

        /// Where the limit was read.
        package enum Basis: String, Codable, Hashable, Sendable {
            /// The limit's own cell.
            case cell
            /// The words beside the cell ("03 ngày làm việc kể từ ngày nhận đủ hồ sơ").
            case remark
            /// The order of steps.
            case steps
        }

        /// In halves, so that 1.5 working days can be said.
        package var halves: Int
        package var unit: Unit?
        package var basis: Basis

        package init(_ value: Int, _ unit: Unit?, basis: Basis = .cell) {
            self.init(halves: value * 2, unit, basis: basis)
        }

        package init(halves: Int, _ unit: Unit?, basis: Basis = .cell) {
            self.halves = halves
            self.unit = unit
            self.basis = basis
        }

        /// `3`, or `1,5` in Vietnamese and `1.5` in English.
        package var amount: Phrase {
            halves % 2 == 0 ? Phrase(same: String(halves / 2)) : Phrase(vi: "\(halves / 2),5", en: "\(halves / 2).5")
        }

        /// `3 ngày làm việc`; nil without a unit.
        package var phrase: Phrase? {
            guard let unit else { return nil }
            let one = halves == 2
            let words: Phrase =
                switch unit {
                case .workingDays: Phrase(vi: "ngày làm việc", en: one ? "working day" : "working days")
                case .days: Phrase(vi: "ngày", en: one ? "day" : "days")
                case .hours: Phrase(vi: "giờ", en: one ? "hour" : "hours")
                case .months: Phrase(vi: "tháng", en: one ? "month" : "months")
                }
            return Phrase(vi: "\(amount.vi) \(words.vi)", en: "\(amount.en) \(words.en)")
        }
    }
}
