package import Casework
import Kernel
import Storage

/// Takes money for fees of a dossier at the counter (NĐ 118/2025/NĐ-CP) and gives it a receipt with the agency's next
/// number. All or some of what is due may be paid at once, each fee as a whole.
package struct TakePayment: Sendable {
    /// What the official sends.
    package struct Order: Sendable {
        /// Made when the form was shown: sent twice, the same payment is found and nothing is taken again.
        package var payment: Payment.ID
        package var fees: Set<String>
        package var method: Payment.Method?
        package var payer: String

        package init(payment: Payment.ID, fees: Set<String>, method: Payment.Method?, payer: String) {
            self.payment = payment
            self.fees = fees
            self.method = method
            self.payer = payer
        }
    }

    let office: CaseOffice

    package init(_ office: CaseOffice) { self.office = office }

    package func callAsFunction(
        _ id: Dossier.ID, _ order: Order, by official: DeskOfficial
    ) async throws -> Result<Payment, PaymentRefusal> {
        guard official.mayTakeMoney else { return .failure(.notAllowed) }
        let now = office.clock.now
        return try await office.acting(on: id, orElse: .unknown) { [office] service, calendar, tx in
            guard let stored = try DossierStore.lock(id, in: tx), official.sees(stored.dossier) else {
                return .failure(.unknown)
            }
            if let known = try PaymentStore.find(order.payment, in: tx) {
                return known.dossier == id ? .success(known) : .failure(.unknown)
            }
            let due = try CaseFee.fees(of: id, in: tx)
            let chosen = due.filter { order.fees.contains($0.key) }
            if let refusal = try Self.refusal(order, chosen, of: stored.dossier, in: tx) { return .failure(refusal) }
            try CaseFee.settle(chosen.map(\.key), of: id, at: now, in: tx)
            let payment = Payment(
                id: order.payment, dossier: id, agency: stored.dossier.agency,
                receipt: try PaymentStore.nextNumber(at: stored.dossier.agency, year: now.day.year, in: tx),
                items: chosen.map { .init(fee: $0.key, title: $0.title, amount: $0.amount, basis: $0.basis) },
                amount: chosen.reduce(.zero) { $0 + $1.amount }, method: order.method ?? .cash, payer: order.payer,
                official: official.account, officialName: official.name, at: now, voiding: nil)
            try PaymentStore.insert(payment, in: tx)
            let event = DossierEvent.paid(
                payment: payment.id.description, receipt: payment.receipt.description, amount: payment.amount)
            _ = try office.record(event, on: stored, service, calendar, by: official.actor, at: now, in: tx)
            return .success(payment)
        }
    }

    private static func refusal(
        _ order: Order, _ chosen: [CaseFee], of dossier: Dossier, in tx: any Transaction
    ) throws -> PaymentRefusal? {
        switch dossier.official {
        case .notReceived, .withdrawn, .stopped: return .ended(dossier.official)
        case .registered, .received, .inProcess, .supplementRequested, .paymentRequested, .finished, .returned: break
        }
        let paid = Set(chosen.filter { $0.paidAt != nil }.map(\.key))
        if !paid.isEmpty {
            let earlier = try PaymentStore.payments(of: dossier.id, in: tx).last { payment in
                payment.voiding == nil && payment.items.contains { paid.contains($0.fee) }
            }
            guard let earlier else { return .unknown }
            return .alreadyPaid(earlier.receipt, by: earlier.officialName, at: earlier.at)
        }
        var problems: [FieldProblem] = []
        if chosen.isEmpty || chosen.count < order.fees.count {
            problems.append(
                FieldProblem(
                    "fee", Phrase(vi: "Xin chọn ít nhất một khoản để thu.", en: "Choose at least one amount to take.")))
        }
        if order.payer.isEmpty {
            problems.append(
                FieldProblem("payer", Phrase(vi: "Xin ghi tên người nộp tiền.", en: "Please write who pays.")))
        }
        if order.method == nil {
            problems.append(
                FieldProblem("method", Phrase(vi: "Xin chọn cách nộp.", en: "Please choose how it is paid.")))
        }
        return problems.isEmpty ? nil : .problems(problems)
    }
}
