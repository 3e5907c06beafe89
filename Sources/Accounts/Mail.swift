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

    /// Mails about one subject to one address go out in order; an address that takes none holds up no other. The lane
    /// names the address by the beginning of its hash, for it is shown to whoever sees the jobs.
    package func lane(of subject: String) -> String {
        "mail:\(subject):\(AccountToken.hash(EmailAddress(to)?.folded ?? to).prefix(12))"
    }

    /// Puts it into the outbox.
    package func send(to account: String, at now: Instant, in tx: any Transaction) throws {
        try Outbox.enqueue(
            [(kind: Self.jobKind, lane: lane(of: account), payload: try JSON(encoding: self))], at: now, in: tx)
    }
}
