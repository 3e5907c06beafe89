import Kernel
import Storage
import TestKit
import Testing
import WorkingTime

@testable import Casework
@testable import Catalogue

/// Running dossiers go on under another version of their service.
@Suite struct MoveDossiersTests {
    private static let places = PlaceLookup(provinceName: { _ in nil }, commune: { _ in nil })

    /// The trial service, changed and published.
    private func publish(
        _ bench: CaseBench, _ change: (inout ServiceDefinition) -> Void
    ) async throws -> CompiledService {
        var definition = try TrialService.make().definition
        change(&definition)
        let published = try PublishedDefinition(definition)
        try await bench.library.publish(published, by: .system("test"))
        return try #require(try await bench.library.service(published.hash))
    }

    private func move(_ bench: CaseBench, _ order: MoveDossiers.Order) async throws -> MoveReport {
        try await MoveDossiers(bench.office, places: Self.places)(order, by: .system("test"))
    }

    @Test(arguments: Dialect.allCases)
    func `a move keeps every answer, changes fees and date, and is told before it is made`(dialect: Dialect)
        async throws
    {
        try await CaseBench.with(dialect) { bench, service in
            let dossier = try await bench.received(service)
            let next = try await publish(bench) { definition in
                definition.limit = LimitRule(value: 7, unit: "working_days", cases: [])
                definition.fees[0].amount = "if matter.is_married then 16000 else 4000"
                definition.form[1].fields.removeAll { $0.key == "reason" }
            }
            var order = MoveDossiers.Order(target: next, isTrial: true)
            let held = try await move(bench, order)
            #expect(held.moved == [] && held.left == [.otherLimit: [dossier.code]])
            order.accepted = [.otherLimit]
            let told = try await move(bench, order)
            #expect(told.moved == [dossier.code] && !told.hasLeft)
            #expect(
                Set(told.changes.rows.map(\.kind)) == [.otherLimit, .paysLess, .answerWithoutPlace])
            #expect(try await bench.office.file(dossier.id)?.dossier == dossier, "a trial writes nothing")
            order.isTrial = false
            #expect(try await move(bench, order).moved == [dossier.code])
            let file = try #require(try await bench.office.file(dossier.id))
            #expect(file.dossier.definition == next.hash && file.service.hash == next.hash)
            #expect(file.dossier.step == "work" && file.dossier.clock?.limit.amount == 7)
            #expect(file.fees.map(\.amount) == [Money(dong: 4_000)])
            #expect(file.answers["matter"]?["reason"] == nil)
            let rows = file.kept.flatMap { $0.service.keptRows($0.answers, places: Self.places) }
            #expect(rows.map(\.name) == ["matter.reason"] && rows.first?.value?.vi == "Cần giấy")
            #expect(file.history.suffix(3).map(\.event.kind) == ["version_changed", "recalculated", "fees_changed"])
            // The row is what the events make, and the journal commits to what is kept.
            let drawn = Dossier(id: dossier.id, events: file.history.map { ($0.event, $0.at) })
            #expect(drawn == file.dossier)
            #expect(try await CheckCommitments(database: bench.database)() == nil)
            // The case goes on, and a second run finds nothing to do.
            order.codes = [dossier.code, "H99.1"]
            let again = try await move(bench, order)
            #expect(again.moved == [] && Set(again.missed) == [dossier.code, "H99.1"])
            _ = try await bench.act("propose", on: file.dossier, as: "specialist").get()
            // What is kept cannot be changed unseen.
            _ = try await bench.database.write { tx in
                try tx.run("UPDATE dossier_content SET kept = NULL WHERE dossier_id = \(dossier.id)")
            }
            #expect(try await CheckCommitments(database: bench.database)() != nil)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `what stands against a move is said, and a step may be named anew`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let working = try await bench.received(service)
            let waiting = try await bench.received(service, account: "binh")
            let item = SupplementItem(kind: .paper, key: "proof", reason: "mờ")
            _ = try await bench.act("supplement", on: waiting, as: "specialist", items: [item]).get()
            let next = try await publish(bench) { definition in
                for index in definition.steps.indices where definition.steps[index].key == "work" {
                    definition.steps[index].key = "appraisal"
                }
                for step in definition.steps.indices {
                    for act in definition.steps[step].acts.indices where definition.steps[step].acts[act].to == "work" {
                        definition.steps[step].acts[act].to = "appraisal"
                    }
                }
            }
            var order = MoveDossiers.Order(target: next, isTrial: false)
            let refused = try await move(bench, order)
            #expect(refused.moved == [] && Set(refused.stuck.flatMap(\.codes)) == [working.code, waiting.code])
            order.steps = ["work": "appraisal"]
            let report = try await move(bench, order)
            #expect(report.moved == [working.code])
            #expect(report.stuck.map(\.codes) == [[waiting.code]])
            let file = try #require(try await bench.office.file(working.id))
            #expect(file.dossier.step == "appraisal" && file.step?.title.vi == "Thẩm định")
            // Whoever acts on what was seen before is told.
            guard case .changed = try await bench.act("propose", on: working, as: "specialist").refusal else {
                Issue.record("an act on the version of before went through")
                return
            }
            _ = try await bench.act("propose", on: file.dossier, as: "specialist").get()
        }
    }

    @Test(arguments: Dialect.allCases)
    func `who acts while a case moves to another version meets the new one`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let dossier = try await bench.received(service)
            let next = try await publish(bench) { $0.limit = LimitRule(value: 7, unit: "working_days", cases: []) }
            let order = MoveDossiers.Order(target: next, accepted: [.otherLimit], isTrial: false)
            let office = Self.office(bench) {
                let moved = try await move(bench, order).moved
                #expect(moved == [dossier.code])
            }
            // An official decided on what was seen before; the applicant takes the dossier back whatever happened.
            let act = PerformAct.Order(act: "propose", seen: dossier.version)
            let refused = try await PerformAct(office)(dossier.id, act, by: CaseBench.official("specialist")).refusal
            guard case .changed = refused else {
                Issue.record("an act on the version of before gave \(String(describing: refused))")
                return
            }
            let other = try await bench.received(service, account: "binh")
            let leaving = Self.office(bench) {
                let moved = try await move(bench, order).moved
                #expect(moved == [other.code])
            }
            let withdrawn = try await WithdrawDossier(leaving)(other.id, reason: "", by: CaseBench.person("binh")).get()
            #expect(withdrawn.definition == next.hash && !withdrawn.isOpen)
            // A page that was being read shows the case whole, under one version.
            let third = try await bench.received(service, account: "chi")
            let reading = Self.office(bench) {
                let moved = try await move(bench, order).moved
                #expect(moved == [third.code])
            }
            let file = try #require(try await reading.file(third.id))
            #expect(file.dossier.definition == next.hash && file.service.hash == next.hash)
            #expect(try await CheckCommitments(database: bench.database)() == nil)
        }
    }

    /// An office in which something happens once, between the reading of a definition and what is done with it.
    private static func office(_ bench: CaseBench, _ meanwhile: @escaping @Sendable () async throws -> Void)
        -> CaseOffice
    {
        CaseOffice(
            database: bench.database, clock: bench.time, services: BusyShelf(bench.library, meanwhile),
            calendars: CaseBench.Calendars(), seats: CaseBench.Seats(), acts: [],
            secret: String(repeating: "s", count: 40))
    }
}

private actor BusyShelf: ServiceShelf {
    let library: ServiceLibrary
    var meanwhile: (@Sendable () async throws -> Void)?

    init(_ library: ServiceLibrary, _ meanwhile: @escaping @Sendable () async throws -> Void) {
        self.library = library
        self.meanwhile = meanwhile
    }

    func service(_ hash: String) async throws -> CompiledService? {
        let found = try await library.service(hash)
        let now = meanwhile
        meanwhile = nil
        try await now?()
        return found
    }

    func offered(_ service: String, at agency: String) async throws -> CompiledService? {
        try await library.offered(service, at: agency)
    }
}
