import Casework
import Kernel
import Storage
import TestKit
import Testing

@testable import Payments

@Suite struct TakingsTests {
    private let today = Day(year: 2026, month: 4, day: 22) ?? Day(number: 0)

    @Test(arguments: Dialect.allCases)
    func `a day is summed per official, and a receipt voided on its day counts as nothing`(dialect: Dialect)
        async throws
    {
        try await withDatabase(dialect, Counter.migrations) { db in
            let counter = try Counter(db)
            let other = counter.official(account: "khac", name: "Bùi Văn Cửa (mẫu)")
            _ = try await counter.take(counter.file())
            _ = try await counter.take(counter.file(), ["b"], method: .transfer)
            _ = try await counter.take(counter.file(), ["a"], by: other)
            let wrong = try await counter.take(counter.file())
            _ = try await VoidPayment(counter.office)(wrong.id, reason: "Nhầm", by: other).get()
            let listing = try await Takings(counter.office)(at: Counter.agency, on: today, of: nil)
            #expect(listing.sums.map(\.official) == ["khac", "cua"])
            #expect(listing.sums.map(\.cash.dong) == [150_000, 166_000])
            #expect(listing.sums.map(\.transfer.dong) == [0, 16_000])
            #expect(listing.sums.map(\.returned.dong) == [0, 0])
            #expect(listing.sums.map(\.receipts) == [1, 2])
            #expect(listing.lines.map(\.receipt.number) == [1, 2, 3, 4] && listing.lines[3].voidedAt != nil)
            let own = try await Takings(counter.office)(at: Counter.agency, on: today, of: "khac")
            #expect(own.lines.map(\.receipt.number) == [3])
            let elsewhere = try await Takings(counter.office)(at: "khac", on: today, of: nil)
            #expect(elsewhere.lines.isEmpty && elsewhere.sums.isEmpty)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a settled day stays as it was; what is voided later is given back on that day`(dialect: Dialect)
        async throws
    {
        try await withDatabase(dialect, Counter.migrations) { db in
            let counter = try Counter(db)
            let payment = try await counter.take(counter.file())
            counter.clock.move(to: "2026-04-23T08:00:00+07:00")
            _ = try await VoidPayment(counter.office)(payment.id, reason: "Nhầm", by: counter.official()).get()
            let takings = Takings(counter.office)
            let first = try await takings(at: Counter.agency, on: today, of: nil)
            #expect(first.sums.map(\.net.dong) == [166_000])
            let second = try await takings(at: Counter.agency, on: today.adding(days: 1), of: "cua")
            #expect(second.sums.map(\.net.dong) == [-166_000])
            #expect(second.lines.isEmpty && second.voided.map(\.receipt) == [payment.receipt])
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a long day comes page by page`(dialect: Dialect) async throws {
        try await withDatabase(dialect, Counter.migrations) { db in
            let counter = try Counter(db)
            for _ in 0..<7 { _ = try await counter.take(counter.file()) }
            var numbers: [Int] = []
            var after: Int? = 0
            while let from = after {
                let listing = try await Takings(counter.office)(
                    at: Counter.agency, on: today, of: nil, after: from, limit: 3)
                numbers += listing.lines.map(\.receipt.number)
                after = listing.next
            }
            #expect(numbers == Array(1...7))
        }
    }

    @Test(arguments: Dialect.allCases)
    func `the lists have their indexes`(dialect: Dialect) async throws {
        try await withDatabase(dialect, Counter.migrations) { db in
            let whole = try await db.plan(
                of: TakingsStore.linesSQL(at: "x", on: today, of: nil, after: 3, limit: 51))
            #expect(whole.contains("payment_by_day"), "\(whole)")
            let own = try await db.plan(of: TakingsStore.linesSQL(at: "x", on: today, of: "a", after: 3, limit: 51))
            #expect(own.contains("payment_by_official"), "\(own)")
            for plan in [whole, own] {
                #expect(
                    !plan.contains("Sort") && !plan.contains("TEMP B-TREE") && !plan.contains("Seq Scan"), "\(plan)")
            }
        }
    }
}
