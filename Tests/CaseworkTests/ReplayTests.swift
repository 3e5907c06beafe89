import Kernel
import Storage
import TestKit
import Testing
import Wording

@testable import Casework
@testable import Catalogue

/// A draft definition run against the dossiers of before.
@Suite struct ReplayTests {
    private static let yearAgo = Day(year: 2025, month: 6, day: 1) ?? Day(number: 0)

    private func draft(_ service: CompiledService, _ change: (inout ServiceDefinition) -> Void) throws
        -> CompiledService
    {
        var definition = service.definition
        change(&definition)
        return try CompiledService(try PublishedDefinition(definition))
    }

    private func replay(_ draft: CompiledService, _ bench: CaseBench, since: Day = yearAgo) async throws -> ReplayReport
    {
        try await ReplayDossiers(bench.office)(draft, since: since, places: GeneratedReplay.onePlace)
    }

    @Test(arguments: Dialect.allCases)
    func `a draft is compared with the version under which each dossier was filed`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            var codes: [String] = []
            for number in 0..<3 {
                codes.append(try await bench.filed(service, account: "nguoi-\(number)").code)
                bench.time.move(minutes: 1)
            }
            let newest = Array(codes.reversed())
            let same = try await replay(service, bench)
            #expect(same.cases == 3 && same.unchanged == 3 && same.rows.isEmpty)

            let dearer = try await replay(try draft(service) { $0.fees[0].amount = "20000" }, bench)
            #expect(dearer.rows.map(\.kind) == [.paysMore])
            #expect(dearer.rows.first?.count == 3 && dearer.rows.first?.examples == newest)
            #expect(dearer.due.dong == 24_000 && dearer.newDue.dong == 60_000)
            let cheaper = try await replay(try draft(service) { $0.fees = [] }, bench)
            #expect(cheaper.rows.map(\.kind) == [.paysLess])

            let slower = try await replay(try draft(service) { $0.limit.value = 9 }, bench)
            #expect(slower.rows.map(\.subject.en) == ["5 working days → 9 working days"])
            let papers = try await replay(
                try draft(service) { definition in
                    definition.papers.removeAll { $0.key == "proof" }
                    if let extra = definition.papers.firstIndex(where: { $0.key == "extra" }) {
                        definition.papers[extra].required = "true"
                    }
                }, bench)
            #expect(papers.rows.map(\.kind) == [.newPaper, .paperLess])
            #expect(papers.rows.map(\.subject.vi) == ["Giấy tờ khác", "Giấy chứng minh"])
        }
    }

    @Test(arguments: Dialect.allCases)
    func `cases that could not be filed so any more are counted, and answers that lose their place`(
        dialect: Dialect
    ) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let code = try await bench.filed(service).code
            let stricter = try draft(service) { definition in
                definition.owners = [.child]
                definition.channels = [.counter]
                definition.form[1].fields[0].minimum = 500
                definition.form[0].fields.removeAll { $0.key == "phone" }
            }
            let report = try await replay(stricter, bench)
            #expect(report.rows.filter { $0.kind == .invalid }.count == 3)
            #expect(
                report.rows.filter { $0.kind == .answerWithoutPlace }.map(\.subject.en) == ["The person › Telephone"])
            #expect(report.rows.allSatisfy { $0.examples == [code] })
            // What the dossier says of people is told nowhere.
            let told = (report.lines(.vi) + report.lines(.en) + [report.json.canonical]).joined()
            for answer in ["Bưởi", "011190000123", "0912345678", "Cần giấy"] { #expect(!told.contains(answer)) }
            #expect(told.contains(code))
        }
    }

    @Test(arguments: Dialect.allCases)
    func `fees and limits of a draft are those of the day it is in force; answers are judged on the day of filing`(
        dialect: Dialect
    ) async throws {
        try await CaseBench.with(dialect) { bench, service in
            _ = try await bench.filed(service)
            let next = try draft(service) { definition in
                definition.effectiveFrom = Day(year: 2027, month: 1, day: 1) ?? definition.effectiveFrom
                definition.fees[0].amount = "if today() <= date(\"2026-12-31\") then 8000 else 12000"
                definition.limit.cases = [
                    LimitCase(when: "today() > date(\"2026-12-31\")", value: 9, unit: "working_days")
                ]
                definition.form[1].fields[0].checks = [
                    FieldCheck(rule: "today() <= date(\"2026-12-31\")", message: Phrase(same: "x"))
                ]
            }
            let report = try await replay(next, bench)
            #expect(report.rows.map(\.kind) == [.paysMore, .otherLimit])
            #expect(report.newDue.dong == 12_000)
            #expect(report.lines(.en).contains { $0.hasSuffix("from \(next.definition.effectiveFrom.phrase.en)") })
        }
    }

    @Test(arguments: Dialect.allCases)
    func `dossiers whose answers are erased are counted as left out`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let (gone, kept) = (try await bench.filed(service), try await bench.filed(service, account: "binh"))
            try await bench.database.write { tx in
                _ = try tx.run("DELETE FROM dossier_content WHERE dossier_id = \(gone.id)")
            }
            let report = try await replay(service, bench)
            #expect(report.cases == 1 && report.leftOut == 1, "\(kept.code) is replayed")
            #expect(report.lines(.en).contains { $0.hasPrefix("1 cases left out") })
            #expect(report.json["left_out"] == 1)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `only dossiers since the day are replayed, and all of them, page after page`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            _ = try await bench.filed(service)
            bench.time.move(to: "2026-06-03T09:00:00+07:00")
            for number in 0..<(ReplayDossiers.page + 5) {
                _ = try await bench.filed(service, account: "nguoi-\(number)")
                if number.isMultiple(of: 3) { bench.time.move(seconds: 1) }
            }
            let since = try #require(Day(year: 2026, month: 6, day: 2))
            #expect(try await replay(service, bench, since: since).cases == ReplayDossiers.page + 5)
            #expect(try await replay(service, bench).cases == ReplayDossiers.page + 6)
            let sql = ReplayDossiers.sql(
                "1.000001", service.definition.service, since: bench.time.now,
                before: (bench.time.now, Dossier.ID(at: bench.time.now)))
            let plan = try await bench.database.plan(of: sql)
            #expect(plan.contains("dossier_of_procedure"), "\(plan)")
        }
    }

    @Test func `cases made up from one version show what another would change`() throws {
        let service = try TrialService.make()
        let replay = GeneratedReplay(service, places: GeneratedReplay.onePlace, place: ("01", "00004"))
        let day = try #require(Day(year: 2026, month: 6, day: 1))
        let same = replay(service, cases: 40, day: day)
        #expect(same.cases == 40 && same.unchanged == 40)
        // Only whoever is married pays more.
        let dearer = try draft(service) { $0.fees[0].amount = "if matter.is_married then 30000 else 8000" }
        let report = replay(dearer, cases: 40, day: day)
        let row = try #require(report.rows.first)
        #expect(report.rows.count == 1 && row.kind == .paysMore && row.subject.vi == "16.000 đồng → 30.000 đồng")
        #expect((1..<40).contains(row.count) && report.unchanged == 40 - row.count)
        #expect(replay(dearer, cases: 40, day: day) == report)
    }
}
