import Casework
import Kernel
import Storage
import TestKit
import Testing

@testable import Payments

@Suite struct VoidPaymentTests {
    @Test(arguments: Dialect.allCases)
    func `a voided receipt keeps its number and its fees are due again`(dialect: Dialect) async throws {
        try await withDatabase(dialect, Counter.migrations) { db in
            let counter = try Counter(db)
            let dossier = try await counter.file()
            let payment = try await counter.take(dossier)
            counter.clock.move(minutes: 5)
            let voided = try await VoidPayment(counter.office)(
                payment.id, reason: "Thu nhầm hồ sơ", by: counter.official("leader", account: "dao", name: "Vũ Văn Đạo")
            ).get()
            #expect(voided.receipt == payment.receipt)
            #expect(voided.voiding == .init(at: counter.clock.now, by: "Vũ Văn Đạo", reason: "Thu nhầm hồ sơ"))
            #expect(try await counter.fees(of: dossier).allSatisfy { $0.paidAt == nil })
            guard case .paymentVoided(_, "0000001/2026", payment.amount)? = try await counter.history(of: dossier).last
            else { throw TakePaymentTests.Unexpected() }
            #expect(try await counter.take(dossier).receipt.number == 2)
            #expect(try await PaymentBook(db).payments(of: dossier.id).map { $0.voiding != nil } == [true, false])
        }
    }

    @Test(arguments: Dialect.allCases)
    func `what a voided receipt paid for is due again only as far as the rules ask for it`(dialect: Dialect)
        async throws
    {
        try await withDatabase(dialect, Counter.migrations) { db in
            let counter = try Counter(db)
            let dossier = try await counter.file()
            let due = try await counter.fees(of: dossier).map(\.amount)
            // As after new answers that made it less.
            _ = try await db.write { tx in
                try tx.run("UPDATE dossier_fee SET amount = amount + 5000 WHERE dossier_id = \(dossier.id)")
            }
            let payment = try await counter.take(dossier)
            counter.clock.move(minutes: 5)
            _ = try await VoidPayment(counter.office)(payment.id, reason: "Nhầm", by: counter.official()).get()
            let fees = try await counter.fees(of: dossier)
            #expect(fees.map(\.amount) == due && fees.allSatisfy { $0.paidAt == nil })
            #expect(
                try await counter.history(of: dossier).suffix(2).map(\.kind) == ["payment_voided", "fees_changed"])
        }
    }

    @Test(arguments: Dialect.allCases)
    func `voiding needs a reason, the right role, and happens once`(dialect: Dialect) async throws {
        try await withDatabase(dialect, Counter.migrations) { db in
            let counter = try Counter(db)
            let payment = try await counter.take(counter.file())
            let void = VoidPayment(counter.office)
            guard case .failure(.problems) = try await void(payment.id, reason: "", by: counter.official()) else {
                throw TakePaymentTests.Unexpected()
            }
            let specialist = try await void(payment.id, reason: "x", by: counter.official("specialist"))
            #expect(specialist == .failure(.notAllowed))
            let stranger = try await void(payment.id, reason: "x", by: counter.official(agency: "khac"))
            #expect(stranger == .failure(.unknown))
            let results = try await withThrowingTaskGroup { group in
                for _ in 0..<2 {
                    group.addTask { try await void(payment.id, reason: "Nhầm", by: counter.official()) }
                }
                var results: [Result<Payment, PaymentRefusal>] = []
                for try await result in group { results.append(result) }
                return results
            }
            let refused = results.compactMap { result -> PaymentRefusal? in
                if case .failure(let refusal) = result { refusal } else { nil }
            }
            #expect(
                refused == [.alreadyVoided(payment.receipt, by: "Lê Thị Cửa (mẫu)", at: counter.clock.now)])
        }
    }

    @Test(arguments: Dialect.allCases)
    func `after the case has ended a wrong receipt can still be put right`(dialect: Dialect) async throws {
        try await withDatabase(dialect, Counter.migrations) { db in
            let counter = try Counter(db)
            let dossier = try await counter.file()
            let payment = try await counter.take(dossier)
            for act in ["receive", "finish", "give"] { _ = try await counter.act(act, on: dossier.id).get() }
            _ = try await VoidPayment(counter.office)(payment.id, reason: "Sai tên", by: counter.official()).get()
            let again = try await counter.take(dossier)
            #expect(again.receipt.number == 2)
            #expect(try await counter.dossier(dossier.id).official == .returned)
        }
    }
}
