package import Kernel

/// An e-mail as it goes out: one recipient, Vietnamese first and English below it.
///
/// Its id and date come from the job that sends it, so that a second attempt is the same message byte by byte and a
/// recipient's server can tell.
package struct Letter: Sendable, Equatable {
    package let id: String
    package let to: EmailAddress
    package let subject: Phrase
    package let text: Phrase
    package let date: Instant

    package init(id: String, to: EmailAddress, subject: Phrase, text: Phrase, date: Instant) {
        self.id = id
        self.to = to
        self.subject = subject
        self.text = text
        self.date = date
    }
}
