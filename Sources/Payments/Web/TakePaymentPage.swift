import Casework
import DesignSystem
import Kernel
import Markup
import Site

/// The page on which money is taken, alone or with what was wrong.
struct TakePaymentPage {
    let file: CaseFile
    let payments: [Payment]
    let typed: TakePayment.Order
    var problems: [FieldProblem] = []
    var refusal: PaymentRefusal?

    var page: Page {
        Page(.takeMoneyTitle, side: .desk) {
            Narrow {
                backLink(DeskPaths.dossier(file.dossier.id), Phrase(same: file.dossier.code))
                ErrorSummary(problems)
                if let refusal { Banner(.warning, refusal.words) }
                PageTitle(.takeMoneyTitle, caption: Phrase(same: file.dossier.code))
                FeeTable(file: file, payments: payments)
                if file.owed > .zero, file.takesMoney {
                    PaymentForm(file: file, typed: typed, problems: problems).markup
                }
            }
        }
    }
}
