import Catalogue
import Kernel
import Storage
import Synchronization
import TestKit
import Testing

@testable import Casework

/// Timers of cases that cannot be brought on beside those of cases that can.
@Suite struct TimerFaultTests {
    @Test(arguments: Dialect.allCases)
    func `cases that cannot be brought on stand in no other's way`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect, service: try CourseService.make()) { bench, service in
            var cases: [Dossier] = []
            for _ in 0..<7 {
                cases.append(try await bench.act("skip", on: try await bench.asked(service), as: "specialist").get())
                bench.time.move(minutes: 1)
            }
            let (undecodable, unknown) = (cases[0], cases[1])
            let erased = cases[2..<5].map(\.id)
            try await bench.database.write { tx in
                try tx.runAll([
                    "UPDATE dossier_content SET owner = '{}' WHERE dossier_id = \(undecodable.id)",
                    "UPDATE dossier SET definition = 'gone' WHERE id = \(unknown.id)",
                    "DELETE FROM dossier_content WHERE dossier_id IN (\(list: erased))",
                ])
            }
            bench.time.move(hours: 24 * 2 + 10)
            let failed = Mutex<[Dossier.ID]>([])
            func run() async throws -> Int {
                failed.withLock { $0 = [] }
                var timers = RunTimers(bench.office) { id, _ in failed.withLock { $0.append(id) } }
                // Three of five that cannot be brought on fill a page of the list.
                timers.perPass = 2
                return try await timers()
            }
            #expect(try await run() == 2)
            #expect(failed.withLock(\.self) == [undecodable.id, unknown.id])
            for one in cases.suffix(2) {
                #expect(try await bench.office.file(one.id)?.dossier.fired.map(\.key) == ["reminder"])
            }
            // They are tried again later, not at once; what is erased never.
            #expect(try await run() == 0)
            #expect(failed.withLock(\.self).isEmpty)
            bench.time.move(minutes: 61)
            #expect(try await run() == 0)
            #expect(Set(failed.withLock(\.self)) == [undecodable.id, unknown.id])
        }
    }
}

extension CaseBench {
    /// How many timers ran out; none of them may fail.
    func runsTimers() async throws -> Int {
        try await RunTimers(office) { id, fault in Issue.record("\(id): \(fault)") }()
    }
}
