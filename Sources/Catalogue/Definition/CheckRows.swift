import Foundation
package import Kernel
import Wording

/// One page's answers on the check page and the case page.
package struct CheckSection: Sendable, Equatable {
    package let page: String
    package let title: Phrase
    package let rows: [CheckRow]
}

/// One answer, written for reading.
package struct CheckRow: Sendable, Equatable {
    /// The question's name, for links to it: `child.birth_day`.
    package let name: String
    package let label: Phrase
    /// Nil when nothing was answered.
    package let value: Phrase?
    /// Attached files, as the answers keep them.
    package let files: [JSON]
}

extension CompiledService {
    /// The answers page by page, as people read them.
    package func checkSections(_ facts: CaseFacts, places: PlaceLookup) -> [CheckSection] {
        shownPages(facts).map { page in
            CheckSection(
                page: page.key, title: page.page.title, rows: page.fields.flatMap { CheckRow.rows($0, nil, places) })
        }
    }
}

extension ShownField {
    /// The answer as people read it, where no name of a place is needed; nil when there is none.
    package var told: Phrase? {
        answer.map { CheckRow.words($0, field, PlaceLookup(provinceName: { _ in nil }, commune: { _ in nil })) }
    }
}

extension CheckRow {
    fileprivate static func rows(_ shown: ShownField, _ around: Phrase?, _ places: PlaceLookup) -> [CheckRow] {
        let label =
            around.map { Phrase(vi: "\($0.vi): \(shown.field.label.vi)", en: "\($0.en): \(shown.field.label.en)") }
            ?? shown.field.label
        switch shown.kind {
        case _ where shown.kind.isComposite:
            if let place = line(shown, places) ?? place(shown, places) {
                return [CheckRow(name: shown.name, label: label, value: place, files: [])]
            }
            return shown.parts.flatMap { rows($0, label, places) }
        case .table:
            guard !shown.entries.isEmpty else {
                return [CheckRow(name: shown.name, label: label, value: nil, files: [])]
            }
            return shown.entries.enumerated().map { number, entry in
                CheckRow(
                    name: "\(shown.name)[\(number)]",
                    label: Phrase(vi: "\(label.vi) \(number + 1)", en: "\(label.en) \(number + 1)"),
                    value: together(entry.flatMap { rows($0, nil, places) }),
                    files: entry.flatMap { rows($0, nil, places) }.flatMap(\.files))
            }
        case .group:
            guard !shown.entries.isEmpty else {
                return [CheckRow(name: shown.name, label: label, value: nil, files: [])]
            }
            return shown.entries.enumerated().flatMap { number, entry in
                let title = Phrase(vi: "\(label.vi) \(number + 1)", en: "\(label.en) \(number + 1)")
                return entry.flatMap { rows($0, title, places) }
            }
        case .file:
            return [CheckRow(name: shown.name, label: label, value: nil, files: shown.answer?.array ?? [])]
        default:
            let value = shown.answer.map { words($0, shown.field, places) }
            return [CheckRow(name: shown.name, label: label, value: value, files: [])]
        }
    }

    /// The columns of a table's row on one line: `Tên: An; Số bản: 2`.
    private static func together(_ rows: [CheckRow]) -> Phrase? {
        let told = rows.compactMap { row in row.value.map { (row.label, $0) } }
        guard !told.isEmpty else { return nil }
        return Phrase(
            vi: told.map { "\($0.vi): \($1.vi)" }.joined(separator: "; "),
            en: told.map { "\($0.en): \($1.en)" }.joined(separator: "; "))
    }

    /// What a kind with settled parts says in one line; nil while a part is missing.
    private static func line(_ shown: ShownField, _ places: PlaceLookup) -> Phrase? {
        var told: [String: Phrase] = [:]
        for part in shown.parts { told[part.key] = part.answer.map { words($0, part.field, places) } }
        func part(_ key: String) -> Phrase { told[key] ?? Phrase(same: "") }
        guard told.count == shown.parts.count else { return nil }
        switch shown.kind {
        case .landParcel:
            let place = "\(part("commune").vi), \(part("province").vi)"
            return Phrase(
                vi: "Thửa đất số \(part("parcel").vi), tờ bản đồ số \(part("sheet").vi), \(place)",
                en: "Parcel \(part("parcel").en), sheet \(part("sheet").en), \(place)")
        case .bankAccount:
            return Phrase(same: "\(part("number").vi), \(part("bank").vi), \(part("holder").vi)")
        case .mapPoint:
            return Phrase(
                vi: "Vĩ độ \(part("latitude").vi), kinh độ \(part("longitude").vi)".replacing(".", with: ","),
                en: "Latitude \(part("latitude").en), longitude \(part("longitude").en)")
        case .signature:
            let name = part("signed_name").vi
            return shown.parts.last?.answer == true
                ? Phrase(vi: "\(name) đã xác nhận", en: "Confirmed by \(name)") : nil
        default: return nil
        }
    }

    /// An address is written in one line: what was typed, the commune, the province. Nil when it is something else.
    private static func place(_ shown: ShownField, _ places: PlaceLookup) -> Phrase? {
        let kinds = shown.parts.map(\.kind)
        let isOld = kinds.contains(.oldCommune)
        let order: [FieldKind] =
            isOld ? [.text, .oldCommune, .oldDistrict, .oldProvince] : [.text, .commune, .province]
        guard isOld || kinds.contains(.commune), kinds.allSatisfy({ order.contains($0) }) else { return nil }
        let parts = order.flatMap { kind in shown.parts.filter { $0.kind == kind } }.compactMap { part in
            part.answer.map { words($0, part.field, places).vi }
        }
        return Phrase(same: parts.joined(separator: ", "))
    }

    static func words(_ answer: JSON, _ field: FormField, _ places: PlaceLookup) -> Phrase {
        switch (field.answerKind, answer) {
        case (.yesNo, .bool(let value)): value ? .yes : .no
        case (.date, .string(let text)):
            Day(text).map(\.phrase) ?? Phrase(same: text)
        case (.money, .number(let value)):
            value.wholeDong.map { Money(dong: $0).phrase } ?? Phrase(same: value.description)
        case (.number, .number(let value)):
            // Four digits stay together: they are as often a year.
            Phrase(
                vi: value.magnitude < 10_000 ? AnswerText.typed(answer, as: .number) : AnswerText.grouped(value),
                en: value.description)
        case (.choice, .string(let value)):
            field.options.first { $0.value == value }?.label ?? Phrase(same: value)
        case (.province, .string(let code)): Phrase(same: places.provinceName(code) ?? code)
        case (.commune, .string(let code)): Phrase(same: places.commune(code)?.name ?? code)
        case (let kind, .string(let code)) where kind.isOldPlace:
            Phrase(same: places.earlier(code, kind)?.name ?? code)
        case (_, .string(let text)): Phrase(same: text)
        default: Phrase(same: AnswerText.typed(answer, as: field.answerKind))
        }
    }
}
