package import Kernel

/// A column of a register as the source of an answer (lấy từ sổ): `giay_phep_xay_dung.result_number`. What the agency holds
/// of the same owner is not asked a second time (NĐ 224/2026/NĐ-CP, Đ.15).
package struct RegisterSource: Sendable, Hashable, LosslessStringConvertible {
    package let register: String
    package let column: String

    /// What every entry has besides the columns of its register.
    package enum Fact: String, Sendable, CaseIterable {
        /// Under which it stands in the register: `12/2026`.
        case entryNumber = "entry_number"
        /// The day on which it was entered.
        case enteredOn = "entered_on"
        /// The number of the result that it is about: `12/2026/GPXD`.
        case resultNumber = "result_number"

        var gives: FieldKind { self == .enteredOn ? .date : .text }
    }

    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, parts.allSatisfy(DefinitionReading.isName) else { return nil }
        (register, column) = (parts[0], parts[1])
    }

    package var description: String { "\(register).\(column)" }

    /// What it gives of a register; nil when that has no such column. A column counts before a fact of the same name.
    func gives(of rule: RegisterRule) -> FieldKind? {
        rule.columns.first { $0.key == column }?.gives ?? Fact(rawValue: column)?.gives
    }
}

extension RegisterSource: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let source = RegisterSource(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no register and column")
        }
        self = source
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension FieldKind {
    /// What a question of this kind may be answered with from a register; nothing for what no column holds.
    var fillable: [FieldKind] {
        switch self {
        case .text, .longText, .choice, .phone, .email, .citizenNumber, .taxCode, .vehiclePlate: [.text]
        case .number, .money: [.number, .money]
        case .date: [.date]
        case .yesNo: [.yesNo]
        case .province, .commune, .oldProvince, .oldDistrict, .oldCommune, .file, .group, .table, .composite,
            .landParcel, .bankAccount, .mapPoint, .signature, .computed:
            []
        }
    }
}

extension FormField {
    /// A value of a column as an answer to this question; nil when it is none.
    package func filled(with value: JSON) -> JSON? {
        guard !kind.fillable.isEmpty, !AnswerText.isBlank(value), AnswerText.fits(value, kind) else { return nil }
        return kind != .choice || options.contains { $0.value == value.string } ? value : nil
    }

    /// What is said of a party that answers this question on a page about it: `name`, `number`, `phone`, `email`.
    package var partyLine: String? {
        switch (kind, key) {
        case (.text, "full_name"), (.text, "name"): "name"
        case (.citizenNumber, "citizen_number"), (.taxCode, "tax_code"), (.choice, "sex"): "number"
        case (.phone, "phone"): "phone"
        case (.email, "email"): "email"
        default: nil
        }
    }
}

extension ServiceDefinition {
    /// The questions that are asked once, with the paths of their answers and whom their page is about.
    package var singleQuestions: [(path: String, field: FormField, about: PageSubject?)] {
        func walk(_ fields: [FormField], _ path: String, _ about: PageSubject?) -> [(String, FormField, PageSubject?)] {
            fields.flatMap { field -> [(String, FormField, PageSubject?)] in
                let path = "\(path).\(field.key)"
                if field.kind.isComposite { return walk(field.fields, path, about) }
                return field.kind.isGroup ? [] : [(path, field, about)]
            }
        }
        return form.flatMap { walk($0.fields, $0.key, $0.about) }
    }

    /// The registers from which questions are answered.
    package var registersRead: Set<String> { Set(singleQuestions.compactMap { $0.field.filledFrom?.register }) }

    /// Whether some question is locked, or answered from a register.
    package var holdsAnswers: Bool { singleQuestions.contains { $0.field.filledFrom != nil || $0.field.locked != nil } }
}

extension ShownField {
    /// Whether its answer, as far as it can be judged alone, is one that may be filed: what was filled in and is none has to be
    /// asked after all.
    package func isAcceptable(on day: Day) -> Bool {
        guard !isBlank else { return false }
        var problems = AnswerProblems(
            day: day, places: PlaceLookup(provinceName: { _ in nil }, commune: { _ in nil }))
        problems.check([self], in: [])
        return problems.list.isEmpty
    }

    /// Itself, or the questions inside that are asked once.
    package var single: [ShownField] {
        kind.isComposite ? parts.flatMap(\.single) : kind.isGroup ? [] : [self]
    }
}
