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
            let services = try ServiceOffice.services()
            // What nobody files is worked where other agencies hand it to.
            for (_, service) in services {
                try await bench.offer(service, at: service.isFiled ? ServiceOffice.agency : ServiceOffice.asked)
            }
            var worked: Set<String> = []
            for (file, service) in services where service.isFiled {
                let generated = GeneratedCases(service, most: most)
                #expect(generated.untaken.sorted() == [], "\(file): branches that no generated answers take")
                var run = CaseRun(bench: bench, service: service)
                var given = 0
                for (number, facts) in (generated.cases + more(generated.cases)).enumerated() {
                    let isNeeded = number < generated.cases.count || !run.isWhole
                    guard isNeeded else { break }
                    let ended = try await run.work(run.file(facts))
                    #expect(!ended.isOpen, "\(file): a case does not end")
                    if ended.official == .returned { given += 1 }
                }
                let untaken = run.wanted.filter { !run.taken.contains($0) }
                #expect(untaken == [], "\(file): what no case shows")
                #expect(given > 0, "\(file)")
                for (name, child) in run.children {
                    #expect(child.wanted.filter { !child.taken.contains($0) } == [], "\(name): what no case shows")
                    worked.insert(name)
                }
            }
            let rest = services.map(\.service).filter { !$0.isFiled && !worked.contains($0.definition.service) }
            #expect(rest.map(\.definition.service) == [], "nobody files or hands over")
        }
    }

    /// Cases once more, for what is still to be shown.
    private func more(_ cases: [CaseFacts]) -> [CaseFacts] {
        Array((0..<12).flatMap { _ in cases.prefix(3) })
    }
}

extension CaseRun {
    /// Whether everything was shown, by the cases at other agencies too.
    fileprivate var isWhole: Bool {
        Set(wanted).isSubset(of: taken) && children.values.allSatisfy { Set($0.wanted).isSubset(of: $0.taken) }
    }
}

extension CompiledService {
    fileprivate var isFiled: Bool { definition.isFiled }
}
