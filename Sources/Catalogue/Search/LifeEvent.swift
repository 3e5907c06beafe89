package import Kernel

/// A life event (sự kiện cuộc đời): what happens to a person or a firm, under which people look for procedures
/// (the groups of the National Public Service Portal, NĐ 61/2018 as amended).
package struct LifeEvent: Sendable, Identifiable {
    package enum Audience: String, Sendable, CaseIterable { case people, firms }

    /// Part of addresses: `co-con-nho`.
    package let id: String
    package let audience: Audience
    package let title: Phrase
    /// Fields all of whose procedures belong to it.
    let fields: Set<String>
    /// Phrases of names that belong to it, folded.
    let phrases: [String]
    /// Phrases of names that do not, folded.
    let without: [String]

    init(
        _ id: String, _ audience: Audience, _ title: Phrase, fields: [String] = [], phrases: [String],
        without: [String] = []
    ) {
        self.id = id
        self.audience = audience
        self.title = title
        self.fields = Set(fields.map { Folding.fold($0) })
        self.phrases = phrases.map { " " + Folding.fold($0) + " " }
        self.without = without.map { " " + Folding.fold($0) + " " }
    }

    package static let all: [LifeEvent] = ofPeople + ofFirms

    package static func named(_ id: String) -> LifeEvent? { all.first { $0.id == id } }

    /// Whether a procedure belongs to it. `name` and `field` are folded.
    func holds(name: String, field: String, procedure: Procedure) -> Bool {
        if procedure.code.isInternal { return false }
        let people = procedure.applicants.contains(where: \.isPerson) || procedure.applicants.isEmpty
        let firms = procedure.applicants.contains { !$0.isPerson } || procedure.applicants.isEmpty
        guard audience == .people ? people : firms else { return false }
        let name = " " + name + " "
        if without.contains(where: { name.contains($0) }) { return false }
        return fields.contains(field) || phrases.contains { name.contains($0) }
    }
}
