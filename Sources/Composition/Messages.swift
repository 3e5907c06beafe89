import Casework
import Kernel
import Notices
import Site

extension Installation {
    /// How notices name the site and where they lead.
    static func notices(_ settings: Settings) -> NoticeSettings {
        NoticeSettings(
            address: settings.baseURL, siteName: settings.siteName, dossierPath: { ApplicantPaths.dossier($0) },
            lookupPath: ApplicantPaths.lookup(), sendsMail: sendsMail(settings))
    }

    /// Whether messages leave the site, or at least lie in files where they can be read.
    var sendsMail: Bool { Self.sendsMail(settings) }

    private static func sendsMail(_ settings: Settings) -> Bool { settings.mail != nil || settings.isSample }

    /// Who carries the mail: the server of the settings; a folder of files for an installation that is only for
    /// trying; otherwise nobody: notices stay on the portal, other mail waits among the jobs for some days.
    func mailSender() throws -> (any MailSender)? {
        if let mail = settings.mail {
            return try mail.sender()
        }
        return settings.isSample
            ? try FileSender(folder: settings.data + "/mail", from: "khong-tra-loi@mau.example") : nil
    }
}

extension Settings.Mail {
    /// Who speaks with the mail server. Errors: `MailSetting`, for what no server would take.
    func sender() throws -> SMTPSender {
        try SMTPSender(
            host: host, port: port, user: user, password: password, from: from,
            security: SMTPSecurity(rawValue: security) ?? .none)
    }
}
