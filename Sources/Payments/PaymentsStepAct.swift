package import Casework
package import Catalogue
package import Kernel
package import Storage
import Wording

/// Holds a result back until its fees are paid (NĐ 118/2025/NĐ-CP: fees are paid before the result is handed over).
package struct PaymentsStepAct: StepAct {
    package init() {}

    package func objection(to act: Act, on dossier: Dossier, in tx: any Transaction) throws -> Phrase? {
        guard act.kind == .give else { return nil }
        let owed = try CaseFee.fees(of: dossier.id, in: tx).filter { $0.paidAt == nil }
            .reduce(Money.zero) { $0 + $1.amount }
        guard owed > .zero else { return nil }
        return Phrase(
            vi: "Còn \(owed.phrase.vi) phí, lệ phí chưa thu; xin thu trước khi trả kết quả.",
            en: "\(owed.phrase.en) of fees are unpaid; take them before handing over the result.")
    }

    package func follow(
        _ event: DossierEvent, on dossier: Dossier, by actor: Actor, at now: Instant, in tx: any Transaction
    ) throws {}
}
