import Accounts
import Directory
import Jobs
import Journal
import Kernel
import Storage
import TestKit
import Testing
import WorkingTime

@testable import Casework
@testable import Catalogue
@testable import Payments

/// A counter that takes money for one service with two fees.
struct Counter {
    let database: any Database
    let clock: TestClock
    let office: CaseOffice
    let service: CompiledService

    static let agency = ID<Agency>(at: Instant(seconds: 0)).description
    static let person = ID<AccountHolder>(at: Instant(seconds: 0)).description

    static let migrations =
        JobsSchema.migrations + JournalSchema.migrations + AccessRecord.migrations + DirectorySchema.migrations
        + AccountsSchema.migrations + DefinitionStore.migrations + CaseworkSchema.migrations
        + PaymentsSchema.migrations

    init(_ database: any Database, acts: [any StepAct] = [], definition: ServiceDefinition = definition) throws {
        self.database = database
        clock = TestClock("2026-04-22T09:00:00+07:00")
        service = try CompiledService(try PublishedDefinition(definition))
        office = CaseOffice(
            database: database, clock: clock, services: OneService(service: service), calendars: NationalDays(),
            acts: [PaymentsStepAct()] + acts, secret: "a secret of thirty-two characters.")
    }

    /// - Parameter desk: who enters it at the counter; online when nil.
    func file(desk: DeskOfficial? = nil) async throws -> Dossier {
        let person = Party(name: "Trần Văn Bình (mẫu)", number: "001090000001", address: "Thôn Mẫu")
        let draft = try await KeepDraft(office).begin(
            service, at: Self.agency, channel: desk == nil ? .online : .counter,
            parties: Parties(kind: .`self`, owner: person, submitter: person), account: desk?.account ?? Self.person
        ).get()
        return try await FileDossier(office)(
            draft, service.reading(draft.facts(clock.now.day)), agencyCode: "H99.41",
            by: desk?.actor ?? .person(account: Self.person, name: person.name), desk: desk
        ).get()
    }

    func official(
        _ role: String = "one_stop", account: String = "cua", name: String = "Lê Thị Cửa (mẫu)",
        agency: String = Counter.agency
    ) -> DeskOfficial {
        DeskOfficial(
            actor: .official(account: account, name: name, post: "p", agency: agency), account: account, name: name,
            role: role, agency: agency, agencyName: "Xã Mẫu", unit: nil)
    }

    func order(_ fees: Set<String> = ["a", "b"], method: Payment.Method? = .cash) -> TakePayment.Order {
        TakePayment.Order(
            payment: Payment.ID(at: clock.now), fees: fees, method: method, payer: "Trần Văn Bình (mẫu)")
    }

    func take(
        _ dossier: Dossier, _ fees: Set<String> = ["a", "b"], method: Payment.Method = .cash,
        by official: DeskOfficial? = nil
    ) async throws -> Payment {
        try await TakePayment(office)(dossier.id, order(fees, method: method), by: official ?? self.official()).get()
    }

    func fees(of dossier: Dossier) async throws -> [CaseFee] {
        try await database.read { tx in try CaseFee.fees(of: dossier.id, in: tx) }
    }

    func dossier(_ id: Dossier.ID) async throws -> Dossier {
        try #require(try await database.read { tx in try DossierStore.find(id, in: tx)?.dossier })
    }

    func history(of dossier: Dossier) async throws -> [DossierEvent] {
        try await database.read { tx in try DossierStore.history(of: dossier.id, in: tx).map(\.event) }
    }

    @discardableResult
    func act(_ act: String, on id: Dossier.ID, note: String = "") async throws -> Result<Dossier, CaseRefusal> {
        clock.move(minutes: 1)
        return try await PerformAct(office)(
            id, .init(act: act, seen: dossier(id).version, note: note), by: official())
    }

    struct OneService: ServiceShelf {
        let service: CompiledService
        func service(_ hash: String) async throws -> CompiledService? { hash == service.hash ? service : nil }
        func offered(_ name: String, at agency: String) async throws -> CompiledService? { service }
    }

    struct NationalDays: CalendarShelf {
        func calendar(of agency: String) async throws -> WorkingCalendar { .national }
    }

    private static func act(_ key: String, _ kind: Act.Kind, to: String? = nil) -> Act {
        Act(
            key: key, title: Phrase(same: key), kind: kind, to: to, effect: nil, needsNote: false, needsResult: false,
            isBack: false, when: nil)
    }

    private static func step(_ key: String, _ official: Int, _ acts: [Act]) -> Step {
        Step(key: key, title: Phrase(same: key), role: "one_stop", official: official, limit: nil, acts: acts)
    }

    static let definition = ServiceDefinition(
        service: "xac-nhan-mau", procedure: "1.000001",
        effectiveFrom: Day(year: 2026, month: 1, day: 1) ?? Day(number: 0),
        title: Phrase(vi: "Xác nhận mẫu", en: "Sample certificate"), owners: [.`self`], form: [], papers: [],
        fees: [
            FeeRule(key: "a", title: Phrase(vi: "Lệ phí cấp giấy", en: "Fee"), amount: "150000", basis: "01/2026/TT"),
            FeeRule(key: "b", title: Phrase(vi: "Phí bản sao", en: "Copies"), amount: "16000"),
        ],
        limit: LimitRule(value: 3, unit: "working_days", cases: []),
        supplement: SupplementRule(times: 1, clock: .restart),
        steps: [
            step("reception", 1, [act("receive", .receive, to: "work"), act("refuse", .refuse)]),
            step("work", 4, [act("finish", .finish, to: "handing"), act("refuse", .refuse)]),
            step("handing", 9, [act("give", .give)]),
        ],
        result: ResultRule(title: "Giấy xác nhận", ways: ["counter"]))
}
