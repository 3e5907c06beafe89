import Blobs
import Foundation
import Kernel
import Notices

extension Installation {
    func examineFiles(_ found: inout Examination) {
        let manager = FileManager.default
        if manager.isWritableFile(atPath: blobs.incoming) {
            found.good("files", "the folder can be written")
        } else {
            found.broken(
                "files", "\(settings.data) cannot be written", "MOTCUA_DATA: give it to the user who runs motcua")
        }
        let space = try? manager.attributesOfFileSystem(forPath: settings.data)[.systemFreeSize] as? NSNumber
        if let megabytes = space.map({ $0.int64Value / 1_048_576 }) {
            let advice = "free space on the disk of \(settings.data)"
            switch megabytes {
            case ..<500: found.broken("files", "\(megabytes) MB are free", advice)
            case ..<5_000: found.watch("files", "\(megabytes) MB are free", advice)
            default: found.good("files", "\(megabytes / 1_024) GB are free")
            }
        }
        for path in [settings.data, GeneratedSecret.path(in: settings.data)] {
            guard let mode = PrivateFile.mode(of: path) else { continue }
            if mode & 0o077 == 0 {
                found.good("files", "only the owner may read \(path)")
            } else {
                found.broken("files", "others on the machine may read \(path)", "chmod go= \(path)")
            }
        }
        found.good("secret", settings.secret.utf8.count >= 32 ? "long enough" : "made at the first start")
    }

    /// A backup a day is expected; a week without one is a loss waiting to happen.
    func examineBackups(_ found: inout Examination) {
        let advice = "run motcua backup --into FOLDER every day; packaging/ has a timer"
        guard let folder = settings.backups else {
            if settings.isSample {
                found.good("backup", "none is expected of a site for trying")
            } else {
                found.watch("backup", "nobody says where backups are", "set MOTCUA_BACKUPS, and \(advice)")
            }
            return
        }
        guard let newest = BackupShelf(folder).backups.last,
            let made = (try? FileManager.default.attributesOfItem(atPath: newest))?[.modificationDate] as? Date
        else { return found.broken("backup", "there is none in \(folder)", advice) }
        let hours = (clock.now.microseconds / 1_000_000 - Int64(made.timeIntervalSince1970)) / 3_600
        switch hours {
        case ..<26: found.good("backup", "the newest is \(max(0, hours)) hours old")
        case ..<168: found.watch("backup", "the newest is \(hours) hours old", advice)
        default: found.broken("backup", "the newest is \(hours / 24) days old", advice)
        }
    }

    func examineNetwork(_ found: inout Examination) async {
        if let mail = settings.mail {
            if await SMTPSender.answers(host: mail.host, port: mail.port) {
                found.good("mail", "the server answers")
            } else {
                found.broken(
                    "mail", "nobody answers at \(mail.host):\(mail.port)", "look at MOTCUA_SMTP_HOST, MOTCUA_SMTP_PORT")
            }
        } else if settings.isSample {
            found.good("mail", "it is written into files")
        } else {
            found.watch(
                "mail", "none goes out, so people cannot register", "set MOTCUA_SMTP_HOST and MOTCUA_SMTP_FROM")
        }
        if settings.isSecure {
            found.good("address", "\(settings.baseURL), over TLS")
        } else if settings.isSample {
            found.good("address", "\(settings.baseURL), only for trying")
        } else {
            found.broken(
                "address", "browsers reach \(settings.baseURL) without TLS", "set MOTCUA_BASE_URL to https://…")
        }
        examineCertificate(&found)
    }

    private func examineCertificate(_ found: inout Examination) {
        guard let path = settings.tlsCertificate, let end = ServerTLS.ends(path) else { return }
        let days = (end - clock.now.microseconds / 1_000_000) / 86_400
        let advice = "renew \(path), then restart"
        switch days {
        case ..<0: found.broken("certificate", "it has ended", advice)
        case ..<21: found.watch("certificate", "it ends in \(days) days", advice)
        default: found.good("certificate", "it holds for \(days) more days")
        }
    }
}
