package import Kernel

/// Answers that a form takes, made up by rule: what a test files, what a preview shows, what a sample site holds.
///
/// Every page is answered as a person would, by typed values that go through the form's own reader; what the form
/// refuses is answered otherwise, until it takes it.
package struct GeneratedAnswers: Sendable {
    /// What to type into a question, by the last part of its name (`full_name`, `street`); nil leaves it to its kind.
    package typealias Suggestion = @Sendable (_ key: String, _ random: inout any RandomNumberGenerator) -> String?

    private let service: CompiledService
    private let places: PlaceLookup
    /// A province and one of its communes, by their codes.
    private let place: (province: String, commune: String)
    private let suggestion: Suggestion

    /// How often one page is tried: each time only what was refused is typed anew.
    private static let mostTries = 200
    /// How often it is begun anew: what was answered on one page may leave no answer to another.
    private static let mostBeginnings = 20

    package init(
        _ service: CompiledService, places: PlaceLookup, place: (province: String, commune: String),
        suggestion: @escaping Suggestion = { _, _ in nil }
    ) {
        self.service = service
        self.places = places
        self.place = place
        self.suggestion = suggestion
    }

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
        var typist = Typist(
            day: facts.day, place: place, earlier: places.earlierExample, suggestion: suggestion, random: random)
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

/// Types into the questions of one page.
private struct Typist {
    let day: Day
    let place: (province: String, commune: String)
    /// The same of before 1 July 2025; a site that knows none takes names.
    let earlier: [FieldKind: String]
    let suggestion: GeneratedAnswers.Suggestion
    var random: any RandomNumberGenerator
    /// The questions whose answers the form refused.
    var refused: Set<String> = []
    var values: [String: [String]] = [:]
    /// Optional questions that stay blank.
    private var blank: Set<String> = []
    /// How many entries each group gets.
    private var wanted: [String: Int] = [:]
    /// The year of the last date on the page: numbers of people are read beside their date of birth.
    private var year: Int?

    init(
        day: Day, place: (province: String, commune: String), earlier: [FieldKind: String],
        suggestion: @escaping GeneratedAnswers.Suggestion, random: any RandomNumberGenerator
    ) {
        self.day = day
        self.place = place
        self.earlier = earlier
        self.suggestion = suggestion
        self.random = random
    }

    /// How many entries a group gets: settled when it is first asked.
    mutating func entries(of group: String, least: Int, most: Int) -> Int {
        let count = wanted[group] ?? min(most, least + (chance(of: 3) ? 1 : 0))
        wanted[group] = count
        return count
    }

    mutating func type(_ shown: ShownField) {
        switch shown.kind {
        case _ where shown.kind.isComposite: for part in shown.parts { type(part) }
        case _ where shown.kind.isGroup: for part in shown.entries.joined() { type(part) }
        case .file, .computed: return
        default: values[shown.name] = [text(for: shown)]
        }
    }

    /// Empty where an optional question is left blank.
    private mutating func text(for shown: ShownField) -> String {
        let isRefused = refused.contains(shown.name)
        if !isRefused, !shown.isBlank {
            if shown.kind == .date { year = shown.answer?.string.flatMap { Day($0)?.year } }
            // A rule over several answers is mended by any of them.
            let isPart = refused.contains { shown.name.hasPrefix($0) }
            return isPart && chance(of: 2) ? made(for: shown) : shown.typed
        }
        if !shown.isRequired, blank.contains(shown.name) || chance(of: 4) {
            blank.insert(shown.name)
            return ""
        }
        return made(for: shown)
    }

    private mutating func chance(of count: Int) -> Bool { Int.random(in: 0..<count, using: &random) == 0 }

    private mutating func made(for shown: ShownField) -> String {
        let field = shown.field
        if field.kind != .choice, field.kind != .yesNo, !chance(of: 8), let text = suggestion(field.key, &random) {
            return text
        }
        switch field.kind {
        case .text, .longText: return words(field)
        case .number, .money: return String(number(field))
        case .date: return date()
        case .choice: return shown.options.randomElement(using: &random)?.value ?? ""
        case .yesNo: return chance(of: 2) ? "true" : "false"
        case .citizenNumber: return citizenNumber()
        case .phone: return "09" + digits(8)
        case .email: return "mau.\(digits(4))@mau.example"
        case .province: return place.province
        case .commune: return place.commune
        case .oldProvince, .oldDistrict, .oldCommune: return earlier[field.kind] ?? words(field)
        case .taxCode: return taxCode()
        case .vehiclePlate: return "\(Int.random(in: 11...99, using: &random))A-\(digits(5))"
        case .group, .table, .composite, .landParcel, .bankAccount, .mapPoint, .signature, .file, .computed: return ""
        }
    }

    private mutating func digits(_ count: Int) -> String {
        var text = ""
        for _ in 0..<count { text += String(Int.random(in: 0...9, using: &random)) }
        return text
    }

    /// Of an organisation, with the check digit that its nine digits call for.
    private mutating func taxCode() -> String {
        for _ in 0..<20 {
            let first = digits(9)
            if let code = (0...9).lazy.compactMap({ TaxCode("\(first)\($0)") }).first { return code.text }
        }
        return ""
    }

    /// Words mostly, and now and then a number of one of the usual lengths, as papers and codes have.
    private mutating func words(_ field: FormField) -> String {
        let least = max(1, field.minimum ?? 1)
        let most = max(least, field.maximum ?? 60)
        let text =
            chance(of: 3) ? digits(Int.random(in: min(least, 14)...min(most, 14), using: &random)) : "Mẫu " + digits(2)
        return String((text + String(repeating: "u", count: max(0, least - text.count))).prefix(most))
    }

    /// Small mostly, as copies and people are.
    private mutating func number(_ field: FormField) -> Int {
        let isMoney = field.kind == .money
        let least = field.minimum ?? 0
        let most = max(least, field.maximum ?? (isMoney ? 500_000_000 : 3_000))
        let near = min(most, least + (isMoney ? 5_000_000 : 4))
        return Int.random(in: least...(chance(of: 3) ? most : near), using: &random)
    }

    /// In the past mostly: of this month, of these years, of a lifetime.
    private mutating func date() -> String {
        let past = [30, 700, 25_000].randomElement(using: &random) ?? 700
        let shift = chance(of: 4) ? Int.random(in: 0...700, using: &random) : -Int.random(in: 0...past, using: &random)
        let parts = day.adding(days: shift).parts
        year = parts.year
        return "\(parts.day)/\(parts.month)/\(parts.year)"
    }

    /// A number of the right structure (`CitizenNumber`) that is nobody's in particular.
    private mutating func citizenNumber() -> String {
        let born =
            year.flatMap { (1_900...day.year).contains($0) ? $0 : nil } ?? day.year
            - Int.random(in: 1...90, using: &random)
        let century = (born / 100 - 19) * 2 + Int.random(in: 0...1, using: &random)
        return "001\(century)" + (born % 100 < 10 ? "0" : "") + "\(born % 100)" + digits(6)
    }
}
