/// What kind of answer a question takes.
package enum FieldKind: String, Codable, Sendable, CaseIterable {
    case text, number, money, date, choice, phone, email, province, commune, file
    case longText = "long_text"
    case yesNo = "yes_no"
    case citizenNumber = "citizen_number"
    /// Where something lay before 1 July 2025, as papers of that time say it; codes of a list of their own.
    case oldProvince = "old_province"
    case oldDistrict = "old_district"
    case oldCommune = "old_commune"
    /// The tax code of an organisation, with its check digit, or a person's citizen number, which stands for theirs.
    case taxCode = "tax_code"
    case vehiclePlate = "vehicle_plate"
    /// Fields asked several times (witnesses, members of a household); its answer is a list.
    case group
    /// The same, shown as the rows of a table.
    case table
    /// Fields asked together once (an address, a person); its answer is a context.
    case composite
    /// A composite whose fields are settled: a parcel of the cadastral map, where it lies.
    case landParcel = "land_parcel"
    /// Bank, number and holder of an account.
    case bankAccount = "bank_account"
    /// Latitude and longitude within Viet Nam.
    case mapPoint = "map_point"
    /// Name and consent of whoever confirms; not an electronic signature of Luật Giao dịch điện tử 2023.
    case signature
    /// A value that a rule gives: shown, never typed, computed again when the dossier is filed.
    case computed

    /// Whether fields are asked together once.
    package var isComposite: Bool {
        switch self {
        case .composite, .landParcel, .bankAccount, .mapPoint, .signature: true
        default: false
        }
    }

    /// The kind of place that one of this kind lies in, and stands after in a form; nil for what is no such place.
    package var placeAround: FieldKind? {
        switch self {
        case .commune: .province
        case .oldDistrict: .oldProvince
        case .oldCommune: .oldDistrict
        default: nil
        }
    }

    /// Whether it is answered with the code of a territory.
    package var isPlace: Bool { placeAround != nil || self == .province || self == .oldProvince }

    /// Whether it is a territory of before 1 July 2025.
    package var isOldPlace: Bool { isPlace && self != .province && self != .commune }

    /// Whether fields are asked several times.
    package var isGroup: Bool { self == .group || self == .table }

    /// What a computed value may be.
    package static let computable: [FieldKind] = [.number, .money, .text, .date, .yesNo]
}
