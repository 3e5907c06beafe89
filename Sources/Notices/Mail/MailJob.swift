import Accounts
package import Jobs
import Kernel

/// Carries out the jobs of kind `mail`: the e-mails that acts have written into the outbox.
package struct MailJob: JobHandler {
    /// Why a letter was not even tried. It waits, visibly, among the jobs; for a mail server as long as it is news.
    enum Hindrance: JobFailure, CustomStringConvertible {
        case noServer
        case unreadable
        case noAddress

        var description: String {
            switch self {
            case .noServer: "no mail server is set (MOTCUA_SMTP_HOST); the message waits for a few days"
            case .unreadable: "the message cannot be read from its job"
            case .noAddress: "the recipient's address is none"
            }
        }

        var outlook: JobOutlook { self == .noServer ? .expiring : .final }
    }

    package let kind = Mail.jobKind
    private let sender: (any MailSender)?

    /// - Parameter sender: nil when the installation has no mail server.
    package init(sender: (any MailSender)?) { self.sender = sender }

    package func run(_ job: Job) async throws {
        guard let sender else { throw Hindrance.noServer }
        guard let mail = try? Mail(payload: job.payload) else { throw Hindrance.unreadable }
        guard let to = EmailAddress(mail.to) else { throw Hindrance.noAddress }
        try await sender.send(
            Letter(id: job.id.description, to: to, subject: mail.subject, text: mail.text, date: job.writtenAt))
    }
}
