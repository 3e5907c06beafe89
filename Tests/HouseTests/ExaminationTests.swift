import Foundation
import Kernel
import Storage
import TestKit
import Testing

@testable import Composition

/// `motcua doctor` on a whole site.
@Suite struct ExaminationTests {
    @Test(arguments: Dialect.allCases)
    func `a site of which nothing was done yet is broken where it is, and says what to do`(dialect: Dialect)
        async throws
    {
        try await TrialSite.with(dialect, isEmpty: true) { site in
            let found = await site.installation.examine()
            let broken = found.findings.filter { $0.grade == .broken }.map(\.subject)
            // On PostgreSQL the clock of the tests is not that of the server.
            #expect(broken.filter { $0 != "clock" } == [])
            #expect(found.findings.allSatisfy { ($0.grade == .inOrder) == $0.advice.isEmpty }, "\(found.lines)")
            #expect(found.findings.contains { $0.subject == "database" && $0.grade == .inOrder })
            #expect(found.findings.contains { $0.subject == "mail" && $0.grade == .toWatch })
            #expect(found.findings.contains { $0.subject == "backup" && $0.grade == .toWatch })
            #expect(found.json["findings"]?.array?.count == found.lines.count)
            // Somebody changes the log behind the site's back.
            _ = try await site.installation.database.write { tx in
                try tx.run(
                    """
                    INSERT INTO log_checkpoint (size, root, edge, at, signature)
                    VALUES (1000000, '', '[]', \(TrialSite.now), 'no signature')
                    """)
            }
            let after = await site.installation.examine()
            #expect(after.worst == .broken)
            #expect(after.findings.contains { $0.grade == .broken && $0.says.contains("is not signed by this site") })
        }
    }

    @Test func `backups are looked at by their age`() async throws {
        try await TrialSite.with(.sqlite, isEmpty: true) { site in
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent("shelf_\(UUID().uuidString)")
            defer { try? FileManager.default.removeItem(at: folder) }
            func grade(hoursOld: Double?) throws -> Examination.Grade? {
                if let hoursOld {
                    let place = folder.appendingPathComponent("20260531T020000")
                    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
                    try Data().write(to: place.appendingPathComponent(BackupManifest.name))
                    let made = Date(timeIntervalSince1970: Double(TrialSite.now.microseconds) / 1e6 - hoursOld * 3_600)
                    try FileManager.default.setAttributes([.modificationDate: made], ofItemAtPath: place.path)
                }
                var settings = site.settings
                settings.backups = folder.path
                var found = Examination()
                let installation = try Installation(
                    settings: settings, clock: FixedTime(TrialSite.now), logger: site.installation.logger)
                installation.examineBackups(&found)
                return found.findings.first?.grade
            }
            let grades = try [nil, 3, 40, 200].map(grade)
            #expect(grades == [.broken, .inOrder, .toWatch, .broken])
        }
    }

    @Test func `a name that is no setting is told, those of the program and of the tests are not`() {
        let told = Settings.unknownNames(in: [
            "MOTCUA_DATABSE": "", "MOTCUA_DATA": "", "MOTCUA_TEST_POSTGRES": "", "HOME": "",
        ])
        #expect(told.count == 1 && told.first?.hasPrefix("MOTCUA_DATABSE") == true)
        let documented = Set(
            (SourceFile.one("docs/settings.md")?.text ?? "").matches(of: /`(MOTCUA_[A-Z_]+)`/).map { String($0.1) })
        #expect(Settings.names.subtracting(documented) == [])
        #expect(Settings.unknownNames(in: Dictionary(uniqueKeysWithValues: documented.map { ($0, "") })) == [])
    }

    @Test func `files that cannot serve TLS are named with what to change`() throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("tls_\(UUID().uuidString)")
        try Data("no certificate".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        #expect(
            ServerTLS.problems(certificate: file.path, key: file.path).map { $0.prefix { $0 != ":" } } == [
                "MOTCUA_TLS_CERTIFICATE", "MOTCUA_TLS_KEY",
            ])
        #expect(ServerTLS.problems(certificate: "/none", key: file.path).count == 1)
    }
}
