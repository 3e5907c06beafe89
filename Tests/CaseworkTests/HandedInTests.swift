import Catalogue
import Foundation
import Journal
import Kernel
import Storage
import TestKit
import Testing

@testable import Casework

/// Files stay what they were when they were handed in.
@Suite struct HandedInTests {
    @Test(arguments: Dialect.allCases)
    func `a paper taken out while the draft is filed is either missed or stays`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            for _ in 0..<8 {
                let draft = try await bench.draft(service)
                let paper = try #require(try await bench.office.draft(draft.id, of: "anna")?.papers.first)
                let place = AttachPaper.Place.draft(draft.id, of: "anna")
                let attach = AttachPaper(bench.office, blobs: bench.blobs)
                async let isRemoved = attach.remove(paper.id, from: place)
                async let later = attach(try bench.upload("%PDF-1.7 \(UUID()) %%EOF"), to: place, rule: "extra")
                async let answer = bench.file(draft, service)
                let (removed, added, filed) = try await (isRemoved, later, answer)
                guard case .success(let dossier) = filed else {
                    #expect(removed)
                    continue
                }
                #expect(!removed)
                let papers = try #require(try await bench.office.file(dossier.id)).papers
                #expect(papers.contains { $0.id == paper.id })
                #expect(papers.contains { $0.rule == "extra" } == (added.refusal == nil))
            }
            #expect(try await CheckPaperMarks(database: bench.database)() == nil)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a result is attached by whoever has the step and saw the case as it is`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let seen = try await bench.received(service)
            let attach = AttachResult(bench.office, attach: AttachPaper(bench.office, blobs: bench.blobs))
            let put = { (version: Int, role: String) in
                try await attach(
                    seen.id, try bench.upload("%PDF-1.7 \(UUID()) %%EOF"), seen: version, by: CaseBench.official(role))
            }
            #expect(try await put(seen.version, "leader").refusal == .notPossible)
            guard case .changed = try await put(seen.version - 1, "specialist").refusal else {
                Issue.record("a result was put to a case that had changed")
                return
            }
            let before = try #require(try await bench.office.file(seen.id))
            #expect(before.dossier == seen && before.papers.allSatisfy { $0.kind == .applicant })
            let first = try await put(seen.version, "specialist").get()
            _ = try await put(first.version, "specialist").get()
            let after = try #require(try await bench.office.file(seen.id))
            #expect(after.papers.filter { $0.kind == .result }.count == 2)
            #expect(after.history.filter { $0.event.kind == "result_attached" }.count == 2)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a file that was swapped or put in without an entry is found`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let dossier = try await bench.received(service)
            let item = SupplementItem(kind: .paper, key: "proof", reason: "ảnh mờ")
            bench.time.move(hours: 1)
            let asked = try await bench.act("supplement", on: dossier, as: "specialist", items: [item]).get()
            let request = try #require(asked.openRequest)
            try await bench.attach(to: .supplement(dossier.id, request: request, of: "anna"), rule: "proof")
            let check = CheckPaperMarks(database: bench.database)
            #expect(try await check() == nil)
            let answered = try await bench.answer(
                dossier.id, request: request, by: CaseBench.person()
            ).get()
            _ = try await AttachResult(bench.office, attach: AttachPaper(bench.office, blobs: bench.blobs))(
                dossier.id, try bench.upload(), seen: answered.version, by: CaseBench.official("specialist")
            ).get()
            #expect(try await check() == nil)
            let papers = try #require(try await bench.office.file(dossier.id)).papers
            #expect(papers.count == 3)
            let other = String(repeating: "0", count: 64)
            for paper in papers {
                _ = try await bench.database.write { tx in
                    try tx.run("UPDATE dossier_paper SET sha256 = \(other) WHERE id = \(paper.id)")
                }
                #expect(try await check()?.contains("\(paper.id) is not the one") == true)
                _ = try await bench.database.write { tx in
                    try tx.run("UPDATE dossier_paper SET sha256 = \(paper.sha256) WHERE id = \(paper.id)")
                }
            }
            let another = Paper.ID(at: bench.time.now)
            _ = try await bench.database.write { tx in
                try tx.run("UPDATE dossier_paper SET id = \(another) WHERE id = \(papers[0].id)")
            }
            #expect(try await check()?.contains("no entry names") == true)
            _ = try await bench.database.write { tx in try tx.run("DELETE FROM dossier_paper WHERE id = \(another)") }
            #expect(try await check() == nil)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `an account sends so much a day and no more, an official is not counted`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, _ in
            let day = bench.time.now.day
            func add(_ size: Int, _ account: String, _ day: Day) async throws -> Bool {
                try await bench.database.write { tx in
                    try SentBytes.add(size, of: account, on: day, most: 100, in: tx)
                }
            }
            let first = try await add(60, "anna", day)
            #expect(first)
            #expect(try await add(41, "anna", day) == false)
            #expect(try await add(40, "anna", day))
            #expect(try await add(100, "minh", day))
            #expect(try await add(1, "anna", day) == false)
            #expect(try await add(100, "anna", day.adding(days: 1)))
        }
    }

    @Test(arguments: Dialect.allCases)
    func `what an account took out again counts in its day`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let draft = try await bench.draft(service)
            let day = bench.time.now.day
            _ = try await bench.database.write { tx in
                try tx.run(
                    "UPDATE sent_bytes SET bytes = \(AttachPaper.mostADay) WHERE account = 'anna' AND day = \(day)")
            }
            let place = AttachPaper.Place.draft(draft.id, of: "anna")
            let attach = AttachPaper(bench.office, blobs: bench.blobs)
            let paper = try #require(try await bench.office.draft(draft.id, of: "anna")?.papers.first)
            #expect(try await attach.remove(paper.id, from: place))
            #expect(try await attach(try bench.upload(), to: place, rule: "proof").refusal == .tooMuchToday)
            bench.time.move(hours: 24)
            #expect(try await attach(try bench.upload(), to: place, rule: "proof").refusal == nil)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `uploads at the same time do not send more than the day allows`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, _ in
            let day = bench.time.now.day
            let sent = try await withThrowingTaskGroup { group in
                for _ in 0..<12 {
                    group.addTask {
                        try await bench.database.write { tx in
                            // What another transaction does meanwhile is not seen by what this one has read.
                            _ = try tx.rows("SELECT bytes FROM sent_bytes WHERE account = 'anna'")
                            return try SentBytes.add(30, of: "anna", on: day, most: 100, in: tx)
                        }
                    }
                }
                return try await group.reduce(0) { $0 + ($1 ? 30 : 0) }
            }
            #expect(sent == 90)
            let kept = try await bench.database.read { tx in
                try tx.value("SELECT bytes FROM sent_bytes WHERE account = 'anna'", as: Int.self)
            }
            #expect(kept == 90)
        }
    }
}
