import Casework
import Catalogue
import Kernel
import Site
import Storage
import TestKit
import Testing

@testable import Casework

/// What officials find in their inbox, and how it is counted.
@Suite struct DeskInboxTests {
    @Test(arguments: Dialect.allCases)
    func `a case waits in the inbox of the role whose step it is, and of no other`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let dossier = try await bench.filed(service)
            #expect(try await bench.inbox(of: CaseBench.official("one_stop")).rows.map(\.id) == [dossier.id])
            #expect(try await bench.inbox(of: CaseBench.official("specialist")).rows.isEmpty)
            _ = try await bench.act("receive", on: dossier, as: "one_stop").get()
            #expect(try await bench.inbox(of: CaseBench.official("one_stop")).rows.isEmpty)
            let row = try #require(try await bench.inbox(of: CaseBench.official("specialist")).rows.first)
            #expect(row.code == dossier.code)
            #expect(row.owner == CaseBench.submitter.name)
            #expect(row.official == .inProcess)
            #expect(row.step.vi == "Thẩm định")
        }
    }

    @Test(arguments: Dialect.allCases)
    func `nobody sees another agency's cases`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            _ = try await bench.filed(service)
            let other = CaseBench.official("one_stop", agency: "01930000-0000-7000-8000-000000000099")
            let listing = try await bench.inbox(of: other)
            #expect(listing.rows.isEmpty)
            #expect(listing.counts.shown == 0)
            let leader = CaseBench.official("leader", agency: "01930000-0000-7000-8000-000000000099")
            #expect(try await bench.inbox(.init(reach: .everything), of: leader).rows.isEmpty)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a unit sees what it has and what no unit has, the desk and the leader see all`(dialect: Dialect) async throws
    {
        try await CaseBench.with(dialect) { bench, service in
            let free = try await bench.received(service, account: "an")
            let given = try await bench.received(service, account: "binh")
            _ = try await DirectCase(bench.office, staff: DeskVisit.book)(
                given.id, .transfer(unit: CaseBench.unit, note: "đúng việc"), seen: given.version,
                by: CaseBench.official("specialist")
            ).get()
            let here = CaseBench.official("specialist", unit: CaseBench.unit)
            let elsewhere = CaseBench.official("specialist", unit: "01930000-0000-7000-8000-000000000043")
            #expect(Set(try await bench.inbox(of: here).rows.map(\.id)) == [free.id, given.id])
            #expect(try await bench.inbox(of: elsewhere).rows.map(\.id) == [free.id])
            let all = InboxFilter(reach: .everything)
            let head = CaseBench.official("head", unit: "01930000-0000-7000-8000-000000000043")
            #expect(try await bench.inbox(all, of: head).rows.map(\.id) == [free.id])
            let leader = CaseBench.official("leader")
            #expect(Set(try await bench.inbox(all, of: leader).rows.map(\.id)) == [free.id, given.id])
            // Whoever neither leads nor heads gets the own list, whatever the address says.
            #expect(try await bench.inbox(all, of: CaseBench.official("one_stop")).rows.isEmpty)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a case that a unit had comes back to the one-stop desk for handing over`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            var dossier = try await bench.received(service)
            dossier = try await DirectCase(bench.office, staff: DeskVisit.book)(
                dossier.id, .transfer(unit: CaseBench.unit, note: "đúng việc"), seen: dossier.version,
                by: CaseBench.official("specialist")
            ).get()
            dossier = try await bench.act("propose", on: dossier, as: "specialist").get()
            dossier = try await bench.act("sign", on: dossier, as: "leader").get()
            let desk = CaseBench.official("one_stop", unit: "01930000-0000-7000-8000-000000000043")
            #expect(try await bench.inbox(of: desk).rows.map(\.id) == [dossier.id])
            let given = try await PerformAct(bench.office)(
                dossier.id, .init(act: "give", seen: dossier.version, way: "counter"), by: desk)
            #expect(try given.get().official == .returned)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `every filter counts what it shows`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            // Five working days: due on Monday 8 June at 17:30.
            var old: [Dossier] = []
            for number in 0..<4 { old.append(try await bench.received(service, account: "cu-\(number)")) }
            let waiting = SupplementItem(kind: .paper, key: "proof", reason: "mờ")
            old[3] = try await bench.act("supplement", on: old[3], as: "specialist", items: [waiting]).get()
            bench.time.move(to: "2026-06-05T09:00:00+07:00")
            for number in 0..<3 { _ = try await bench.received(service, account: "moi-\(number)") }
            old[0] = try await DirectCase(bench.office, staff: DeskVisit.book)(
                old[0].id, .assign("lan"), seen: old[0].version, by: CaseBench.official("head")
            ).get()
            let official = CaseBench.official("specialist")
            for time in ["2026-06-05T10:00:00+07:00", "2026-06-08T10:00:00+07:00", "2026-06-09T10:00:00+07:00"] {
                bench.time.move(to: time)
                for standing in InboxFilter.Standing.allCases {
                    for holder in InboxFilter.Holder.allCases {
                        let filter = InboxFilter(standing: standing, holder: holder)
                        let listing = try await bench.inbox(filter, of: official)
                        #expect(listing.rows.count == listing.counts.shown, "\(time) \(standing) \(holder)")
                        for other in InboxFilter.Standing.allCases {
                            let count = try await bench.inbox(.init(standing: other, holder: holder), of: official)
                            #expect(listing.counts.standing[other] ?? 0 == count.rows.count, "\(time) \(other)")
                        }
                    }
                }
            }
            let late = try await bench.inbox(of: official).counts
            #expect(late.standing[.overdue] == 3)
            #expect(late.standing[.waiting] == 1)
            #expect(late.standing[.all] == 7)
            #expect(late.holder[.mine] == 1)
            #expect(late.holder[.nobody] == 6)
            #expect(late.service == ["thu-nghiem": 7])
            bench.time.move(to: "2026-06-08T10:00:00+07:00")
            #expect(try await bench.inbox(of: official).counts.standing[.today] == 3)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a new case is new until the day after it came, and an unreceived one until it is received`(
        dialect: Dialect
    ) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let dossier = try await bench.filed(service)
            bench.time.move(to: "2026-06-03T09:00:00+07:00")
            let desk = CaseBench.official("one_stop")
            #expect(try await bench.inbox(of: desk).counts.standing[.new] == 1)
            _ = try await bench.act("receive", on: dossier, as: "one_stop").get()
            let specialist = CaseBench.official("specialist")
            #expect(try await bench.inbox(of: specialist).counts.standing[.new] == 1)
            bench.time.move(to: "2026-06-04T09:00:00+07:00")
            #expect(try await bench.inbox(of: specialist).counts.standing[.new] == 0)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a step past its own limit is counted and said, apart from the promise to the applicant`(
        dialect: Dialect
    ) async throws {
        try await CaseBench.with(dialect) { bench, service in
            // Two working days for the step, five for the case.
            var dossier = try await bench.received(service)
            let specialist = CaseBench.official("specialist")
            #expect(try await bench.inbox(of: specialist).counts.standing[.stepLate] == 0)
            bench.time.move(to: "2026-06-04T09:00:00+07:00")
            let late = try await bench.inbox(InboxFilter(standing: .stepLate), of: specialist)
            #expect(late.rows.map(\.id) == [dossier.id])
            #expect(late.counts.standing[.stepLate] == 1)
            #expect(late.counts.standing[.overdue] == 0)
            let visit = DeskVisit(bench, specialist)
            #expect(try await visit.opens(DeskPaths.inbox()).html.contains("Bước quá hạn 1 ngày"))
            #expect(try await visit.opens(DeskPaths.dossier(dossier.id)).html.contains("Bước quá hạn 1 ngày"))
            // The applicant's time is not the step's.
            let item = SupplementItem(kind: .paper, key: "proof", reason: "mờ")
            dossier = try await bench.act("supplement", on: dossier, as: "specialist", items: [item]).get()
            #expect(try await bench.inbox(of: specialist).counts.standing[.stepLate] == 0)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a case asked for supplements before it was received has no clock that stands still`(
        dialect: Dialect
    ) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let dossier = try await bench.filed(service)
            let item = SupplementItem(kind: .paper, key: "proof", reason: "mờ")
            _ = try await bench.act("supplement", on: dossier, as: "one_stop", items: [item]).get()
            let visit = DeskVisit(bench, CaseBench.official("one_stop"))
            let inbox = try await visit.opens(DeskPaths.inbox()).html
            #expect(inbox.contains("chưa tiếp nhận, chờ người nộp"))
            #expect(!inbox.contains("đang dừng"))
        }
    }

    @Test(arguments: Dialect.allCases)
    func `pages follow each other forth and back without losing or repeating a case`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            for number in 0..<58 {
                _ = try await bench.filed(service, account: "nguoi-\(number)")
                // Several are filed at the same moment.
                if number % 7 == 0 { bench.time.move(minutes: 1) }
            }
            let official = CaseBench.official("one_stop")
            var listing = try await bench.inbox(of: official)
            #expect(listing.previous == nil)
            var pages = [listing.rows.map(\.id)]
            while let next = listing.next {
                listing = try await bench.inbox(of: official, from: .after(next))
                pages.append(listing.rows.map(\.id))
            }
            #expect(pages.map(\.count) == [25, 25, 8])
            #expect(Set(pages.joined()).count == 58)
            var back = [listing.rows.map(\.id)]
            while let previous = listing.previous {
                listing = try await bench.inbox(of: official, from: .before(previous))
                back.append(listing.rows.map(\.id))
            }
            #expect(back.reversed() == pages)
            #expect(InboxPlace("\(try #require(listing.next))") == listing.next)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `pages are read from an index in their order`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, _ in
            let place = try #require(InboxPlace("1780279200000000~01930000-0000-7000-8000-000000000001"))
            for (official, reach) in [
                (CaseBench.official("specialist", unit: CaseBench.unit), InboxFilter.Reach.own),
                (CaseBench.official("leader"), .everything),
                (CaseBench.official("head", unit: CaseBench.unit), .everything),
            ] {
                for from in [Inbox.From.start, .after(place), .before(place)] {
                    let query = InboxQuery(InboxFilter(reach: reach), official, now: bench.time.now)
                    let plan = try await bench.database.plan(of: InboxStore.pageSQL(query, from: from, limit: 26))
                    #expect(plan.contains("task_inbox") || plan.contains("task_open"), "\(plan)")
                    #expect(!plan.contains("Sort") && !plan.contains("TEMP B-TREE"), "\(plan)")
                }
            }
        }
    }
}
