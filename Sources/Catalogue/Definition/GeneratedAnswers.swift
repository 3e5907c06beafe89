package import Kernel

/// Answers that a form takes, made up by rule: what a test files, what a preview shows, what a sample site holds.
///
/// Every page is answered as a person would, by typed values that go through the form's own reader; what the form
/// refuses is answered otherwise, until it takes it.
package struct GeneratedAnswers: Sendable {
    /// What the answers are for.
    package enum Style: Sendable {
        /// To find what is wrong with a form: of every kind and length, without meaning.
        case varied
        /// To be read: as people answer (`LifelikeWords`), with the name of whoever the case is about where it is known.
        case lifelike(name: String?)
    }

    private let service: CompiledService
    private let places: PlaceLookup
    /// A province and one of its communes, by their codes.
    private let place: (province: String, commune: String)
    private let style: Style

    /// How often one page is tried: each time only what was refused is typed anew.
    private static let mostTries = 200
    /// How often it is begun anew: what was answered on one page may leave no answer to another.
    private static let mostBeginnings = 20

    package init(
        _ service: CompiledService, places: PlaceLookup, place: (province: String, commune: String),
        style: Style = .varied
    ) {
        self.service = service
        self.places = places
        self.place = place
        self.style = style
    }

    /// A name for a made-up case, marked as a sample.
    package static func name(_ random: inout any RandomNumberGenerator) -> String { LifelikeWords.name("", &random) }

    /// The answers to every page that they themselves call for; nil when a page took none of what was tried, which a
    /// check that no text fulfils by chance brings about.
    package func callAsFunction(
        owner: OwnerKind, channel: FilingChannel, day: Day, _ random: inout any RandomNumberGenerator
    ) -> CaseFacts? {
        for _ in 0..<Self.mostBeginnings {
            if let facts = filled(CaseFacts(answers: [:], owner: owner, channel: channel, day: day), &random) {
                return facts
            }
        }
        return nil
    }

    private func filled(_ blank: CaseFacts, _ random: inout any RandomNumberGenerator) -> CaseFacts? {
        var facts = blank
        for page in service.definition.form {
            guard service.shownPage(page.key, facts) != nil else { continue }
            guard answer(page.key, &facts, &random) else { return nil }
        }
        let filed = service.pruned(facts)
        return service.problems(for: filed, places: places).isEmpty ? filed : nil
    }

    private func answer(
        _ key: String, _ facts: inout CaseFacts, _ random: inout any RandomNumberGenerator
    ) -> Bool {
        guard let asked = service.definition.form.first(where: { $0.key == key }) else { return true }
        var typist = Typist(
            page: asked, owner: facts.owner, day: facts.day, place: place, earlier: places.earlierExample, style: style,
            random: random)
        defer { random = typist.random }
        for _ in 0..<Self.mostTries {
            open(service.shownPage(key, facts)?.fields ?? [], &facts, &typist)
            guard let page = service.shownPage(key, facts) else { return true }
            typist.refused = Set(service.problems(page: key, for: facts, places: places).map(\.field))
            typist.values = [:]
            for field in page.fields { typist.type(field) }
            facts.answers = service.reading(page: key, values: typist.values, into: facts, places: places).answers
            let isSettled = service.shownPage(key, facts)?.names == page.names
            if isSettled, service.problems(page: key, for: facts, places: places).isEmpty { return true }
        }
        return false
    }

    /// Opens an entry in every group that has too few, and now and then one more.
    private func open(_ fields: [ShownField], _ facts: inout CaseFacts, _ typist: inout Typist) {
        for field in fields {
            open(field.parts + field.entries.joined(), &facts, &typist)
            guard field.kind.isGroup else { continue }
            let least = max(field.field.minimum ?? 0, field.isRequired ? 1 : 0)
            let wanted = typist.entries(of: field.name, least: least, most: field.field.maximum ?? 3)
            for _ in field.entries.count..<max(wanted, field.entries.count) {
                facts.answers = service.adding(entryOf: field.name, to: facts.answers)
            }
        }
    }
}
