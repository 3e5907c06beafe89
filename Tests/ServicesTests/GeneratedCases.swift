import Kernel
import TestKit

@testable import Catalogue

/// Cases of a service by generated answers that together take every branch of its definition, as far as they are found.
struct GeneratedCases {
    /// Each takes a branch that none before it took.
    private(set) var cases: [CaseFacts] = []
    /// The branches that no case took.
    private(set) var untaken: Set<String>

    static let day = Day(year: 2026, month: 6, day: 1) ?? Day(number: 0)
    static let places = GeneratedReplay.onePlace

    /// - Parameter most: how many cases are made up at most, for each way of filing.
    init(_ service: CompiledService, most: Int) {
        let branches = ServiceBranches(service)
        untaken = Set(branches.all)
        let answers = GeneratedAnswers(service, places: Self.places, place: ("01", "00004"))
        // What nobody files comes the way of its origin.
        let known = service.definition.channels ?? FilingChannel.allCases
        let channels = known.isEmpty ? [.counter] : known
        for seed in 0..<most {
            for owner in service.definition.owners {
                let channel = channels[seed % channels.count]
                var random: any RandomNumberGenerator = SeededRandom(UInt64(seed))
                guard var facts = answers(owner: owner, channel: channel, day: Self.day, &random) else { continue }
                // A firm is represented by law or by authorisation.
                if owner == .organisation || owner == .householdBusiness { facts.isAuthorised = seed.isMultiple(of: 2) }
                let new = branches.taken(by: facts).intersection(untaken)
                guard !new.isEmpty || cases.count < service.definition.owners.count else { continue }
                untaken.subtract(new)
                cases.append(facts)
            }
            if untaken.isEmpty { return }
        }
    }
}
