import Casework
import Catalogue
import Kernel
import Site

/// Where somebody is in the preview of a draft, with all answers. It travels with the forms of the preview: nothing of it
/// is stored anywhere.
struct PreviewState: Sendable {
    var owner: OwnerKind
    var isAuthorised: Bool
    var channel: FilingChannel
    var answers: JSON = [:]
    /// What was done at the desk.
    var moves: [PlayedMove] = []
    /// Which sample the answers are; another number, other answers.
    var sample = 0

    private static let mostMoves = 200

    init(_ form: FormValues, _ definition: ServiceDefinition) {
        let owners = Self.owners(definition)
        let channels = Self.channels(definition)
        owner = OwnerKind(rawValue: form["owner"]).flatMap { owners.contains($0) ? $0 : nil } ?? owners[0]
        channel = FilingChannel(rawValue: form["channel"]).flatMap { channels.contains($0) ? $0 : nil } ?? channels[0]
        isAuthorised =
            owner == .other || ([.organisation, .householdBusiness].contains(owner) && form["authorised"] == "yes")
        if let kept = try? JSON(parsing: form["answers"]), kept.object != nil { answers = kept }
        moves = form["moves"].split(separator: " ").prefix(Self.mostMoves).compactMap { PlayedMove(String($0)) }
        sample = min(max(Int(form["sample"]) ?? 0, 0), 10_000)
    }

    static func owners(_ definition: ServiceDefinition) -> [OwnerKind] {
        definition.owners.isEmpty ? [.`self`] : definition.owners
    }

    static func channels(_ definition: ServiceDefinition) -> [FilingChannel] {
        let taken = FilingChannel.allCases.filter { definition.takes($0) }
        return taken.isEmpty ? [.online] : taken
    }

    /// As hidden fields of the next form.
    var carried: [(name: String, value: String)] {
        [
            ("owner", owner.rawValue), ("authorised", isAuthorised ? "yes" : "no"), ("channel", channel.rawValue),
            ("answers", answers.canonical), ("moves", moves.map(\.description).joined(separator: " ")),
            ("sample", String(sample)),
        ]
    }

    func facts(_ day: Day) -> CaseFacts {
        CaseFacts(answers: answers, owner: owner, isAuthorised: isAuthorised, channel: channel, day: day)
    }
}
