import Accounts
import Blobs
import Casework
import Catalogue
import Directory
import Foundation
import Journal
package import Kernel
import NIOPosix
import Storage
import WorkingTime

extension Installation {
    /// Loads territories; returns the report's lines.
    package func importUnits(_ text: String) async throws -> [String] {
        try await migrate()
        let report = try await ImportTerritories(database: database, clock: clock)(text, by: .system("import units"))
        directory.forgetTerritories()
        return report.problems.map { "line \($0.line): \($0.message.vi) / \($0.message.en)" }
            + [report.summary.vi, report.summary.en]
    }

    /// Publishes every definition of the services' folder.
    package func publishServices(by actor: Actor) async throws -> Outcome {
        var outcome = Outcome()
        guard let folder = ServiceFolder.found(setting: settings.services, executable: Bundle.main.executableURL) else {
            return Outcome(
                lines: ["MOTCUA_SERVICES: there is no folder with service definitions"], hasProblems: true)
        }
        let checks = try folder.check().filter(\.isDefinition)
        guard !checks.isEmpty else {
            return .wrong("MOTCUA_SERVICES: there is no service definition in \(folder.url.path)")
        }
        let codes = try await procedureCodes(folder)
        // What is in force beside the folder must find in it what it asks for.
        let own = checks.compactMap(\.definition)
        let others = try await library.besides(own)
        for check in checks {
            outcome.lines += check.findings.map { $0.text(.vi) }
            guard let definition = check.definition else {
                outcome.hasProblems = true
                continue
            }
            guard codes.isEmpty || codes.contains(definition.procedure) else {
                outcome.lines.append("\(check.file): danh mục thủ tục không có mã “\(definition.procedure)”")
                outcome.hasProblems = true
                continue
            }
            let misfits = ChildAgreement.problems(of: definition, beside: own + others)
            guard misfits.isEmpty else {
                outcome.lines += misfits.map { $0.text(.vi) }
                outcome.hasProblems = true
                continue
            }
            let isNew = try await library.publish(try PublishedDefinition(definition), by: actor)
            outcome.lines.append("\(isNew ? "published" : "unchanged") \(check.file) \(definition.procedure)")
        }
        let added = try await addMissingProcedures(folder, by: actor)
        if added > 0 { outcome.lines.append("added \(added) procedures of these services to the catalogue") }
        return outcome
    }

    /// The codes that a definition may name: of the catalogue, and of the records that stand beside the definitions. None
    /// while the national catalogue was not read in: then any code is taken.
    private func procedureCodes(_ folder: ServiceFolder) async throws -> Set<String> {
        let known = try await database.read { tx in try ProcedureStore.codes(in: tx) }
        let own = Set(try Self.codes(folder).map(\.code))
        return known.subtracting(own).isEmpty ? [] : known.union(own)
    }

    /// The records beside the definitions with their codes.
    private static func codes(_ folder: ServiceFolder) throws -> [(code: String, line: Substring)] {
        struct Coded: Decodable { let code: String }
        return try folder.records().split(separator: "\n").compactMap { line in
            (try? JSONDecoder().decode(Coded.self, from: Data(line.utf8))).map { ($0.code, line) }
        }
    }

    /// A service's procedure is on the portal even where the national catalogue was not loaded; a record that is there
    /// is left as it is.
    private func addMissingProcedures(_ folder: ServiceFolder, by actor: Actor) async throws -> Int {
        let records = try Self.codes(folder)
        guard !records.isEmpty else { return 0 }
        let known = try await database.read { tx in try ProcedureStore.codes(in: tx) }
        let missing = records.filter { !known.contains($0.code) }.map(\.line)
        guard !missing.isEmpty else { return 0 }
        let report = try await ImportProcedures(database: database, clock: clock)(missing, by: actor)
        catalogue.forget()
        return report.new
    }

    /// Makes the sample province with its services turned on and with so many dossiers, when the database is empty;
    /// returns the sample accounts that are there, nothing on a site that is no sample.
    package func makeSample(dossiers: Int = 0) async throws -> [String] {
        let province = SampleProvince(accounts)
        let made = try await province()
        if !made.isEmpty {
            _ = try await publishServices(by: .system("sample"))
            try await offerEverything()
            if dossiers > 0 { try await SampleDossiers(self)?(dossiers) }
        }
        let people = made.isEmpty ? try await province.present() : made
        guard !people.isEmpty else { return [] }
        return people.map { "\($0.email)  \($0.name)  \($0.post?.vi ?? "Người dân")" }
            + ["password \(SampleProvince.password)", "totp \(SampleProvince.totpKey)"]
    }

    private func offerEverything() async throws {
        let agencies = try await database.read { tx in try AdministrationScope.everything.agencies(in: tx) }
        let services = try await library.heads()
        let offer = OfferServices(database: database, library: library, clock: clock)
        for agency in agencies where agency.kind == .commune || agency.kind == .department {
            let fitting = services.filter { $0.isOffered(by: agency.kind.rawValue) }
            let changes = Dictionary(fitting.map { ($0.service, true) }, uniquingKeysWith: { first, _ in first })
            _ = try await offer(changes, at: agency.id, by: .system("sample")).get()
        }
    }

    package func makeAdministrator(
        name: String, email: String, agency: String, code: String, kind: String
    ) async throws -> Outcome {
        guard let kind = AgencyKind(rawValue: kind), AgencyKind.tops.contains(kind) else {
            return Outcome(lines: ["kind: write commune, department, province or root"], hasProblems: true)
        }
        let draft = AgencyDraft(kind: kind, code: code, name: agency, from: clock.now.day)
        switch try await CreateFirstAdministrator(accounts)(name: name, email: email, agency: draft, onMachine: true) {
        case .success(let created): return Outcome(lines: [created.link])
        case .failure(.alreadyThere):
            return Outcome(lines: ["this site has an administrator already"], hasProblems: true)
        case .failure(.invalid(let problems)): return .wrong(problems)
        }
    }

    /// Checks the whole journal, and that every file which the database names is there. The content of the files is
    /// not read: `motcua backup` does that.
    ///
    /// - Parameter knownLost: files that are missing and known to be, by hash.
    package func verify(knownLost: Set<String> = []) async throws -> Outcome {
        var outcome = Outcome()
        let kept = try await checkpoint.kept()
        let report = try await VerifyJournal(database: database, key: LogKey(secret: settings.secret), kept: kept)()
        let broken = try await report.broken == nil ? CheckJournalHeads(database: database)() : report.broken
        if let broken {
            outcome.hasProblems = true
            outcome.lines.append("BROKEN: \(broken)")
        } else {
            outcome.lines.append(
                "the journal holds: \(report.entries) entries, \(report.leaves) leaves, \(report.checkpoints) checkpoints"
            )
            let marks = try await CheckPaperMarks(database: database)()
            for fault in [marks, try await CheckCommitments(database: database)()].compactMap({ $0 }) {
                outcome.hasProblems = true
                outcome.lines.append("BROKEN: \(fault)")
            }
        }
        // Nothing is swept away between what the database names and the look at the disk.
        let hold = try await NIOThreadPool.singleton.runIfActive { [blobs] in try blobs.holdFiles() }
        defer { hold.release() }
        let files = try await database.read { tx in try PaperStore.files(in: tx) }
        let faults = files.filter { !knownLost.contains($0.sha256) }.compactMap { file in
            blobs.fault(of: file.sha256, size: file.size).map { "BROKEN: the file \(file.sha256) \($0)" }
        }
        outcome.hasProblems = outcome.hasProblems || !faults.isEmpty
        outcome.lines += faults
        if faults.isEmpty { outcome.lines.append("the files are there: \(files.count)") }
        return outcome
    }
}
