import Kernel

/// Types into the questions of one page.
struct Typist {
    let page: FormPage
    let owner: OwnerKind
    let day: Day
    let place: (province: String, commune: String)
    /// The same of before 1 July 2025; a site that knows none takes names.
    let earlier: [FieldKind: String]
    let style: GeneratedAnswers.Style
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
    /// Whether the last made-up name on the page is a woman's.
    private var isWoman: Bool?

    init(
        page: FormPage, owner: OwnerKind, day: Day, place: (province: String, commune: String),
        earlier: [FieldKind: String], style: GeneratedAnswers.Style, random: any RandomNumberGenerator
    ) {
        self.page = page
        self.owner = owner
        self.day = day
        self.place = place
        self.earlier = earlier
        self.style = style
        self.random = random
    }

    /// How many entries a group gets: settled when it is first asked.
    mutating func entries(of group: String, least: Int, most: Int) -> Int {
        let count = wanted[group] ?? min(most, least + (chance(of: 3) ? 1 : 0))
        wanted[group] = count
        return count
    }

    mutating func type(_ shown: ShownField) { type(shown, around: Folding.fold(page.title.vi)) }

    /// - Parameter around: The titles of what the question is part of, folded.
    private mutating func type(_ shown: ShownField, around: String) {
        let inside = "\(around) \(Folding.fold(shown.field.label.vi))"
        switch shown.kind {
        case _ where shown.kind.isComposite: for part in shown.parts { type(part, around: inside) }
        case _ where shown.kind.isGroup: for part in shown.entries.joined() { type(part, around: inside) }
        case .file, .computed: return
        default: values[shown.name] = [text(for: shown, around: around)]
        }
    }

    /// Empty where an optional question is left blank.
    private mutating func text(for shown: ShownField, around: String) -> String {
        let isRefused = refused.contains(shown.name)
        if !isRefused, !shown.isBlank {
            if shown.kind == .date { year = shown.answer?.string.flatMap { Day($0)?.year } }
            // A rule over several answers is mended by any of them.
            let isPart = refused.contains { shown.name.hasPrefix($0) }
            return isPart && chance(of: 2) ? made(for: shown, around: around) : shown.typed
        }
        if !shown.isRequired, blank.contains(shown.name) || chance(of: 4) {
            blank.insert(shown.name)
            return ""
        }
        return made(for: shown, around: around)
    }

    private mutating func chance(of count: Int) -> Bool { Int.random(in: 0..<count, using: &random) == 0 }

    private mutating func made(for shown: ShownField, around: String) -> String {
        let field = shown.field
        // What reads well may still be refused by a check of the form; then anything is tried.
        let isNoGood = refused.contains(shown.name) && !shown.isBlank
        if case .lifelike(let name) = style, !isNoGood || chance(of: 3),
            let text = lifelike(shown, around: around, name: name)
        {
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

    /// What people would answer; nil leaves it to the kind of the question.
    private mutating func lifelike(_ shown: ShownField, around: String, name: String?) -> String? {
        let field = shown.field
        switch field.kind {
        case .text, .longText:
            let text = LifelikeWords(name: name).text(
                for: field, around: around, owner: owner, isOwn: page.about != nil && !shown.name.contains("["), &random
            )
            isWoman = text.flatMap(LifelikeWords.isWoman(named:)) ?? isWoman
            return text
        case .choice:
            let sex = isWoman.map { $0 ? "female" : "male" }
            return shown.options.first { $0.value == sex }?.value
        case .date where Folding.fold(field.label.vi).contains("nam sinh"):
            let isChild = [" tre em ", " lam con nuoi "].contains { " \(around) ".contains($0) }
            return past(isChild ? 10...50 : 7_000...26_000)
        case .date:
            let label = " \(Folding.fold(field.label.vi)) "
            if label.contains(" den ngay ") || label.contains(" het han ") {
                return date(Int.random(in: 30...700, using: &random))
            }
            return label.contains(" tu ngay ") ? date(Int.random(in: -60...60, using: &random)) : past(5...900)
        case .phone: return "0900000000"
        case .email: return "nguoi.nop@mau.example"
        case .citizenNumber: return citizenNumber(ages: 20...60)
        case .number where Folding.fold(field.label.vi).hasPrefix("nam ") && (field.minimum ?? 0) > 1_800:
            return String(day.year - Int.random(in: 20...60, using: &random))
        case .number:
            return few(of: field, near: field.label.vi.contains("m²") ? 50...300 : 0...4, by: 1)
        case .money: return few(of: field, near: 2...40, by: 500_000)
        default: return nil
        }
    }

    /// A usual number within the bounds of a question, or just above the least; nil where neither fits.
    private mutating func few(of field: FormField, near usual: ClosedRange<Int>, by unit: Int) -> String? {
        let number = Int.random(in: usual, using: &random) * unit
        let (least, most) = (field.minimum ?? 0, field.maximum ?? .max)
        if (least...max(least, most)).contains(number) { return String(number) }
        let (above, isTooMuch) = least.addingReportingOverflow(number)
        return isTooMuch || above > most ? nil : String(above)
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
        return date(shift)
    }

    /// A day so many days ago.
    private mutating func past(_ days: ClosedRange<Int>) -> String { date(-Int.random(in: days, using: &random)) }

    private mutating func date(_ shift: Int) -> String {
        let parts = day.adding(days: shift).parts
        year = parts.year
        return "\(parts.day)/\(parts.month)/\(parts.year)"
    }

    /// A number of the right structure (`CitizenNumber`) that is nobody's in particular.
    private mutating func citizenNumber(ages: ClosedRange<Int> = 1...90) -> String {
        let born =
            year.flatMap { (1_900...day.year).contains($0) ? $0 : nil } ?? day.year
            - Int.random(in: ages, using: &random)
        let century = (born / 100 - 19) * 2 + Int.random(in: 0...1, using: &random)
        return "001\(century)" + (born % 100 < 10 ? "0" : "") + "\(born % 100)" + digits(6)
    }
}
