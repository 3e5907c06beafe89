import Kernel
import Site
import Storage
import TestKit
import Testing

@testable import Casework

/// Where a case is found from its result to its end and after.
@Suite struct EndedCasesTests {
    @Test(arguments: Dialect.allCases)
    func `a finished case waits at the one-stop desk until it is handed over, then it is among those that ended`(
        dialect: Dialect
    ) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let desk = CaseBench.official("one_stop")
            var dossier = try await bench.received(service)
            dossier = try await bench.act("propose", on: dossier, as: "specialist").get()
            dossier = try await bench.act("sign", on: dossier, as: "leader").get()
            let waiting = try await bench.inbox(InboxFilter(standing: .finished), of: desk)
            #expect(waiting.rows.map(\.id) == [dossier.id])
            #expect(waiting.counts.standing[.finished] == 1)
            #expect(try await EndedCases(bench.office)(.init(), of: desk).ended.isEmpty)
            dossier = try await bench.act("give", on: dossier, as: "one_stop", way: "counter").get()
            #expect(try await bench.inbox(of: desk).counts.standing[.finished] ?? 0 == 0)
            let ended = try await EndedCases(bench.office)(.init(span: .today), of: desk)
            #expect(ended.ended.map(\.id) == [dossier.id])
            #expect(ended.counts[.given] == 1)
            #expect(ended.counts[.withdrawn] == 0)
            let page = try await DeskVisit(bench, desk).opens(DeskPaths.ended())
            #expect(page.html.contains(dossier.code))
            #expect(page.html.contains("xong trước hạn 5 ngày làm việc"))
            bench.time.move(to: "2026-06-02T09:00:00+07:00")
            #expect(try await EndedCases(bench.office)(.init(span: .today), of: desk).ended.isEmpty)
            #expect(try await EndedCases(bench.office)(.init(span: .week), of: desk).ended.count == 1)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `what ended is counted by how, paged without loss, and only at its own agency`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            var ids: [Dossier.ID] = []
            for number in 0..<30 {
                let dossier = try await bench.filed(service, account: "nguoi-\(number)")
                ids.append(dossier.id)
                let actor = CaseBench.person("nguoi-\(number)")
                if number % 3 == 0 {
                    _ = try await WithdrawDossier(bench.office)(dossier.id, reason: "", by: actor).get()
                } else {
                    _ = try await bench.act("refuse", on: dossier, as: "one_stop").get()
                }
                if number % 4 == 0 { bench.time.move(minutes: 1) }
            }
            let desk = CaseBench.official("one_stop")
            let list = EndedCases(bench.office)
            let first = try await list(.init(), of: desk)
            #expect(first.counts == [.all: 30, .given: 0, .refused: 20, .withdrawn: 10])
            #expect(first.next != nil)
            let second = try await list(.init(), of: desk, after: first.next)
            #expect(second.next == nil)
            #expect(Set((first.ended + second.ended).map(\.id)) == Set(ids))
            #expect(try await list(.init(ending: .withdrawn), of: desk).ended.count == 10)
            let other = CaseBench.official("one_stop", agency: "01930000-0000-7000-8000-000000000099")
            #expect(try await list(.init(), of: other).counts[.all] == 0)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `what ended is read from its index in its order`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, _ in
            let place = try #require(InboxPlace("1780279200000000~01930000-0000-7000-8000-000000000001"))
            for official in [CaseBench.official("one_stop"), CaseBench.official("head", unit: CaseBench.unit)] {
                for after in [nil, place] {
                    let sql = EndedCaseStore.pageSQL(.init(), bench.time.now, official, after: after, 26)
                    let plan = try await bench.database.plan(of: sql)
                    #expect(plan.contains("dossier_ended"), "\(plan)")
                    #expect(!plan.contains("Sort") && !plan.contains("TEMP B-TREE"), "\(plan)")
                }
            }
        }
    }
}
