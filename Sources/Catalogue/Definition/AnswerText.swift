import Foundation
import Kernel
import Wording

/// How answers are kept, against what people type and see.
///
/// Kept: texts without outer white space in Unicode NFC, dates as `2026-04-24`, numbers as JSON numbers, codes of options
/// and places, yes and no as booleans. What does not fit its kind is kept as it was typed, so that it can be shown again.
enum AnswerText {
    /// More entries of a repeated group are not read.
    static let mostEntries = 200
    private static let longestText = 20_000

    static func isBlank(_ answer: JSON?) -> Bool {
        switch answer {
        case nil, .null: true
        case .string(let text): text.isEmpty
        case .array(let items): items.isEmpty
        case .object(let members): members.values.allSatisfy { isBlank($0) }
        default: false
        }
    }

    /// What was typed into one input, as an answer.
    static func answer(_ typed: String, as field: FormField, around: String?, places: PlaceLookup) -> JSON? {
        let text = clean(typed, keepsLines: field.kind == .longText)
        guard !text.isEmpty else { return nil }
        switch field.kind {
        case .text, .longText: return .string(text)
        case .number:
            return (decimal(text, field) ?? number(text)).map { .number($0) } ?? .string(text)
        case .money: return number(text.withoutCurrency).map { .number($0) } ?? .string(text)
        case .date: return .string(Day(typed: text)?.description ?? text)
        case .yesNo: return boolean(text).map { .bool($0) } ?? .string(text)
        case .citizenNumber: return .string(CitizenNumber(text)?.digits ?? text)
        case .taxCode: return .string(TaxNumber(text)?.text ?? text)
        case .vehiclePlate: return .string(VehiclePlate(text)?.text ?? text)
        case .phone: return .string(PhoneNumber(text)?.digits ?? text)
        case .email: return .string(EmailAddress(text)?.text ?? text)
        case .choice: return .string(text)
        case .province:
            return .string(places.provinceName(text) != nil ? text : places.provinceCode(text) ?? text)
        case .commune:
            if places.commune(text) != nil { return .string(text) }
            return .string(around.flatMap { places.communeCode(text, $0) } ?? text)
        case .oldProvince, .oldDistrict, .oldCommune:
            if places.earlier(text, field.kind) != nil { return .string(text) }
            return .string(places.earlierCode(text, field.kind, around) ?? text)
        case .file, .group, .table, .composite, .landParcel, .bankAccount, .mapPoint, .signature, .computed: return nil
        }
    }

    /// Whether an answer has the form of its kind; whether it is right is asked elsewhere.
    static func fits(_ answer: JSON, _ kind: FieldKind) -> Bool {
        switch (kind, answer) {
        case (.number, .number), (.yesNo, .bool): true
        case (_, .array) where kind.isGroup: true
        case (_, .object) where kind.isComposite: true
        case (.money, .number(let value)): value.wholeDong.map { Decimal($0) == value } ?? false
        case (.date, .string(let text)): Day(text) != nil
        case (_, .string) where kind.isPlace: true
        case (.file, .array(let items)): items.allSatisfy { $0.object != nil }
        case (.text, .string), (.longText, .string), (.citizenNumber, .string), (.phone, .string), (.email, .string),
            (.choice, .string), (.taxCode, .string), (.vehiclePlate, .string):
            true
        default: false
        }
    }

    /// An answer as it stands in an input.
    static func typed(_ answer: JSON, as kind: FieldKind) -> String {
        switch answer {
        case .string(let text):
            kind == .date ? Day(text).map { $0.phrase.vi } ?? text : text
        case .bool(let value): value ? "true" : "false"
        case .number(let value): kind == .money ? grouped(value) : value.description.replacing(".", with: ",")
        case .null, .array, .object: ""
        }
    }

    static func grouped(_ value: Decimal) -> String {
        guard let whole = value.wholeDong, Decimal(whole) == value else {
            return value.description.replacing(".", with: ",")
        }
        return whole.groupedByThousands
    }

    /// NFC, no control characters, no white space outside, single spaces inside; lines only where they are asked for.
    static func clean(_ typed: String, keepsLines: Bool) -> String {
        let text = String(typed.prefix(longestText)).precomposedStringWithCanonicalMapping
        let lines = text.replacing("\r\n", with: "\n").split(
            omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r" })
        let cleaned = lines.map { line in
            let printable = line.unicodeScalars.map { isControl($0) ? " " : Character($0) }
            return String(String.UnicodeScalarView(printable.flatMap(\.unicodeScalars)))
                .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        return cleaned.joined(separator: keepsLines ? "\n" : " ").trimmingWhiteSpace
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
            || (0x200B...0x200F).contains(scalar.value) || scalar.value == 0xFEFF
    }

    private static func boolean(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "true", "yes", "có": true
        case "false", "no", "không": false
        default: nil
        }
    }

    /// 21.028 as a number with decimals, where the question takes such a one and thousands are outside its bounds: degrees.
    ///
    /// Two thousand copies are never read as two: where only whole numbers are asked, a dot parts thousands.
    private static func decimal(_ text: String, _ field: FormField) -> Decimal? {
        guard field.whole != true, let most = field.maximum, most < 1_000, let grouped = number(text),
            grouped > Decimal(most), let value = number(text.replacing(".", with: ",")),
            (Decimal(field.minimum ?? 0)...Decimal(most)).contains(value)
        else { return nil }
        return value
    }

    /// Numbers as Vietnamese people write them: `1.500.000`, `12,5`; also `12.5`, where the dot cannot part thousands.
    static func number(_ text: String) -> Decimal? {
        var body = text.filter { !$0.isWhitespace }
        let isNegative = body.hasPrefix("-")
        if isNegative { body.removeFirst() }
        let dots = body.split(separator: ".", omittingEmptySubsequences: false)
        let isGrouped =
            dots.count > 1 && dots[0].count <= 3 && !dots[0].isEmpty && dots[0] != "0"
            && dots.dropFirst().dropLast().allSatisfy { $0.count == 3 }
            && dots[dots.count - 1].prefix { $0 != "," }.count == 3
        if isGrouped { body = dots.joined() }
        body = body.replacing(",", with: ".")
        let parts = body.split(separator: ".", omittingEmptySubsequences: false)
        let isDigits = parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
        guard (1...2).contains(parts.count), isDigits, body.utf8.count <= 30 else { return nil }
        return Decimal(string: (isNegative ? "-" : "") + body, locale: nil)
    }
}

extension String {
    /// `150.000 đồng`, `150.000đ`, `150.000 VND` without the currency.
    fileprivate var withoutCurrency: String {
        for ending in ["đồng", "vnđ", "vnd", "đ", "₫"] where lowercased().hasSuffix(ending) {
            return String(dropLast(ending.count)).trimmingWhiteSpace
        }
        return self
    }
}
