import Foundation
import NIOCore
import Storage

extension Settings {
    /// The setting behind a fault of the start, with what to change; nil for a fault of another kind.
    package func problem(behind error: any Error) -> Problem? {
        switch error {
        case let fault as DatabaseFault where fault.kind == .connection: return Problem(lines: [database(fault)])
        case let fault as IOError where [EADDRINUSE, EADDRNOTAVAIL, EACCES].contains(fault.errnoCode):
            return Problem(lines: [listening(String(cString: strerror(fault.errnoCode)))])
        case is SocketAddressError, is SocketAddressError.UnknownHost:
            return Problem(lines: [listening("there is no such address")])
        default: return nil
        }
    }

    private func database(_ fault: DatabaseFault) -> String {
        let reason = fault.detail.split(separator: "\n").first.map(String.init) ?? fault.code
        switch store {
        case .sqlite(let path):
            return "MOTCUA_DATABASE: \(path) cannot be opened (\(reason)); its folder must be there and be writable"
        case .postgresql:
            return
                "MOTCUA_DATABASE: PostgreSQL does not let us in (\(reason)); look at host, port, user, password and name"
        }
    }

    private func listening(_ reason: String) -> String {
        "MOTCUA_HOST, MOTCUA_PORT: \(host):\(port) cannot be listened on (\(reason)); choose another, "
            + "or stop what listens there"
    }

    /// Names in the environment that look like settings and are none, as after a slip of the finger.
    package static func unknownNames(in environment: [String: String] = ProcessInfo.processInfo.environment) -> [String]
    {
        environment.keys.sorted().filter { $0.hasPrefix("MOTCUA_") && !isKnown($0) }.map {
            "\($0) is no setting and has no effect: docs/settings.md names them all"
        }
    }

    private static func isKnown(_ name: String) -> Bool {
        names.contains(name) || name.hasPrefix("MOTCUA_TEST_") || forTools.contains(name)
    }

    /// Every setting of the program.
    static let names: Set<String> = [
        "MOTCUA_BACKUPS", "MOTCUA_BASE_URL", "MOTCUA_CONNECTIONS", "MOTCUA_DATA", "MOTCUA_DATABASE",
        "MOTCUA_FILINGS_PER_DAY", "MOTCUA_HOST",
        "MOTCUA_LOG_LEVEL", "MOTCUA_METRICS_TOKEN", "MOTCUA_PORT", "MOTCUA_SAMPLE",
        "MOTCUA_SECRET", "MOTCUA_SERVICES", "MOTCUA_SETTINGS", "MOTCUA_SITE_NAME", "MOTCUA_SMTP_FROM",
        "MOTCUA_SMTP_HOST", "MOTCUA_SMTP_PASSWORD", "MOTCUA_SMTP_PORT", "MOTCUA_SMTP_SECURITY", "MOTCUA_SMTP_USER",
        "MOTCUA_TLS_CERTIFICATE", "MOTCUA_TLS_KEY", "MOTCUA_TRUST_PROXY",
    ]

    /// Read by `bin/run` and by the tests only.
    private static let forTools: Set<String> = [
        "MOTCUA_BUILD", "MOTCUA_REFERENCE_DATA", "MOTCUA_UPDATE", "MOTCUA_KIT_DETAILS", "MOTCUA_PICTURES",
    ]
}
