import Blobs
import Catalogue
import Foundation
import Kernel
import Storage
import TestKit
import Testing

@testable import Casework

/// The disk holds what papers name, and nothing else for long.
@Suite struct SweepTests {
    @Test(arguments: Dialect.allCases)
    func `an upload that is refused leaves nothing on the disk`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let draft = try await bench.draft(service)
            let place = AttachPaper.Place.draft(draft.id, of: "anna")
            let attach = AttachPaper(bench.office, blobs: bench.blobs)
            let before = bench.keptFiles()
            #expect(before.count == 1)
            let foreign = AttachPaper.Place.draft(draft.id, of: "minh")
            #expect(try await attach(try bench.unique(), to: foreign, rule: "extra").refusal == .unknown)
            let day = bench.time.now.day
            _ = try await bench.database.write { tx in
                try tx.run(
                    "UPDATE sent_bytes SET bytes = \(AttachPaper.mostADay) WHERE account = 'anna' AND day = \(day)")
            }
            #expect(try await attach(try bench.unique(), to: place, rule: "extra").refusal == .tooMuchToday)
            bench.time.move(hours: 24)
            for _ in 0..<AttachPaper.mostFiles { try await bench.attach(to: place, rule: "extra") }
            let full = bench.keptFiles()
            #expect(try await attach(try bench.unique(), to: place, rule: "extra").refusal == .tooMany)
            #expect(bench.keptFiles() == full && full.isSuperset(of: before))
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a refused result leaves nothing on the disk`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let dossier = try await bench.received(service)
            let before = bench.keptFiles()
            let attach = AttachResult(bench.office, attach: AttachPaper(bench.office, blobs: bench.blobs))
            for (seen, role) in [(dossier.version, "leader"), (dossier.version - 1, "specialist")] {
                let answer = try await attach(
                    dossier.id, try bench.unique(), seen: seen, by: CaseBench.official(role))
                #expect(answer.refusal != nil)
            }
            #expect(bench.keptFiles() == before)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `the files of a discarded draft are gone after a day, those that a paper names stay`(
        dialect: Dialect
    ) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let (gone, stays) = (try await bench.draft(service), try await bench.draft(service))
            // The same file in both drafts stays for the one that is left.
            for draft in [gone, stays] {
                let place = AttachPaper.Place.draft(draft.id, of: "anna")
                _ = try await AttachPaper(bench.office, blobs: bench.blobs)(
                    try bench.upload(), to: place, rule: "extra"
                ).get()
            }
            let note = HandInPapers(bench.office)
            #expect(try await note([HandedPaper("proof", .original)], to: gone.id, of: "anna"))
            #expect(try await KeepDraft(bench.office).discard(gone.id, of: "anna"))
            #expect(try await bench.office.handedPapers(of: Dossier.ID(gone.id)).isEmpty)
            #expect(try await bench.swept() == 0, "they are young")
            bench.age()
            #expect(try await bench.swept() == 1)
            let named = try await bench.database.read { tx in Set(try PaperStore.files(in: tx).map(\.sha256)) }
            #expect(named.count == 2)
            #expect(bench.keptFiles() == named)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a file that is sent again while nobody names it any more is safe from the sweep`(
        dialect: Dialect
    ) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let draft = try await bench.draft(service)
            let place = AttachPaper.Place.draft(draft.id, of: "anna")
            let attach = AttachPaper(bench.office, blobs: bench.blobs)
            for _ in 0..<6 {
                let paper = try await attach(try bench.upload(), to: place, rule: "extra").get()
                #expect(try await attach.remove(paper.id, from: place))
                bench.age()
                async let sweep = bench.swept()
                async let sent = attach(try bench.upload(), to: place, rule: "extra")
                let (_, again) = try await (sweep, sent.get())
                #expect(bench.blobs.has(again.sha256))
                #expect(try await attach.remove(again.id, from: place))
            }
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a draft that nobody touched for half a year is thrown away, one with a new file stays`(
        dialect: Dialect
    ) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let (old, touched) = (try await bench.draft(service), try await bench.draft(service))
            bench.time.move(days: KeepDraft.daysKept - 1)
            #expect(try await KeepDraft(bench.office).sweep() == 0)
            try await bench.attach(to: .draft(touched.id, of: "anna"), rule: "extra")
            bench.time.move(days: 2)
            #expect(try await KeepDraft(bench.office).sweep() == 1)
            #expect(try await bench.office.draft(old.id, of: "anna") == nil)
            #expect(try await bench.office.draft(touched.id, of: "anna") != nil)
        }
    }
}

extension CaseBench {
    /// The hashes of all files that are kept.
    func keptFiles() -> Set<String> {
        let names = FileManager.default.enumerator(atPath: blobs.folder)?.compactMap { $0 as? String } ?? []
        return Set(names.map { ($0 as NSString).lastPathComponent }.filter { $0.utf8.count == 64 })
    }

    /// An upload that nobody has sent before.
    func unique() throws -> AttachPaper.Arrived { try upload("%PDF-1.7 \(UUID()) %%EOF") }

    /// Makes every file look as if it had been kept two days ago.
    func age() {
        for sha256 in keptFiles() {
            try? FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSinceNow: -172_800)], ofItemAtPath: blobs.path(sha256))
        }
    }

    /// Sweeps every part; returns how many files are gone.
    func swept() async throws -> Int {
        var removed = 0
        for part in 0..<BlobStore.parts {
            removed += try await SweepFiles(database: database, blobs: blobs)(part: part)
        }
        return removed
    }
}
