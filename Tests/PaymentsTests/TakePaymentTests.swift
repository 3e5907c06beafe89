import Casework
import Kernel
import Storage
import TestKit
import Testing

@testable import Catalogue
@testable import Payments

@Suite struct TakePaymentTests {
    @Test(arguments: Dialect.allCases)
    func `money taken has a receipt, settles its fees and stands in the history`(dialect: Dialect) async throws {
        try await withDatabase(dialect, Counter.migrations) { db in
            let counter = try Counter(db)
            let dossier = try await counter.file()
            let payment = try await counter.take(dossier)
            #expect(payment.receipt.description == "0000001/2026")
            #expect(payment.amount == Money(dong: 166_000) && payment.items.map(\.fee) == ["a", "b"])
            #expect(try await counter.fees(of: dossier).allSatisfy { $0.paidAt == counter.clock.now })
            #expect(try await PaymentBook(db).payments(of: dossier.id) == [payment])
            let event = DossierEvent.paid(
                payment: payment.id.description, receipt: "0000001/2026", amount: payment.amount)
            #expect(try await counter.history(of: dossier).last == event)
            #expect(try await counter.dossier(dossier.id).version == dossier.version + 1)
            let written = try await db.read { tx in
                try tx.rows("SELECT content FROM journal_entry").map { try $0.get("content", as: String.self) }.joined()
            }
            #expect(written.contains("0000001/2026") && !written.contains("Bình"))
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a part may be paid first and the rest later`(dialect: Dialect) async throws {
        try await withDatabase(dialect, Counter.migrations) { db in
            let counter = try Counter(db)
            let dossier = try await counter.file()
            #expect(try await counter.take(dossier, ["b"], method: .transfer).amount == Money(dong: 16_000))
            #expect(try await counter.fees(of: dossier).map { $0.paidAt != nil } == [false, true])
            let rest = try await counter.take(dossier, ["a"])
            #expect(rest.receipt.number == 2 && rest.amount == Money(dong: 150_000))
        }
    }

    @Test(arguments: Dialect.allCases)
    func `the same form sent several times at once takes the money once`(dialect: Dialect) async throws {
        try await withDatabase(dialect, Counter.migrations) { db in
            let counter = try Counter(db)
            let dossier = try await counter.file()
            let order = counter.order()
            let payments = try await withThrowingTaskGroup { group in
                for _ in 0..<6 {
                    group.addTask { try await TakePayment(counter.office)(dossier.id, order, by: counter.official()) }
                }
                var payments: [Payment] = []
                for try await result in group { payments.append(try result.get()) }
                return payments
            }
            #expect(payments.count == 6 && payments.allSatisfy { $0 == payments[0] })
            #expect(try await PaymentBook(db).payments(of: dossier.id).count == 1)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `of two officials who take the same fee, the second is told who had it`(dialect: Dialect) async throws {
        try await withDatabase(dialect, Counter.migrations) { db in
            let counter = try Counter(db)
            let dossier = try await counter.file()
            let first = try await counter.take(dossier, ["a"])
            let second = try await TakePayment(counter.office)(
                dossier.id, counter.order(), by: counter.official(account: "khac", name: "Bùi Văn Cửa (mẫu)"))
            #expect(second == .failure(.alreadyPaid(first.receipt, by: "Lê Thị Cửa (mẫu)", at: first.at)))
            #expect(try await counter.fees(of: dossier).map { $0.paidAt != nil } == [true, false])
        }
    }

    @Test(arguments: Dialect.allCases)
    func `what is missing is told all at once, and no number is used up`(dialect: Dialect) async throws {
        try await withDatabase(dialect, Counter.migrations) { db in
            let counter = try Counter(db)
            let dossier = try await counter.file()
            var order = counter.order([], method: nil)
            order.payer = ""
            let empty = try await TakePayment(counter.office)(dossier.id, order, by: counter.official())
            guard case .failure(.problems(let problems)) = empty else { throw Unexpected() }
            #expect(problems.map(\.field) == ["fee", "payer", "method"])
            let unknown = try await TakePayment(counter.office)(
                dossier.id, counter.order(["a", "x"]), by: counter.official())
            guard case .failure(.problems) = unknown else { throw Unexpected() }
            #expect(try await counter.take(dossier).receipt.number == 1)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `only the one-stop desk of the agency takes money`(dialect: Dialect) async throws {
        try await withDatabase(dialect, Counter.migrations) { db in
            let counter = try Counter(db)
            let dossier = try await counter.file()
            for role in ["specialist", "head", "leader", "administrator"] {
                let result = try await TakePayment(counter.office)(
                    dossier.id, counter.order(), by: counter.official(role))
                #expect(result == .failure(.notAllowed))
            }
            let stranger = try await TakePayment(counter.office)(
                dossier.id, counter.order(), by: counter.official(agency: "khac"))
            #expect(stranger == .failure(.unknown))
            let nothing = try await TakePayment(counter.office)(
                Dossier.ID(at: counter.clock.now), counter.order(), by: counter.official())
            #expect(nothing == .failure(.unknown))
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a refused dossier takes no money any more`(dialect: Dialect) async throws {
        try await withDatabase(dialect, Counter.migrations) { db in
            let counter = try Counter(db)
            let dossier = try await counter.file()
            _ = try await counter.act("refuse", on: dossier.id, note: "Không thuộc thẩm quyền").get()
            let result = try await TakePayment(counter.office)(dossier.id, counter.order(), by: counter.official())
            #expect(result == .failure(.ended(.notReceived)))
        }
    }

    @Test(arguments: Dialect.allCases)
    func `the result is held back while fees are unpaid`(dialect: Dialect) async throws {
        try await withDatabase(dialect, Counter.migrations) { db in
            let counter = try Counter(db)
            let id = try await counter.file().id
            _ = try await counter.act("receive", on: id).get()
            let finished = try await counter.act("finish", on: id).get()
            guard case .failure(.blocked(let why)) = try await counter.act("give", on: id) else { throw Unexpected() }
            #expect(why.vi.contains("166.000 đồng"))
            let payment = try await counter.take(finished)
            _ = try await VoidPayment(counter.office)(payment.id, reason: "Nhầm", by: counter.official()).get()
            guard case .failure(.blocked) = try await counter.act("give", on: id) else { throw Unexpected() }
            _ = try await counter.take(finished)
            #expect(try await counter.act("give", on: id).get().official == .returned)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `the reception waits for the fees that are due there, and for no others`(dialect: Dialect) async throws {
        try await withDatabase(dialect, Counter.migrations) { db in
            var definition = Counter.definition
            (definition.fees[0].due, definition.fees[0].refund) = (.reception, .kept)
            let counter = try Counter(db, definition: definition)
            let (published, now) = (counter.service.published, counter.clock.now)
            try await db.write { tx in _ = try DefinitionStore.insert(published, at: now, in: tx) }
            let dossier = try await counter.file()
            guard case .failure(.blocked(let why)) = try await counter.act("receive", on: dossier.id) else {
                throw Unexpected()
            }
            #expect(why.vi.contains("150.000 đồng"))
            _ = try await counter.take(dossier, ["a"])
            _ = try await counter.act("receive", on: dossier.id).get()
        }
    }

    @Test(arguments: Dialect.allCases)
    func `what is entered at the counter stays unreceived until the fee is taken that is due before`(
        dialect: Dialect
    ) async throws {
        try await withDatabase(dialect, Counter.migrations) { db in
            var definition = Counter.definition
            (definition.fees[0].due, definition.fees[0].refund) = (.reception, .kept)
            let counter = try Counter(db, definition: definition)
            let (published, now) = (counter.service.published, counter.clock.now)
            try await db.write { tx in _ = try DefinitionStore.insert(published, at: now, in: tx) }
            let dossier = try await counter.file(desk: counter.official())
            #expect(dossier.clock == nil && dossier.step == "reception" && dossier.isOpen)
            let before = try #require(try await counter.office.file(dossier.id)).feesBeforeReception
            #expect(before.map(\.key) == ["a"])
            guard case .failure(.blocked) = try await counter.act("receive", on: dossier.id) else {
                throw Unexpected()
            }
            _ = try await counter.take(dossier, ["a"])
            #expect(try #require(try await counter.office.file(dossier.id)).feesBeforeReception == [])
            let received = try await counter.act("receive", on: dossier.id).get()
            #expect(received.clock != nil && received.step == "work")
        }
    }

    @Test(arguments: Dialect.allCases)
    func `what is entered at the counter without such a fee is received at once`(dialect: Dialect) async throws {
        try await withDatabase(dialect, Counter.migrations) { db in
            let counter = try Counter(db)
            let dossier = try await counter.file(desk: counter.official())
            #expect(dossier.clock != nil && dossier.step == "work")
        }
    }

    struct Unexpected: Error {}
}
