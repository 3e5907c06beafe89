package import Casework
package import Kernel
import Storage

/// What was taken at an agency's counter on one day (thu trong ngày), per official.
///
/// A receipt voided on its own day counts as nothing; one voided later counts on its day and is taken off on the day of
/// voiding, so that a day that was settled stays as it was.
package struct Takings: Sendable {
    /// What one official took, and gave back for receipts of earlier days.
    package struct Sum: Sendable, Equatable {
        package let official: String
        package let name: String
        package internal(set) var receipts = 0
        package internal(set) var cash = Money.zero
        package internal(set) var transfer = Money.zero
        package internal(set) var returned = Money.zero

        package var net: Money { Money(dong: cash.dong + transfer.dong - returned.dong) }
    }

    /// One receipt in the list.
    package struct Line: Sendable, Equatable {
        package let payment: Payment.ID
        package let receipt: ReceiptNumber
        package let dossier: Dossier.ID
        package let code: String
        package let amount: Money
        package let method: Payment.Method
        package let officialName: String
        package let at: Instant
        package let voidedAt: Instant?
    }

    /// One screen: the receipts given on the day, and the earlier ones voided on it.
    package struct Listing: Sendable {
        package let day: Day
        /// Of every official who took or gave back money that day.
        package let sums: [Sum]
        package let lines: [Line]
        package let voided: [Line]
        /// The number after which the next page begins; nil after the last.
        package let next: Int?
    }

    static let perPage = 50
    /// As many receipts as one printed list holds.
    package static let mostPrinted = 2_000

    let office: CaseOffice

    package init(_ office: CaseOffice) { self.office = office }

    /// - Parameter account: of one official; nil for the whole agency.
    package func callAsFunction(
        at agency: String, on day: Day, of account: String?, after number: Int = 0, limit: Int? = nil
    ) async throws -> Listing {
        let most = limit ?? Self.perPage
        return try await office.database.read { tx in
            var lines = try TakingsStore.lines(at: agency, on: day, of: account, after: number, limit: most + 1, in: tx)
            let hasMore = lines.count > most
            if hasMore { lines.removeLast() }
            return Listing(
                day: day, sums: try TakingsStore.sums(at: agency, on: day, in: tx), lines: lines,
                voided: try TakingsStore.voided(at: agency, on: day, by: account, in: tx),
                next: hasMore ? lines.last?.receipt.number : nil)
        }
    }
}
