import Foundation
package import Kernel

/// What lists say of a published service, without reading its whole definition: a province has thousands of them.
package struct ServiceHead: Sendable, Equatable {
    /// The published definition's hash.
    package let hash: String
    package let service: String
    package let procedure: String
    package let title: Phrase
    package let effectiveFrom: Day
    let channels: [FilingChannel]?
    let offeredBy: [String]?
    /// The registers to which it writes.
    package let registers: [RegisterRule]
    /// The services under which its branches open cases at other agencies.
    let cases: [String]

    /// From a published document; nil when it is none.
    init?(hash: String, document: String) {
        guard let members = try? JSON.members(Self.keys, ofCanonical: document),
            let service = members["service"]?.string, let procedure = members["procedure"]?.string,
            let from = members["effectiveFrom"]?.string.flatMap({ Day($0) }),
            let title = members["title"]?.object, let vi = title["vi"]?.string, let en = title["en"]?.string
        else { return nil }
        self.hash = hash
        self.service = service
        self.procedure = procedure
        self.title = Phrase(vi: vi, en: en)
        effectiveFrom = from
        channels = members["channels"]?.array?.compactMap { $0.string.flatMap(FilingChannel.init) }
        offeredBy = members["offeredBy"]?.array?.compactMap(\.string)
        registers = (try? members["registers"]?.decoded(as: [RegisterRule].self)) ?? []
        cases = Self.opensCases(document) ? Self.cases(document) : []
    }

    /// Whether a branch that is a case of its own stands in it: few have one, and steps are long.
    private static func opensCases(_ document: String) -> Bool {
        document.withCString { strstr($0, #""answer":"case""#) != nil }
    }

    private static func cases(_ document: String) -> [String] {
        let steps = (try? JSON.members(["steps"], ofCanonical: document))?["steps"]?.array ?? []
        let branches = steps.flatMap { $0["parallel"]?.array ?? [] }.filter { $0["answer"]?.string == "case" }
        return Set(branches.compactMap { $0["service"]?.string }).sorted()
    }

    private static let keys: Set<String> = [
        "service", "procedure", "title", "effectiveFrom", "channels", "offeredBy", "registers",
    ]

    /// Whether an agency of that kind may offer it.
    package func isOffered(by kind: String) -> Bool { offeredBy.map { $0.contains(kind) } ?? true }

    /// Whether somebody may file it; otherwise it is only worked as the child of another agency's case.
    package var isFiled: Bool { channels != [] }

    package func takes(_ channel: FilingChannel) -> Bool { channels.map { $0.contains(channel) } ?? true }
}
