package import Kernel

/// A draft of a service definition (dự thảo định nghĩa dịch vụ): the YAML text that an official works on, until a second
/// person publishes it.
package struct ServiceDraft: Sendable {
    package typealias ID = Kernel.ID<ServiceDraft>

    package enum State: String, Sendable, CaseIterable {
        /// Being written.
        case draft
        /// Waiting for a second person.
        case review
        /// Published as it stands; a change begins a new draft.
        case published
    }

    package let id: ID
    /// The short name of the service, as the text says it.
    package let service: String
    package let procedure: String
    package let title: Phrase
    /// The agency whose officials write it.
    package let agency: String
    package let state: State
    package let text: String
    /// What the catalogue left open when it was begun, and nobody has ticked off yet.
    package let missing: [Phrase]
    package let version: Int
    /// What the reviewer said when sending it back.
    package let note: String?
    /// The published definition that it became.
    package let hash: String?
    package let changedAt: Instant

    /// As `motcua check` names it.
    package var file: String { service + ".yaml" }
}

/// One change of a draft: who made it, when, what it was, and the whole text after it, so that every change can be taken
/// back.
package struct ServiceDraftChange: Sendable {
    package enum Kind: String, Sendable {
        case begun, changed, undone, submitted, returned, withdrawn, published
    }

    package let number: Int
    package let kind: Kind
    package let at: Instant
    package let account: String
    package let name: String
    /// The part that was changed, or the reviewer's note.
    package let what: String
}
