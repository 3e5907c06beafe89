import Foundation
import Kernel
import Wording

/// What is wrong with the answers of shown questions, all at once.
struct AnswerProblems {
    let day: Day
    let places: PlaceLookup
    private(set) var list: [FieldProblem] = []

    init(day: Day, places: PlaceLookup) {
        self.day = day
        self.places = places
    }

    /// - Parameter titles: of the page and of what the questions are part of.
    mutating func check(_ fields: [ShownField], in titles: [Phrase]) {
        for field in fields { check(field, in: titles) }
    }

    private mutating func check(_ shown: ShownField, in titles: [Phrase]) {
        switch shown.kind {
        case _ where shown.kind.isComposite:
            // What is optional as a whole may be left blank as a whole.
            if shown.isRequired || !shown.isBlank { check(shown.parts, in: titles + [shown.field.label]) }
        case _ where shown.kind.isGroup:
            let count = shown.entries.count
            let least = max(shown.field.minimum ?? 0, shown.isRequired ? 1 : 0)
            if count < least { say(shown, AnswerWording.tooFew(shown.field.label, least), titles) }
            if let most = shown.field.maximum, count > most {
                say(shown, AnswerWording.tooMany(shown.field.label, most), titles)
            }
            for (number, entry) in shown.entries.enumerated() {
                let label = shown.field.label
                check(entry, in: titles + [Phrase(vi: "\(label.vi) \(number + 1)", en: "\(label.en) \(number + 1)")])
            }
        default:
            guard let answer = shown.answer else {
                if shown.isRequired { say(shown, AnswerWording.missing(shown.field), titles) }
                return
            }
            if let message = message(shown, answer) {
                say(shown, message, titles)
                return
            }
        }
        for message in shown.failedChecks { say(shown, message, titles) }
    }

    private mutating func say(_ shown: ShownField, _ message: Phrase, _ titles: [Phrase]) {
        let place = titles + [shown.field.label]
        let words = Phrase(
            vi: place.map(\.vi).joined(separator: ", "), en: place.map(\.en).joined(separator: ", "))
        list.append(FieldProblem(shown.name, message, at: words))
    }

    private func message(_ shown: ShownField, _ answer: JSON) -> Phrase? {
        let field = shown.field
        guard AnswerText.fits(answer, field.answerKind) else { return AnswerWording.unfit(field) }
        switch (field.kind, answer) {
        case (.text, .string(let text)): return length(text, field, most: 500)
        case (.longText, .string(let text)): return length(text, field, most: 10_000)
        case (.number, .number(let value)), (.money, .number(let value)): return bounds(value, field)
        case (.choice, .string(let value)):
            return shown.options.contains { $0.value == value } ? nil : AnswerWording.noSuchOption
        case (.citizenNumber, .string(let text)):
            guard let number = CitizenNumber(text), number.birthYear <= day.year else {
                return AnswerWording.citizenNumber
            }
            return nil
        case (.taxCode, .string(let text)): return TaxNumber(text) == nil ? AnswerWording.taxCode : nil
        case (.vehiclePlate, .string(let text)):
            let readings = VehiclePlate.readings(text).map(\.text)
            return switch readings.count {
            case 0: AnswerWording.vehiclePlate
            case 1: nil
            default: AnswerWording.vehiclePlate(oneOf: readings)
            }
        case (.phone, .string(let text)): return PhoneNumber(text) == nil ? AnswerWording.phone : nil
        case (.email, .string(let text)): return EmailAddress(text) == nil ? AnswerWording.email : nil
        case (.province, .string(let code)): return places.provinceName(code) == nil ? AnswerWording.province : nil
        case (.commune, .string(let code)):
            guard let commune = places.commune(code) else { return AnswerWording.commune }
            return commune.province == shown.around ? nil : AnswerWording.communeElsewhere
        case (_, .string(let code)) where field.kind.isOldPlace:
            guard let place = places.earlier(code, field.kind) else { return AnswerWording.oldPlace(field.kind) }
            // A site that knows no units of before takes names as they are typed, and does not know what lies where.
            let isThere = place.around == nil || place.around == shown.around
            return isThere ? nil : AnswerWording.oldPlaceElsewhere(field.kind)
        case (.file, .array(let files)):
            return field.maximum.map { files.count > $0 } ?? false
                ? AnswerWording.tooMany(field.label, field.maximum ?? 0) : nil
        case (.date, .string(let text)):
            guard let day = Day(text), (1_800...2_200).contains(day.year) else { return AnswerWording.unfit(field) }
            return nil
        default: return nil
        }
    }

    private func length(_ text: String, _ field: FormField, most: Int) -> Phrase? {
        // Only what did not come from a form can still have them, and PostgreSQL keeps no text with NUL in it.
        if text.unicodeScalars.contains(where: { $0.value < 0x20 && $0 != "\n" }) { return AnswerWording.unfit(field) }
        if let least = field.minimum, text.count < least { return AnswerWording.tooShort(least) }
        let most = field.maximum ?? most
        return text.count > most ? AnswerWording.tooLong(most) : nil
    }

    private func bounds(_ value: Decimal, _ field: FormField) -> Phrase? {
        if field.whole == true, !value.isWhole { return AnswerWording.notWhole }
        if field.kind == .money, value < 0 { return AnswerWording.unfit(field) }
        if let least = field.minimum, value < Decimal(least) { return AnswerWording.tooSmall(least) }
        if let most = field.maximum, value > Decimal(most) { return AnswerWording.tooLarge(most) }
        return nil
    }
}

extension Decimal {
    fileprivate var isWhole: Bool {
        var (rounded, value) = (Decimal(), self)
        NSDecimalRound(&rounded, &value, 0, .plain)
        return rounded == self
    }
}
