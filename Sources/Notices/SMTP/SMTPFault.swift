package import Jobs
import NIOSSL

/// Why a message could not be handed to the mail server. The description names neither addresses nor contents, since it
/// is kept with the job and written to the log.
package enum SMTPFault: Error, Sendable, Equatable, CustomStringConvertible {
    /// What was going on when it went wrong.
    package enum Stage: String, Sendable {
        case greeting = "the greeting"
        case hello = "EHLO"
        case startTLS = "STARTTLS"
        case signIn = "AUTH"
        case sender = "MAIL FROM"
        case recipient = "RCPT TO"
        case content = "DATA"
    }

    case unreachable(host: String, port: Int)
    case timeout(Stage)
    case closed(Stage)
    case malformed(Stage)
    /// The server said no: its code, and the enhanced status when it gives one.
    case refused(Stage, code: Int, status: String?)
    /// STARTTLS is wanted and the server does not offer it; nothing was sent in the clear.
    case noSTARTTLS
    /// Bytes came between STARTTLS and the handshake: somebody may be writing into the connection.
    case injected
    case noHandshake(TLSReason)
    /// The server offers neither AUTH PLAIN nor AUTH LOGIN.
    case noSignIn

    package var description: String {
        switch self {
        case .unreachable(let host, let port): "mail server \(host):\(port) cannot be reached"
        case .timeout(let stage): "mail server did not answer in time at \(stage.rawValue)"
        case .closed(let stage): "mail server closed the connection at \(stage.rawValue)"
        case .malformed(let stage): "mail server answered something that is no SMTP at \(stage.rawValue)"
        case .refused(let stage, let code, let status):
            "mail server refused \(stage.rawValue): \(code)\(status.map { " \($0)" } ?? "")"
                + (code < 500 ? " (for now)" : " (for good)")
        case .noSTARTTLS:
            "mail server offers no STARTTLS; set MOTCUA_SMTP_SECURITY to tls, or to none on a safe network"
        case .injected: "bytes came between STARTTLS and the handshake; the connection cannot be trusted"
        case .noHandshake(let reason): "no TLS with the mail server: \(reason.rawValue)"
        case .noSignIn: "mail server takes neither AUTH PLAIN nor AUTH LOGIN"
        }
    }
}

extension SMTPFault: JobFailure {
    /// Only what the server says for good of one recipient or one message is for good; all else is mended at the server
    /// or in the settings, and then every message goes out.
    package var outlook: JobOutlook {
        switch self {
        case .refused(.recipient, let code, _) where code >= 500: .final
        case .refused(.content, let code, _) where code >= 500: .final
        case .refused(.recipient, _, _), .refused(.content, _, _): .deferred
        default: .passing
        }
    }
}

extension SMTPFault {
    /// Why there is no TLS, in words that name what to set; the library's own tell of its source files.
    package enum TLSReason: String, Sendable {
        case notTrusted = "its certificate is not trusted here"
        case otherName = "its certificate is for another name"
        case noTLS = "it speaks no TLS on this port; STARTTLS may be what it wants"
        case failed = "the handshake failed"

        init(_ error: any Error) {
            let text = String(describing: error)
            if error as? NIOSSLExtraError == .failedToValidateHostname {
                self = .otherName
            } else if text.contains("CERTIFICATE_VERIFY_FAILED") {
                self = .notTrusted
            } else if text.contains("WRONG_VERSION_NUMBER") || text.contains("HTTP_REQUEST") {
                self = .noTLS
            } else {
                self = .failed
            }
        }
    }
}
