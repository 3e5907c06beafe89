import Accounts
import Blobs
import Casework
import Directory
import Foundation
import Jobs
import Journal
import Kernel
import Site
import Storage
import TestKit
import WorkingTime

@testable import Catalogue

/// Everything a test of dossiers works with, on a database of its own.
struct CaseBench: Sendable {
    static let agency = "01930000-0000-7000-8000-000000000041"
    static let unit = "01930000-0000-7000-8000-000000000042"
    static let other = "01930000-0000-7000-8000-000000000051"
    static let third = "01930000-0000-7000-8000-000000000052"
    static let migrations =
        SiteSchema.migrations + JournalSchema.migrations + AccessRecord.migrations + DirectorySchema.migrations
        + DefinitionStore.migrations + JobsSchema.migrations
        + CaseworkSchema.migrations

    let database: any Database
    let time: TestClock
    let library: ServiceLibrary
    let office: CaseOffice
    let blobs: BlobStore
    let folder: URL

    /// Monday 1 June 2026, 09:00 in Vietnam: a working day.
    static let start = "2026-06-01T09:00:00+07:00"

    static func with(
        _ dialect: Dialect, service: CompiledService? = nil, acts: [any StepAct] = [],
        _ body: (CaseBench, CompiledService) async throws -> Void
    ) async throws {
        let service = try service ?? TrialService.make()
        try await withDatabase(dialect, migrations) { database in
            let time = TestClock(start)
            let library = ServiceLibrary(database: database, clock: time)
            try await library.publish(service.published, by: .system("test"))
            try await library.offer(service.definition.service, at: agency, on: true)
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent("motcua_\(UUID().uuidString)")
            defer { try? FileManager.default.removeItem(at: folder) }
            let office = CaseOffice(
                database: database, clock: time, services: Shelf(library: library), calendars: Calendars(),
                seats: Seats(),
                acts: acts,
                secret: String(repeating: "s", count: 40))
            let bench = CaseBench(
                database: database, time: time, library: library, office: office,
                blobs: try BlobStore(folder: folder.path), folder: folder)
            try await body(bench, service)
        }
    }

    struct Shelf: ServiceShelf {
        let library: ServiceLibrary
        func service(_ hash: String) async throws -> CompiledService? { try await library.service(hash) }
        func offered(_ service: String, at agency: String) async throws -> CompiledService? {
            try await library.offered(service, at: agency)
        }
    }

    struct Calendars: CalendarShelf {
        func calendar(of agency: String) async throws -> WorkingCalendar { .national }
    }

    /// A second agency, with the code H99.12, and the unit of the first.
    struct Seats: SeatShelf {
        func seat(code: String, in tx: any Transaction) throws -> Seat? {
            code == "H99.12" ? Seat(agency: CaseBench.other, unit: nil) : nil
        }
        func askable(by agency: String, role: String, in tx: any Transaction) throws -> [Seat] {
            // Nobody else has a one-stop desk.
            guard agency == CaseBench.agency, role != "one_stop" else { return [] }
            return [
                Seat(agency: CaseBench.agency, unit: CaseBench.unit), Seat(agency: CaseBench.other, unit: nil),
            ]
        }
        func unit(_ code: String, of agency: String, in tx: any Transaction) throws -> String? {
            code == ".02" && agency == CaseBench.agency ? CaseBench.unit : nil
        }
        /// Two specialists of the agency as a whole, one of its unit, and others.
        func staff(of agency: String, in tx: any Transaction) throws -> Staff {
            let people = [
                ("an", "specialist", nil), ("binh", "specialist", nil), ("chi", "specialist", "elsewhere"),
                ("dung", "specialist", CaseBench.unit), ("lan", "leader", nil),
            ].map { Colleague(account: $0.0, name: $0.0, role: $0.1, title: "", unit: $0.2) }
            return Staff(units: [], people: agency == CaseBench.agency ? people : [])
        }
        func offering(_ service: String, in tx: any Transaction) throws -> [Seat] {
            try ServiceLibrary.agencies(offering: service, in: tx).map { Seat(agency: $0, unit: nil) }
        }
        func code(of agency: String, in tx: any Transaction) throws -> String? {
            agency == CaseBench.other ? "H99.12" : agency == CaseBench.third ? "H99.13" : nil
        }
    }

    // MARK: people

    static func person(_ account: String = "anna") -> Actor { .person(account: account, name: "\(account) (mẫu)") }

    static func official(_ role: String, _ name: String = "lan", agency: String = agency, unit: String? = nil)
        -> DeskOfficial
    {
        DeskOfficial(
            actor: .official(account: name, name: "\(name) (mẫu)", post: "post-\(name)", agency: agency),
            account: name, name: "\(name) (mẫu)", role: role, agency: agency, agencyName: "UBND xã Mẫu (mẫu)",
            unit: unit)
    }

    static let parties = Parties(
        kind: .`self`, owner: submitter, submitter: submitter, delivery: Delivery(way: "counter"))
    static let submitter = Party(
        name: "Trần Thị Bưởi (mẫu)", number: "011190000123", phone: "0912345678", email: "buoi@mau.example",
        address: "Bản Mẫu, xã Mẫu")

    // MARK: making

    /// A draft that can be filed.
    func draft(
        _ service: CompiledService, account: String = "anna", answers: JSON = TrialService.answers
    ) async throws -> Draft {
        let begun = try await KeepDraft(office).begin(
            service, at: Self.agency, channel: .online, parties: Self.parties, account: account
        ).get()
        try await attach(to: .draft(begun.id, of: account), rule: "proof")
        let kept = try await KeepDraft(office).change(begun.id, of: account) { $0.answers = answers }
        guard let kept else { throw Missing() }
        return kept
    }

    func file(
        _ draft: Draft, _ service: CompiledService, by actor: Actor? = nil
    ) async throws -> Result<Dossier, CaseRefusal> {
        let facts = CaseFacts(
            answers: draft.answers, owner: draft.parties.kind, isAuthorised: draft.parties.isAuthorised,
            channel: .online, day: time.now.day)
        return try await FileDossier(office)(
            draft, service.reading(facts), agencyCode: "H99.41", by: actor ?? Self.person(draft.account))
    }

    /// A filed dossier of `account`.
    func filed(_ service: CompiledService, account: String = "anna") async throws -> Dossier {
        try await file(try await draft(service, account: account), service).get()
    }

    /// A received dossier of `account`.
    func received(_ service: CompiledService, account: String = "anna") async throws -> Dossier {
        let dossier = try await filed(service, account: account)
        return try await act("receive", on: dossier, as: "one_stop").get()
    }

    func act(
        _ key: String, on dossier: Dossier, as role: String, _ name: String = "lan", note: String = "ghi chú",
        items: [SupplementItem] = [], way: String? = nil
    ) async throws -> Result<Dossier, CaseRefusal> {
        try await PerformAct(office)(
            dossier.id,
            PerformAct.Order(act: key, seen: dossier.version, note: note, items: items, way: way),
            by: Self.official(role, name))
    }

    /// An uploaded file of that content, as the site leaves it on disk.
    /// Sends a supplement as it is typed now.
    func answer(
        _ id: Dossier.ID, request: String, by actor: Actor = CaseBench.person(), desk: DeskOfficial? = nil,
        handed: [HandedPaper] = []
    ) async throws -> Result<Dossier, CaseRefusal> {
        let typed = try await office.file(id)?.unsentAnswers
        return try await AnswerSupplement(office)(
            id, request: request, checked: typed, by: actor, desk: desk, handed: handed)
    }

    func upload(_ content: String = "%PDF-1.7 thử %%EOF", name: String = "giay.pdf") throws -> AttachPaper.Arrived {
        let path = blobs.incoming + "/" + UUID().uuidString
        try Data(content.utf8).write(to: URL(fileURLWithPath: path))
        return AttachPaper.Arrived(
            path: path, filename: name, size: content.utf8.count, sha256: Secret.hash(content))
    }

    @discardableResult
    func attach(to place: AttachPaper.Place, rule: String, name: String = "giay.pdf") async throws -> Paper {
        let content = "%PDF-1.7 \(UUID().uuidString) %%EOF"
        return try await AttachPaper(office, blobs: blobs)(try upload(content, name: name), to: place, rule: rule).get()
    }

    struct Missing: Error {}
}

extension ServiceLibrary {
    /// Turns a service on or off without an administrator and a journal.
    func offer(_ service: String, at agency: String, on isOn: Bool) async throws {
        try await database.write { tx in
            try DefinitionStore.setOffer(service, at: agency, on: isOn, now: Instant(seconds: 0), in: tx)
        }
        forget()
    }
}

extension Result {
    /// The refusal; nil when it went well.
    var refusal: Failure? { if case .failure(let failure) = self { failure } else { nil } }
}
