import Foundation
import Journal
package import Kernel

/// An entry of a register (số vào sổ): one finished case, numbered within the year at its agency without gaps. An entry
/// whose result was taken back is struck out and stays.
package struct RegisterEntry: Sendable {
    package typealias ID = Kernel.ID<RegisterEntry>

    package let id: ID
    package let register: String
    package let year: Int
    package let number: Int
    package let series: String?
    package let dossier: Dossier.ID
    /// The definition under which it was entered: it says which columns there are.
    package let definition: String
    package let enteredOn: Day
    package let struckOn: Day?
    /// Nil once what is personal has been erased.
    package let content: Content?

    /// What stands in the columns, and the result that the entry is about.
    package struct Content: Codable, Sendable, Equatable {
        package var values: [String: JSON]
        /// `12/2026/GPXD`; nil where the service does not number its results.
        package var result: String?
    }

    /// `12/2026`, with the register's sign where it has one.
    package var written: String { ResultNumber.written(number, year, series) }

    /// The commitment to everything that the entry says.
    static func commitment(_ content: JSON, register: String, number: Int, year: Int, day: Day, salt: String) -> String
    {
        let whole: JSON = .object([
            "register": .string(register), "number": .number(Decimal(number)), "year": .number(Decimal(year)),
            "day": .string(day.description), "content": content,
        ])
        return Journal.commitment(to: whole.canonical, salt: salt)
    }
}

/// How a number of a result or of an entry is written.
package enum ResultNumber {
    package static func written(_ number: Int, _ year: Int, _ series: String?) -> String {
        ["\(number)", "\(year)", series].compactMap(\.self).joined(separator: "/")
    }
}

extension [DossierStore.Recorded] {
    /// The number under which the case stands in a register, as civil-status papers carry it: `12/2026`.
    package var entryNumber: String? {
        for record in reversed() {
            switch record.event {
            case .entered(_, _, let number, let year, _): return ResultNumber.written(number, year, nil)
            case .struckOut: return nil
            default: continue
            }
        }
        return nil
    }

    /// The number of the result; nil while it has none.
    package var resultNumber: String? {
        for record in reversed() {
            if case .numbered(let series, let number, let year) = record.event {
                return ResultNumber.written(number, year, series)
            }
        }
        return nil
    }
}
