import Kernel
import Storage
import TestKit
import Testing

@testable import Casework
@testable import Catalogue

/// The services of the project, each filed and finished as applicants and officials do it.
@Suite struct FiledAndFinishedTests {
    /// How many cases are made up at most to find every branch.
    private var most: Int { longRun ? 2_000 : 300 }

    @Test func `thirty services are there`() throws {
        #expect(try ServiceOffice.services().count >= 30)
    }

    @Test(arguments: Dialect.allCases)
    func `every service is filed and finished by generated answers, every branch, act, answer and timer taken`(
        dialect: Dialect
    ) async throws {
        try await ServiceOffice.with(dialect) { bench in
            for (file, service) in try ServiceOffice.services() {
                try await bench.offer(service)
                let generated = GeneratedCases(service, most: most)
                #expect(generated.untaken.sorted() == [], "\(file): branches that no generated answers take")
                var run = CaseRun(bench: bench, service: service)
                var given = 0
                for (number, facts) in (generated.cases + more(generated.cases)).enumerated() {
                    let isNeeded = number < generated.cases.count || !Set(run.wanted).isSubset(of: run.taken)
                    guard isNeeded else { break }
                    let ended = try await run.work(run.file(facts))
                    #expect(!ended.isOpen, "\(file): a case does not end")
                    if ended.official == .returned { given += 1 }
                }
                let untaken = run.wanted.filter { !run.taken.contains($0) }
                #expect(untaken == [], "\(file): what no case shows")
                #expect(given > 0, "\(file)")
            }
        }
    }

    /// Cases once more, for what is still to be shown.
    private func more(_ cases: [CaseFacts]) -> [CaseFacts] {
        Array((0..<12).flatMap { _ in cases.prefix(3) })
    }
}
