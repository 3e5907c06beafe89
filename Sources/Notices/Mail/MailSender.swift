/// Whoever brings letters on their way: a mail server, or a folder on an installation for trying.
package protocol MailSender: Sendable {
    /// Returns when the letter is taken over. What is thrown names neither the recipient nor the content.
    func send(_ letter: Letter) async throws
}

/// A setting of mail that cannot be used.
package enum MailSetting: Error, CustomStringConvertible {
    case from

    package var description: String {
        switch self {
        case .from: "MOTCUA_SMTP_FROM: write an address, or a name and an address: Một cửa <mot-cua@tinh.example>"
        }
    }
}
