package import Casework
import Catalogue
import Kernel
import Storage

/// Voids a receipt that was given wrongly: it keeps its number and says who voided it and why, and what it paid for is
/// due again, as far as the rules of the case still ask for it. The one-stop desk and the leader of the agency may, also after the case has ended.
package struct VoidPayment: Sendable {
    let office: CaseOffice

    package init(_ office: CaseOffice) { self.office = office }

    package func callAsFunction(
        _ id: Payment.ID, reason: String, by official: DeskOfficial
    ) async throws -> Result<Payment, PaymentRefusal> {
        guard official.mayVoidReceipts else { return .failure(.notAllowed) }
        let now = office.clock.now
        guard let known = try await PaymentBook(office.database).payment(id) else { return .failure(.unknown) }
        return try await office.acting(on: known.dossier, orElse: .unknown) { [office] service, calendar, tx in
            guard let stored = try DossierStore.lock(known.dossier, in: tx), official.sees(stored.dossier),
                let payment = try PaymentStore.find(id, in: tx)
            else { return .failure(.unknown) }
            if let voiding = payment.voiding {
                return .failure(.alreadyVoided(payment.receipt, by: voiding.by, at: voiding.at))
            }
            guard !reason.isEmpty else {
                return .failure(
                    .problems([
                        FieldProblem("reason", Phrase(vi: "Xin ghi lý do hủy.", en: "Please write why it is voided."))
                    ]))
            }
            try PaymentStore.void(
                id, by: official.account, name: official.name, reason: reason, at: now, in: tx)
            try CaseFee.settle(payment.items.map(\.fee), of: payment.dossier, at: nil, in: tx)
            let event = DossierEvent.paymentVoided(
                payment: id.description, receipt: payment.receipt.description, amount: payment.amount)
            var events = [event]
            if let content = try ContentStore.find(payment.dossier, in: tx),
                let fees = try CaseFee.adjust(
                    to: service.fees(for: stored.dossier.facts(content)), of: payment.dossier, in: tx)
            {
                events.append(.feesChanged(fees: fees))
            }
            _ = try office.record(events, on: stored, service, calendar, by: official.actor, at: now, in: tx)
            return try PaymentStore.find(id, in: tx).map { .success($0) } ?? .failure(.unknown)
        }
    }
}
