import Kernel
import Storage
import TestKit
import Testing

@testable import Casework
@testable import Notices

/// Cases do not wait for each other.
@Suite struct OpenActTests {
    /// On SQLite there is one writer at a time; this is about the rows that PostgreSQL locks.
    @Test func `while an act on one case is open, another is filed, received, asked about, told and ended`()
        async throws
    {
        try await withDatabase(.postgresql, Counter.migrations) { db in
            let counter = try await Counter(db)
            let held = try await counter.act("receive", on: counter.file())
            let (begun, done, actor) = (Signal(), Signal(), counter.official().actor)
            async let slow: Void = db.write { tx in
                let stored = try #require(try DossierStore.lock(held.id, in: tx))
                _ = try DossierStore.append(
                    .rated(score: 5), to: stored, by: actor, at: stored.dossier.filedAt, in: tx)
                begun.give()
                // Were the other to wait for this one, this would time out instead of being let go by it.
                #expect(done.wait(), "the other case did not get through")
            }
            await begun.arrived()
            let other = try await counter.act("receive", on: counter.file())
            let items = [SupplementItem(kind: .paper, key: "photo", reason: "Ảnh mờ")]
            let asked = try await counter.act("supplement", on: other, items: items)
            try await counter.act("refuse", on: asked, note: "Không bổ sung")
            done.give()
            try await slow
            let told = try await counter.notices().filter { $0.dossier == other.id }.map(\.kind)
            #expect(told.count == 4)
            #expect(try await counter.office.file(held.id)?.dossier.rating == 5)
        }
    }
}
