package import Casework
package import Kernel
import Storage

/// A payment (khoản thu) taken at the counter, with the receipt (biên lai) that was given for it. It is never changed;
/// a wrong one is voided, keeps its number and says why.
package struct Payment: Sendable, Equatable {
    package typealias ID = Kernel.ID<Payment>

    /// How the money came, at the counter.
    package enum Method: String, Sendable, CaseIterable {
        case cash, transfer

        package var name: Phrase {
            switch self {
            case .cash: Phrase(vi: "Tiền mặt", en: "Cash")
            case .transfer: Phrase(vi: "Chuyển khoản tại quầy", en: "Bank transfer at the counter")
            }
        }
    }

    /// One fee that was paid.
    package struct Item: Sendable, Equatable {
        package let fee: String
        package let title: Phrase
        package let amount: Money
        package let basis: String?
    }

    /// That a receipt does not count any more.
    package struct Voiding: Sendable, Equatable {
        package let at: Instant
        package let by: String
        package let reason: String
    }

    package let id: ID
    package let dossier: Dossier.ID
    package let agency: String
    package let receipt: ReceiptNumber
    package let items: [Item]
    package let amount: Money
    package let method: Method
    /// Who paid, as printed. Personal: it stands in this row alone and can be erased.
    package let payer: String
    /// The account and the name of the official who took it.
    package let official: String
    package let officialName: String
    package let at: Instant
    package let voiding: Voiding?
}

extension Payment.Method: SQLBindable, SQLReadable {}
