import Accounts
import Blobs
import Directory
import Foundation
import Journal
import Kernel
import Site
import Storage
import TestKit
import Testing
import WorkingTime

@testable import Casework
@testable import Catalogue
@testable import Jobs
@testable import Payments

/// An agency that takes every service of the project, with one official of each role and one applicant.
struct ServiceOffice {
    static let agency = "01930000-0000-7000-8000-000000000041"
    /// Another agency, which is asked where the official chooses.
    static let asked = "01930000-0000-7000-8000-000000000043"
    static let applicant = "01930000-0000-7000-8000-000000000042"
    static let migrations =
        JobsSchema.migrations + JournalSchema.migrations + AccessRecord.migrations + DirectorySchema.migrations
        + AccountsSchema.migrations + DefinitionStore.migrations + CaseworkSchema.migrations
        + PaymentsSchema.migrations

    let database: any Database
    let clock = TestClock("2026-06-01T09:00:00+07:00")
    let library: ServiceLibrary
    let office: CaseOffice
    let blobs: BlobStore

    static let folder = ServiceFolder(ReferenceData.projectRoot.appendingPathComponent("services", isDirectory: true))

    /// Every service of the project, by the name of its file.
    static func services() throws -> [(file: String, service: CompiledService)] {
        let library = try folder.library()
        return try folder.definitions().map { file, text in
            let definition = try DefinitionReader(library: library).read(text, file: file).get()
            return (file, try CompiledService(PublishedDefinition(definition)))
        }
    }

    static func with(_ dialect: Dialect, _ body: (ServiceOffice) async throws -> Void) async throws {
        try await withDatabase(dialect, migrations) { database in
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent("motcua_\(UUID().uuidString)")
            defer { try? FileManager.default.removeItem(at: folder) }
            try await body(ServiceOffice(database, BlobStore(folder: folder.path)))
        }
    }

    private init(_ database: any Database, _ blobs: BlobStore) {
        self.database = database
        self.blobs = blobs
        library = ServiceLibrary(database: database, clock: clock)
        office = CaseOffice(
            database: database, clock: clock, services: Shelf(library: library), calendars: NationalDays(),
            seats: OtherAgency(), acts: [PaymentsStepAct()], secret: String(repeating: "s", count: 40))
    }

    func offer(_ service: CompiledService, at agency: String = agency) async throws {
        try await library.publish(service.published, by: .system("test"))
        try await database.write { tx in
            try DefinitionStore.setOffer(
                service.definition.service, at: agency, on: true, now: Instant(seconds: 0), in: tx)
        }
        library.forget()
    }

    /// Carries out what is to be done between cases and their children at other agencies.
    func carryOut() async throws {
        while true {
            let first = try await database.read { tx in
                try tx.row("SELECT id, kind, lane, payload, attempts FROM job ORDER BY created_at, id").map { row in
                    Job(
                        id: try row.get("id"), kind: try row.get("kind"), lane: try row.get("lane"),
                        payload: try row.get("payload"), attempts: try row.get("attempts"))
                }
            }
            guard let job = first else { return }
            clock.move(minutes: 1)
            try await ChildCaseJob(office).run(job)
            _ = try await database.write { tx in try tx.run("DELETE FROM job WHERE id = \(job.id)") }
        }
    }

    func official(_ role: String, agency: String = ServiceOffice.agency) -> DeskOfficial {
        DeskOfficial(
            actor: .official(account: role, name: "\(role) (mẫu)", post: "post-\(role)", agency: agency),
            account: role, name: "\(role) (mẫu)", role: role, agency: agency, agencyName: "UBND xã Mẫu (mẫu)",
            unit: nil)
    }

    /// What has happened in a dossier after that version.
    func history(of id: Dossier.ID, since version: Int) async throws -> [DossierEvent] {
        try await database.read { tx in try DossierStore.history(of: id, in: tx) }.dropFirst(version).map(\.event)
    }

    // MARK: timers

    /// When the first timer of a dossier runs out; nil when none runs.
    func timerMoment(of id: Dossier.ID) async throws -> Instant? {
        try await database.read { tx in
            try tx.value("SELECT min(timer_at) FROM task WHERE dossier_id = \(id)", as: Instant.self)
        }
    }

    func isReminded(_ id: Dossier.ID) async throws -> Bool {
        try await database.read { tx in
            try tx.value("SELECT reminded FROM task WHERE dossier_id = \(id) AND branch = ''", as: Bool.self) ?? false
        }
    }

    /// Returns how many timers ran out.
    func runTimers() async throws -> Int {
        try await RunTimers(office) { id, fault in Issue.record("the timers of \(id) fail: \(fault)") }()
    }

    func upload() throws -> AttachPaper.Arrived {
        let content = "%PDF-1.7 \(UUID().uuidString) %%EOF"
        let path = blobs.incoming + "/" + UUID().uuidString
        try Data(content.utf8).write(to: URL(fileURLWithPath: path))
        return AttachPaper.Arrived(
            path: path, filename: "giay.pdf", size: content.utf8.count, sha256: Secret.hash(content))
    }

    private struct Shelf: ServiceShelf {
        let library: ServiceLibrary
        func service(_ hash: String) async throws -> CompiledService? { try await library.service(hash) }
        func offered(_ service: String, at agency: String) async throws -> CompiledService? {
            try await library.offered(service, at: agency)
        }
    }

    /// Who is asked where the official chooses; no code is known.
    private struct OtherAgency: SeatShelf {
        func seat(code: String, in tx: any Transaction) throws -> Seat? { nil }
        func askable(by agency: String, role: String, in tx: any Transaction) throws -> [Seat] {
            [Seat(agency: ServiceOffice.asked, unit: nil)]
        }
        func offering(_ service: String, in tx: any Transaction) throws -> [Seat] {
            try ServiceLibrary.agencies(offering: service, in: tx).map { Seat(agency: $0, unit: nil) }
        }
        func code(of agency: String, in tx: any Transaction) throws -> String? { "H99.43" }
        func unit(_ code: String, of agency: String, in tx: any Transaction) throws -> String? { nil }
        func staff(of agency: String, in tx: any Transaction) throws -> Staff { Staff(units: [], people: []) }
    }

    private struct NationalDays: CalendarShelf {
        func calendar(of agency: String) async throws -> WorkingCalendar { .national }
    }
}
