import Casework
import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// The page on which a receipt is voided, with its reason.
struct VoidPaymentPage {
    let payment: Payment
    var typed = ""
    var problems: [FieldProblem] = []
    var refusal: PaymentRefusal?

    var page: Page {
        Page(.voidReceipt, side: .desk) {
            Narrow {
                backLink(PaymentPaths.receipt(payment.id))
                ErrorSummary(problems)
                if let refusal { Banner(.warning, refusal.words) }
                PageTitle(.voidReceipt, caption: Phrase(same: "\(payment.receipt)"))
                SummaryList([
                    .init(.amount, payment.amount.phrase), .init(.payer, payment.payer),
                    .init(.official, payment.officialName), .init(.day, payment.at.phrase),
                ])
                postForm(to: PaymentPaths.voiding(payment.id), guarded: true) {
                    Field("reason", .voidReason, .longText(typed, rows: 3), problem: problems["reason"])
                    Button(.voidReceipt, .danger, name: "act", value: "void", effect: .voidEffect)
                }
            }
        }
    }
}
