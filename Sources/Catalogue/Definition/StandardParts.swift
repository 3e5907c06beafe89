import Kernel

extension FieldKind {
    /// The questions of a kind whose parts are settled; empty for every other. Publication writes them into the definition.
    var parts: [FormField] {
        switch self {
        case .landParcel: Self.landParcelParts
        case .bankAccount: Self.bankAccountParts
        case .mapPoint: Self.mapPointParts
        case .signature: Self.signatureParts
        default: []
        }
    }

    /// A parcel is known by its number on a sheet of a commune's cadastral map (bản đồ địa chính).
    private static var landParcelParts: [FormField] {
        [
            FormField(
                key: "province", kind: .province, label: Phrase(vi: "Tỉnh, thành phố", en: "Province or city")),
            FormField(
                key: "commune", kind: .commune,
                label: Phrase(vi: "Xã, phường, đặc khu", en: "Commune, ward or zone")),
            number(
                "sheet", Phrase(vi: "Tờ bản đồ số", en: "Sheet of the map"), 1...99_999, isWhole: true,
                help: Phrase(
                    vi: "Ghi trên giấy chứng nhận hoặc trích lục bản đồ địa chính",
                    en: "It stands on the certificate or the extract of the cadastral map")),
            number("parcel", Phrase(vi: "Thửa đất số", en: "Number of the parcel"), 1...999_999, isWhole: true),
        ]
    }

    private static var bankAccountParts: [FormField] {
        var bank = FormField(key: "bank", kind: .text, label: Phrase(vi: "Ngân hàng", en: "Bank"))
        (bank.minimum, bank.maximum) = (2, 100)
        var number = FormField(
            key: "number", kind: .text, label: Phrase(vi: "Số tài khoản", en: "Account number"))
        (number.minimum, number.maximum) = (6, 25)
        number.checks = [
            FieldCheck(
                rule: #"matches(replace(value, "[ .-]", ""), "^[0-9]{6,20}$")"#,
                message: Phrase(
                    vi: "Số tài khoản gồm 6 đến 20 chữ số", en: "An account number has 6 to 20 digits"))
        ]
        var holder = FormField(
            key: "holder", kind: .text, label: Phrase(vi: "Tên chủ tài khoản", en: "Holder of the account"))
        (holder.minimum, holder.maximum) = (2, 100)
        return [bank, number, holder]
    }

    /// The rectangle around the country with its islands; what is nearer must be checked by a rule.
    private static var mapPointParts: [FormField] {
        [
            number(
                "latitude", Phrase(vi: "Vĩ độ", en: "Latitude"), 6...24,
                help: Phrase(
                    vi: "Độ thập phân như bản đồ trên điện thoại ghi, ví dụ 21,0285",
                    en: "Decimal degrees as a telephone's map shows them, such as 21,0285")),
            number(
                "longitude", Phrase(vi: "Kinh độ", en: "Longitude"), 102...118,
                help: Phrase(vi: "Ví dụ 105,8542", en: "Such as 105,8542")),
        ]
    }

    /// A confirmation, of which Luật Giao dịch điện tử 20/2023/QH15, Đ.22, says that it is no electronic signature.
    private static var signatureParts: [FormField] {
        var name = FormField(
            key: "signed_name", kind: .text,
            label: Phrase(vi: "Họ, chữ đệm, tên người xác nhận", en: "Full name of whoever confirms"))
        (name.minimum, name.maximum) = (2, 100)
        var consent = FormField(
            key: "agreed", kind: .yesNo,
            label: Phrase(
                vi: "Tôi chịu trách nhiệm về nội dung đã khai và đồng ý ghi tên thay cho việc ký",
                en: "I answer for what is stated and agree that my name stands for signing"))
        consent.checks = [
            FieldCheck(
                rule: "value",
                message: Phrase(vi: "Cần đồng ý thì hồ sơ mới có giá trị", en: "Without consent this is not valid"))
        ]
        return [name, consent]
    }

    private static func number(
        _ key: String, _ label: Phrase, _ range: ClosedRange<Int>, isWhole: Bool = false, help: Phrase? = nil
    ) -> FormField {
        var field = FormField(key: key, kind: .number, label: label)
        (field.minimum, field.maximum) = (range.lowerBound, range.upperBound)
        field.whole = isWhole ? true : nil
        field.help = help
        return field
    }
}
