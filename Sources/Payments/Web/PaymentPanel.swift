package import Casework
import Catalogue
import DesignSystem
import Kernel
package import Markup
package import Site
import Wording

/// The fees of a case on its page at the desk: what is due, what was paid by which receipt, and the form to take it.
package struct PaymentPanel: CasePanel {
    private let site: PaymentsSite

    package init(_ site: PaymentsSite) { self.site = site }

    package func panel(for file: CaseFile, official: DeskOfficial, request: Request) async throws -> Markup? {
        guard !file.fees.isEmpty else { return nil }
        let payments = try await site.book.payments(of: file.dossier.id)
        return Self.card(file, payments, official: official, at: site.office.clock.now)
    }

    static func card(_ file: CaseFile, _ payments: [Payment], official: DeskOfficial, at now: Instant) -> Markup {
        let owed = file.owed
        return Card(.fees, id: "thu-phi") {
            FeeTable(file: file, payments: payments)
            if owed > .zero {
                p(.class("note")) { Phrase.owed(owed) }
                if official.mayTakeMoney, file.takesMoney {
                    Disclosure(.takeMoneyTitle) {
                        PaymentForm(file: file, typed: PaymentForm.fresh(file, at: now), buttonKind: .secondary)
                            .markup
                    }
                }
            }
            let voided = payments.filter { $0.voiding != nil }
            if !voided.isEmpty {
                ul {
                    for payment in voided {
                        li {
                            a(.href(PaymentPaths.receipt(payment.id))) {
                                Phrase.receiptNumber
                                " \(payment.receipt)"
                            }
                            " "
                            Tag(.voided, .bad)
                        }
                    }
                }
            }
        }.markup
    }
}

/// The fees of a case with their state.
struct FeeTable: Component {
    let file: CaseFile
    let payments: [Payment]

    var markup: Markup {
        DataTable(
            .fees, columns: [.init(.fee), .init(.amount, .number), .init(.state)],
            rows: file.fees.map { fee in
                .init {
                    span(fee.title)
                    span(fee.amount.phrase)
                    state(of: fee)
                }
            }
        ).markup
    }

    private func state(of fee: CaseFee) -> Markup {
        guard fee.paidAt != nil else { return Tag(.unpaid, .waiting).markup }
        let payment = payments.last { $0.voiding == nil && $0.items.contains { $0.fee == fee.key } }
        guard let payment else { return Tag(Phrase(vi: "Đã nộp", en: "Paid"), .good).markup }
        return a(.href(PaymentPaths.receipt(payment.id))) { Phrase.paidBy(payment.receipt) }
    }
}

extension CaseFile {
    /// What is still to be paid.
    var owed: Money { fees.filter { $0.paidAt == nil }.reduce(.zero) { $0 + $1.amount } }

    /// Whether money is taken in this case: not after it ended without a result.
    var takesMoney: Bool { dossier.isOpen || dossier.official == .returned }
}
