import Kernel
import Rules

/// The names that the rules of a service may read, with their types.
struct FormNames {
    /// The pages asked so far; of the last perhaps only some questions.
    private var pages: [(key: String, fields: [String: FEELType])] = []
    mutating func begin(page key: String) { pages.append((key, [:])) }

    mutating func add(_ field: FormField) {
        guard !pages.isEmpty else { return }
        pages[pages.count - 1].fields[field.key] = Self.type(of: field)
    }

    /// Names for a rule of the whole case, or beside a question: `this` is what stands around it, `value` its answer.
    func names(this: [String: FEELType]? = nil, value: FEELType? = nil) -> RuleNames {
        var types: [String: FEELType] = [
            // Shared parts speak of owners that a service of theirs does not take.
            "owner": .choice(OwnerKind.allCases.map(\.rawValue)),
            "channel": .choice(FilingChannel.allCases.map(\.rawValue)),
        ]
        for page in pages { types[page.key] = Self.closed(page.fields) }
        if let this { types["this"] = Self.closed(this) }
        if let value { types["value"] = value }
        return RuleNames(types)
    }

    /// A context with these entries and no others; one without entries would mean that any may be read.
    private static func closed(_ entries: [String: FEELType]) -> FEELType {
        .context(entries.isEmpty ? ["_": .null] : entries)
    }

    /// Names that a page may not have, for rules would not know which is meant.
    static let taken = ["owner", "channel"]

    static func type(of field: FormField) -> FEELType {
        switch field.answerKind {
        case .text, .longText, .citizenNumber, .phone, .email, .province, .commune, .taxCode, .vehiclePlate,
            .oldProvince, .oldDistrict, .oldCommune:
            .string
        case .number, .money: .number
        case .date: .date
        case .yesNo: .boolean
        case .choice: .choice(field.options.map(\.value))
        case .file: .list(.any)
        case .computed: .any
        case .composite, .landParcel, .bankAccount, .mapPoint, .signature: .context(types(of: field.fields))
        case .group, .table: .list(.context(types(of: field.fields)))
        }
    }

    static func types(of fields: some Sequence<FormField>) -> [String: FEELType] {
        Dictionary(fields.map { ($0.key, type(of: $0)) }, uniquingKeysWith: { $1 })
    }
}
