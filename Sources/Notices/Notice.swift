package import Casework
package import Kernel
import Storage

/// A notice (thông báo): what a person is told about a dossier, in the portal and by e-mail.
///
/// NĐ 118/2025/NĐ-CP wants the applicant told of receipt, of everything that is asked for, of refusal with its reason
/// and of the result. Its texts may be personal: they stand in this row, which can be erased, and nowhere else.
package struct Notice: Sendable, Equatable {
    package typealias ID = Kernel.ID<Notice>

    /// What it is about.
    package enum Kind: String, Sendable, CaseIterable {
        case filed, received, refused, finished, given, withdrawn, recalculated, paid
        case supplementRequested = "supplement_requested"
        case supplementAnswered = "supplement_answered"
        case paymentRequested = "payment_requested"
        case paymentVoided = "payment_voided"
        case resultTakenBack = "result_taken_back"
    }

    package let id: ID
    package let account: String
    package let dossier: Dossier.ID?
    package let kind: Kind
    package let title: Phrase
    /// Paragraphs with an empty line between them.
    package let body: Phrase
    package let at: Instant
    package let readAt: Instant?

    package var isRead: Bool { readAt != nil }
}

extension Notice.Kind: SQLBindable, SQLReadable {}
