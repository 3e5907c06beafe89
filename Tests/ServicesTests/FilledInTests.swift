import Kernel
import Storage
import TestKit
import Testing

@testable import Casework
@testable import Catalogue

/// What the services of the project ask for and a register of another of them holds is filled in.
@Suite struct FilledInTests {
    @Test(arguments: Dialect.allCases)
    func `a permit that was issued fills in its renewal, a birth that was registered the request for a copy`(
        dialect: Dialect
    ) async throws {
        try await ServiceOffice.with(dialect) { bench in
            let services = try ServiceOffice.services().map(\.service)
            let readers = services.filter { !$0.definition.registersRead.isEmpty }
            #expect(readers.count >= 2)
            for reader in readers {
                try await bench.offer(reader)
                for register in reader.definition.registersRead.sorted() {
                    let keepers = services.filter { service in
                        service.definition.registers?.contains { $0.key == register } == true
                    }
                    let keeper = try #require(keepers.first, "\(register)")
                    try await bench.offer(keeper)
                    let parties = try await enter(keeper, bench)
                    let filled = try await fill(reader, for: parties, bench)
                    for (path, field, _) in reader.definition.singleQuestions
                    where field.filledFrom?.register == register {
                        let answer = AnswerPath(path).get(filled.answers)
                        #expect(answer != nil && filled.origins[path] == .register, "\(path)")
                    }
                }
            }
        }
    }

    /// A case that the applicant filed for themselves, entered into the registers of its service; its parties.
    private func enter(_ service: CompiledService, _ bench: ServiceOffice) async throws -> Parties {
        var run = CaseRun(bench: bench, service: service)
        let own = GeneratedCases(service, most: 300).cases.filter { $0.owner == .`self` && $0.channel == .online }
        for facts in own + own + own {
            let ended = try await run.work(run.file(facts))
            if ended.official == .returned { return try #require(try await bench.office.file(ended.id)).parties }
        }
        throw NothingEntered()
    }

    private struct NothingEntered: Error {}

    /// A draft of those parties, once they are told.
    private func fill(_ service: CompiledService, for parties: Parties, _ bench: ServiceOffice) async throws -> Draft {
        let drafts = KeepDraft(bench.office)
        let begun = try await drafts.begin(
            service, at: ServiceOffice.agency, channel: .online, parties: parties, account: ServiceOffice.applicant
        ).get()
        let filling = KeepDraft.Filling(service: service, asker: .account(ServiceOffice.applicant), blanks: .filled)
        let kept = try await drafts.change(begun.id, of: ServiceOffice.applicant, filling: filling) { _ in }
        return try #require(kept).draft
    }
}
