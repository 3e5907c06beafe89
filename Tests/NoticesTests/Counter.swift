import Accounts
import Directory
import Jobs
import Journal
import Kernel
import Storage
import Synchronization
import TestKit
import Testing
import WorkingTime

@testable import Casework
@testable import Catalogue
@testable import Notices

/// One service at one counter, with whoever tells the applicant.
struct Counter {
    let database: any Database
    let clock: TestClock
    let calendar: TestCalendar
    let office: CaseOffice
    let service: CompiledService
    let box: NoticeBox

    static let account = ID<AccountHolder>(at: Instant(seconds: 0)).description
    static let agency = ID<Agency>(at: Instant(seconds: 0)).description

    static let migrations =
        JobsSchema.migrations + JournalSchema.migrations + AccessRecord.migrations + DirectorySchema.migrations
        + AccountsSchema.migrations + DefinitionStore.migrations + CaseworkSchema.migrations + NoticesSchema.migrations

    static let settings = NoticeSettings(
        address: "https://mot-cua.example", siteName: "Một cửa xã Mẫu", dossierPath: { "/ho-so/\($0)" },
        lookupPath: "/tra-cuu", sendsMail: true)

    init(
        _ database: any Database, settings: NoticeSettings = Counter.settings,
        definition: ServiceDefinition = Counter.definition
    ) async throws {
        self.database = database
        clock = TestClock("2026-04-22T09:00:00+07:00")
        calendar = TestCalendar()
        let published = try PublishedDefinition(definition)
        service = try CompiledService(published)
        try await ServiceLibrary(database: database, clock: clock).publish(published, by: .system("test"))
        office = CaseOffice(
            database: database, clock: clock, services: OneService(service: service), calendars: calendar,
            acts: [NoticesStepAct(settings)], secret: "a secret of thirty-two characters.")
        box = NoticeBox(database: database, clock: clock)
        let (id, now) = (Self.account, clock.now)
        _ = try await database.write { tx in
            try tx.run(
                """
                INSERT INTO account (id, kind, email, email_folded, email_confirmed_at, phone, name, name_folded,
                    assurance, created_at, version)
                VALUES (\(id), 'person', 'binh@mau.example', 'binh@mau.example', \(now), '', 'Trần Văn Bình (mẫu)',
                    'tran van binh mau', 'declared', \(now), 1)
                """)
        }
    }

    /// Takes back that letters to the account's address arrive.
    func forgetConfirmation() async throws {
        _ = try await database.write { tx in try tx.run("UPDATE account SET email_confirmed_at = NULL") }
    }

    /// A dossier filed online by the account, or entered for somebody at the counter.
    @discardableResult
    func file(online: Bool = true, email: String = "binh@mau.example", way: String? = nil) async throws -> Dossier {
        let account = online ? Self.account : official().account
        let person = Party(name: "Trần Văn Bình (mẫu)", number: "001090000001", email: email)
        let draft = try await KeepDraft(office).begin(
            service, at: Self.agency, channel: online ? .online : .counter,
            parties: Parties(
                kind: .`self`, owner: person, submitter: person, delivery: way.map { Delivery(way: $0) }),
            account: account
        ).get()
        let actor = online ? Actor.person(account: account, name: person.name) : official().actor
        return try await FileDossier(office)(
            draft, service.reading(draft.facts(clock.now.day)), agencyCode: "H99.41", by: actor,
            desk: online ? nil : official()
        ).get()
    }

    func official(_ role: String = "one_stop") -> DeskOfficial {
        DeskOfficial(
            actor: .official(account: role, name: "Lê Thị Cửa (mẫu)", post: "p", agency: Self.agency), account: role,
            name: "Lê Thị Cửa (mẫu)", role: role, agency: Self.agency, agencyName: "Xã Mẫu", unit: nil)
    }

    @discardableResult
    func act(
        _ act: String, on dossier: Dossier, as role: String = "one_stop", note: String = "",
        items: [SupplementItem] = [], way: String? = nil
    ) async throws -> Dossier {
        clock.move(minutes: 1)
        return try await PerformAct(office)(
            dossier.id,
            .init(act: act, seen: dossier.version, note: note, items: items, way: way), by: official(role)
        ).get()
    }

    func notices() async throws -> [Notice] { try await box.list(of: Self.account).notices }

    /// The e-mails in the outbox, the newest last.
    func mails() async throws -> [Mail] {
        try await database.read { tx in
            try tx.rows("SELECT payload FROM job WHERE kind = 'mail' ORDER BY created_at, id")
                .map { try Mail(payload: $0.get("payload")) }
        }
    }

    /// Everything written down for good: events and journal.
    func writtenDown() async throws -> String {
        try await database.read { tx in
            let events = try tx.rows("SELECT payload FROM dossier_event").map { try $0.get("payload", as: String.self) }
            let entries = try tx.rows("SELECT content FROM journal_entry")
                .map { try $0.get("content", as: String.self) }
            return (events + entries).joined(separator: "\n")
        }
    }
}

/// The shelf with the one service.
struct OneService: ServiceShelf {
    let service: CompiledService
    func service(_ hash: String) async throws -> CompiledService? { hash == service.hash ? service : nil }
    func offered(_ name: String, at agency: String) async throws -> CompiledService? { service }
}

/// The national calendar, which a test may change.
final class TestCalendar: CalendarShelf {
    private let calendar = Mutex(WorkingCalendar.national)
    func calendar(of agency: String) async throws -> WorkingCalendar { calendar.withLock { $0 } }
    func change(_ body: (inout WorkingCalendar) -> Void) { calendar.withLock { body(&$0) } }
}

extension Counter {
    private static func act(
        _ key: String, _ kind: Act.Kind, to: String? = nil
    ) -> Act {
        Act(
            key: key, title: Phrase(same: key), kind: kind, to: to, effect: nil, needsNote: false, needsResult: false,
            isBack: false, when: nil)
    }

    private static func step(_ key: String, _ role: String, _ official: Int, _ acts: [Act]) -> Step {
        Step(key: key, title: Phrase(same: key), role: role, official: official, limit: nil, acts: acts)
    }

    static let definition = ServiceDefinition(
        service: "xac-nhan-mau", procedure: "1.000001",
        effectiveFrom: Day(year: 2026, month: 1, day: 1) ?? Day(number: 0),
        title: Phrase(vi: "Xác nhận mẫu", en: "Sample certificate"), owners: [.`self`],
        form: [FormPage(key: "person", title: Phrase(vi: "Nhân thân", en: "Person"), fields: [])],
        papers: [
            PaperRule(
                key: "photo", title: "Ảnh chân dung", originals: 1, copies: 0, required: "false", isForm: false,
                isShown: false)
        ],
        fees: [
            FeeRule(key: "a", title: Phrase(vi: "Lệ phí cấp giấy", en: "Fee"), amount: "150000"),
            FeeRule(key: "b", title: Phrase(vi: "Phí bản sao", en: "Copies"), amount: "16000"),
        ],
        limit: LimitRule(value: 3, unit: "working_days", cases: []),
        supplement: SupplementRule(times: 1, clock: .restart),
        steps: [
            step(
                "reception", "one_stop", 1,
                [act("receive", .receive, to: "work"), act("supplement", .supplement), act("refuse", .refuse)]),
            step(
                "work", "one_stop", 4,
                [
                    act("ask_money", .move, to: "paying"), act("supplement", .supplement), act("refuse", .refuse),
                    act("finish", .finish, to: "handing"), act("on", .move, to: "work"),
                ]),
            step("paying", "one_stop", 6, [act("back", .move, to: "work")]),
            step("handing", "one_stop", 9, [act("give", .give)]),
        ],
        result: ResultRule(title: "Giấy xác nhận", ways: ["counter", "post", "online"]))
}
