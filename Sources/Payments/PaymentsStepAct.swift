package import Casework
package import Catalogue
package import Kernel
package import Storage
import Wording

/// Holds a result back until its fees are paid (NĐ 118/2025/NĐ-CP: fees are paid before the result is handed over), and
/// the reception until those are that the definition makes due there.
package struct PaymentsStepAct: StepAct {
    package init() {}

    package func objection(to act: Act, on dossier: Dossier, in tx: any Transaction) throws -> Phrase? {
        guard act.kind == .give || act.kind == .receive else { return nil }
        var unpaid = try CaseFee.fees(of: dossier.id, in: tx).filter { $0.paidAt == nil }
        if act.kind == .receive, !unpaid.isEmpty {
            let early = try Self.dueAtReception(dossier, in: tx)
            unpaid = unpaid.filter { early.contains($0.rule) }
        }
        let owed = unpaid.reduce(Money.zero) { $0 + $1.amount }
        guard owed > .zero else { return nil }
        if act.kind == .receive {
            return Phrase(
                vi: "Còn \(owed.phrase.vi) phí, lệ phí phải thu trước khi tiếp nhận.",
                en: "\(owed.phrase.en) of fees are to be taken before the dossier is received.")
        }
        return Phrase(
            vi: "Còn \(owed.phrase.vi) phí, lệ phí chưa thu; xin thu trước khi trả kết quả.",
            en: "\(owed.phrase.en) of fees are unpaid; take them before handing over the result.")
    }

    private static func dueAtReception(_ dossier: Dossier, in tx: any Transaction) throws -> Set<String> {
        guard let document = try DefinitionStore.document(dossier.definition, in: tx) else { return [] }
        let definition = try PublishedDefinition(document: document).definition
        return Set(definition.fees.filter { $0.due == .reception }.map(\.key))
    }

    package func follow(
        _ event: DossierEvent, on dossier: Dossier, of parties: Parties?, by actor: Actor, at now: Instant,
        in tx: any Transaction
    ) throws {}
}
