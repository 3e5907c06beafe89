import Casework
import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// The form with which money is taken: which fees, who pays, how.
struct PaymentForm {
    let file: CaseFile
    let typed: TakePayment.Order
    var problems: [FieldProblem] = []
    var buttonKind = ButtonKind.primary

    /// Filled in for taking everything that is due, in cash, from the submitter.
    static func fresh(_ file: CaseFile, at now: Instant) -> TakePayment.Order {
        TakePayment.Order(
            payment: Payment.ID(at: now), fees: Set(file.fees.filter { $0.paidAt == nil }.map(\.key)), method: .cash,
            payer: file.parties.submitter.name)
    }

    /// What was sent; nil when it is not from this form.
    static func read(_ form: FormValues) -> TakePayment.Order? {
        guard let id = Payment.ID(form["payment"]) else { return nil }
        return TakePayment.Order(
            payment: id, fees: Set(form.all("fee")), method: Payment.Method(rawValue: form["method"]),
            payer: String(form["payer"].prefix(200)))
    }

    var markup: Markup {
        postForm(to: PaymentPaths.taking(file.dossier.id)) {
            hiddenField("payment", typed.payment.description)
            Field(
                "fee", .whichFees,
                .checks(
                    typed.fees,
                    file.fees.filter { $0.paidAt == nil }.map { fee in
                        Choice(
                            fee.key,
                            Phrase(
                                vi: "\(fee.title.vi): \(fee.amount.phrase.vi)",
                                en: "\(fee.title.en): \(fee.amount.phrase.en)"))
                    }), problem: problems["fee"])
            Field("payer", .payer, .text(typed.payer), problem: problems["payer"])
            Field(
                "method", .method,
                .choice(typed.method?.rawValue, Payment.Method.allCases.map { Choice($0.rawValue, $0.name) }),
                help: .noOnlineYet, problem: problems["method"])
            Button(.takeMoney, buttonKind, name: "act", value: "take", effect: .takeMoneyEffect)
        }
    }
}
