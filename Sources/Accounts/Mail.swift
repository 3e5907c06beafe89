import Jobs
package import Kernel
package import Storage

/// An e-mail on its way: written into the outbox by the act that wants it and delivered by the room Notices.
package struct Mail: Sendable, Equatable, Codable {
    package static let jobKind = "mail"

    package let to: String
    package let subject: Phrase
    package let text: Phrase

    package init(to: String, subject: Phrase, text: Phrase) {
        self.to = to
        self.subject = subject
        self.text = text
    }

    /// Reads the payload of a job.
    package init(payload: JSON) throws { self = try payload.decoded(as: Mail.self) }

    /// Puts it into the outbox. Mails to one account go out in order.
    package func send(to account: String, at now: Instant, in tx: any Transaction) throws {
        try Outbox.enqueue(
            [(kind: Self.jobKind, lane: "mail:\(account)", payload: try JSON(encoding: self))], at: now, in: tx)
    }
}
