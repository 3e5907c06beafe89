import Configuration
import Foundation
package import Logging
import Notices
import SystemPackage

/// The settings of an installation: environment variables `MOTCUA_…`, and below them a YAML file.
///
/// Every setting is described in `docs/settings.md`; a wrong one is refused at start with what to change.
package struct Settings: Sendable {
    package enum Store: Sendable, Equatable {
        case sqlite(path: String)
        case postgresql(url: String)
    }

    package struct Mail: Sendable, Equatable {
        package var host: String
        package var port: Int
        package var user: String?
        package var password: String?
        package var from: String
        /// `none`, `starttls`, `tls`.
        package var security: String
    }

    package var store: Store
    /// Where files, uploads and the generated secret are.
    package var data: String
    package var host: String
    package var port: Int
    /// The address under which browsers reach the site, without a slash at the end.
    package var baseURL: String
    package var secret: String
    package var siteName: String
    package var trustsProxy: Bool
    package var tlsCertificate: String?
    package var tlsKey: String?
    package var metricsToken: String?
    package var mail: Mail?
    package var logLevel: Logger.Level
    package var services: String?
    /// The folder into which `motcua backup --into` puts backups, for `motcua doctor`.
    package var backups: String?
    package var connections: Int
    /// Dossiers that one account may file online within 24 hours; nil when there is no bound.
    package var filingsPerDay: Int?
    /// Whether this installation holds sample people and is only for trying.
    package var isSample: Bool

    package var isSecure: Bool { baseURL.hasPrefix("https://") }

    /// What is wrong with the settings, each with what to change.
    package struct Problem: Error, CustomStringConvertible {
        package let lines: [String]
        package var description: String { lines.joined(separator: "\n") }
    }

    /// What is done about the site's secret where none is given.
    package enum SecretUse: Sendable {
        /// One is made and kept in the data folder.
        case madeWhereMissing
        /// The kept one, or none.
        case kept
        /// What follows needs none.
        case notNeeded
    }

    /// Reads the settings of this process.
    ///
    /// - Parameters:
    ///   - file: the YAML file; `MOTCUA_SETTINGS` names it otherwise, and without either there is none.
    ///   - secret: what is done where none is given.
    package static func load(
        file: String? = nil, environment: [String: String] = ProcessInfo.processInfo.environment,
        secret: SecretUse = .madeWhereMissing
    ) async throws -> Settings {
        var providers: [any ConfigProvider] = [
            EnvironmentVariablesProvider(environmentVariables: environment).prefixKeys(with: "motcua")
        ]
        if let path = file ?? environment["MOTCUA_SETTINGS"] {
            guard FileManager.default.fileExists(atPath: path) else {
                throw Problem(lines: ["MOTCUA_SETTINGS: there is no file \(path)"])
            }
            do {
                providers.append(try await FileProvider<YAMLSnapshot>(filePath: FilePath(path)))
            } catch {
                throw Problem(lines: ["\(path): this is no YAML file of settings (\(error))"])
            }
        }
        return try read(ConfigReader(providers: providers), use: secret)
    }

    private static func read(_ config: ConfigReader, use: SecretUse) throws -> Settings {
        var wrong: [String] = []
        let data = config.string(forKey: "data", default: "./data")
        let address = config.string(forKey: "database", default: "sqlite:\(data)/motcua.sqlite")
        var store = Store.sqlite(path: "")
        if address.hasPrefix("sqlite:"), address.count > 7 {
            store = .sqlite(path: String(address.dropFirst(7)))
        } else if address.hasPrefix("postgres://") || address.hasPrefix("postgresql://") {
            store = .postgresql(url: address)
        } else {
            wrong.append("MOTCUA_DATABASE: write sqlite:PATH or postgres://user:password@host/name")
        }
        let portText = config.string(forKey: "port", default: "8080")
        let port = Int(portText) ?? 0
        if !(1...65_535).contains(port) {
            wrong.append("MOTCUA_PORT: \(portText) is no port; write a number from 1 to 65535")
        }
        let host = config.string(forKey: "host", default: "127.0.0.1")
        var base = config.string(forKey: "base.url", default: "http://localhost:\(port)")
        while base.hasSuffix("/") { base.removeLast() }
        if !base.hasPrefix("http://"), !base.hasPrefix("https://") {
            wrong.append("MOTCUA_BASE_URL: write the whole address, like https://dichvucong.example.vn")
        }
        let levelText = config.string(forKey: "log.level", default: "info")
        let level = Logger.Level(rawValue: levelText)
        if level == nil {
            wrong.append("MOTCUA_LOG_LEVEL: write debug, info, notice, warning or error, not \(levelText)")
        }
        let certificate = config.string(forKey: "tls.certificate")
        let key = config.string(forKey: "tls.key")
        if (certificate == nil) != (key == nil) {
            wrong.append("MOTCUA_TLS_CERTIFICATE and MOTCUA_TLS_KEY: give both or neither")
        }
        if let certificate, let key { wrong += ServerTLS.problems(certificate: certificate, key: key) }
        let security = config.string(forKey: "smtp.security", default: "none")
        if !["none", "starttls", "tls"].contains(security) {
            wrong.append("MOTCUA_SMTP_SECURITY: write none, starttls or tls, not \(security)")
        }
        let trustsProxy = yesNo(config, "trust.proxy", &wrong)
        let isSample = yesNo(config, "sample", &wrong)
        let connections = whole(config, "connections", 16, 1...500, &wrong)
        let filings = whole(config, "filings.per.day", 200, 0...1_000_000, &wrong)
        let mailPort = whole(config, "smtp.port", 25, 1...65_535, &wrong)
        let services = config.string(forKey: "services")
        if let services, !FileManager.default.fileExists(atPath: services + "/.") {
            wrong.append("MOTCUA_SERVICES: there is no folder \(services)")
        }
        let mail = mail(config, port: mailPort)
        do { _ = try mail?.sender() } catch let setting as MailSetting { wrong.append(setting.description) } catch {
            wrong.append("MOTCUA_SMTP_SECURITY: TLS for mail cannot be set up (\(error))")
        }
        var secret = config.string(forKey: "secret", default: "")
        if secret.isEmpty, use != .notNeeded {
            if case .postgresql = store {
                wrong.append(
                    "MOTCUA_SECRET: with PostgreSQL all nodes need the same secret; make one with: openssl rand -base64 48"
                )
            } else if use == .kept {
                secret = (try? GeneratedSecret.kept(in: data)) ?? ""
            } else {
                do { secret = try GeneratedSecret.read(in: data) } catch {
                    wrong.append(
                        "MOTCUA_DATA: the folder \(data) cannot be written; make it, or give it to the user who runs motcua"
                    )
                }
            }
        } else if !secret.isEmpty, secret.utf8.count < 32 {
            wrong.append("MOTCUA_SECRET: at least 32 characters; make one with: openssl rand -base64 48")
        }
        guard wrong.isEmpty, let level else { throw Problem(lines: wrong) }
        return Settings(
            store: store, data: data, host: host, port: port, baseURL: base, secret: secret,
            siteName: config.string(forKey: "site.name", default: "Một cửa"),
            trustsProxy: trustsProxy, tlsCertificate: certificate, tlsKey: key,
            metricsToken: config.string(forKey: "metrics.token"), mail: mail, logLevel: level,
            services: services,
            backups: config.string(forKey: "backups"), connections: connections,
            filingsPerDay: filings == 0 ? nil : filings, isSample: isSample)
    }

    /// The variable that sets a key: `smtp.port` is `MOTCUA_SMTP_PORT`.
    private static func variable(_ key: String) -> String {
        "MOTCUA_" + String(key.map { $0 == "." ? "_" : $0 }).uppercased()
    }

    private static func yesNo(_ config: ConfigReader, _ key: String, _ wrong: inout [String]) -> Bool {
        let typed = config.string(forKey: ConfigKey(key), default: "false")
        if typed != "true", typed != "false" { wrong.append("\(variable(key)): write true or false, not \(typed)") }
        return typed == "true"
    }

    private static func whole(
        _ config: ConfigReader, _ key: String, _ usual: Int, _ range: ClosedRange<Int>, _ wrong: inout [String]
    ) -> Int {
        let typed = config.string(forKey: ConfigKey(key), default: String(usual))
        guard let number = Int(typed), range.contains(number) else {
            wrong.append(
                "\(variable(key)): write a whole number from \(range.lowerBound) to \(range.upperBound), not \(typed)")
            return usual
        }
        return number
    }

    private static func mail(_ config: ConfigReader, port: Int) -> Mail? {
        guard let host = config.string(forKey: "smtp.host") else { return nil }
        return Mail(
            host: host, port: port, user: config.string(forKey: "smtp.user"),
            password: config.string(forKey: "smtp.password"),
            from: config.string(forKey: "smtp.from", default: "khong-tra-loi@localhost"),
            security: config.string(forKey: "smtp.security", default: "none"))
    }
}
