import Kernel

/// The messages beside questions of a form: what to do, not what went wrong.
enum AnswerWording {
    static func missing(_ field: FormField) -> Phrase {
        let (vi, en) = (field.label.vi, field.label.en)
        return switch field.kind {
        case .choice, .yesNo, .province, .commune, .oldProvince, .oldDistrict, .oldCommune:
            Phrase(vi: "Hãy chọn câu trả lời cho “\(vi)”", en: "Choose an answer for “\(en)”")
        case .file: Phrase(vi: "Hãy đính kèm “\(vi)”", en: "Attach “\(en)”")
        default: Phrase(vi: "Hãy điền “\(vi)”", en: "Fill in “\(en)”")
        }
    }

    static func unfit(_ field: FormField) -> Phrase {
        switch field.kind {
        case .date:
            Phrase(
                vi: "Hãy viết ngày theo dạng ngày/tháng/năm, ví dụ 24/04/2026",
                en: "Write a date as day/month/year, such as 24/04/2026")
        case .number: Phrase(vi: "Hãy viết một số, ví dụ 12 hoặc 12,5", en: "Write a number, such as 12 or 12,5")
        case .money:
            Phrase(
                vi: "Hãy viết số tiền bằng đồng, ví dụ 150.000", en: "Write an amount in đồng, such as 150.000")
        case .file: Phrase(vi: "Hãy đính kèm lại tệp", en: "Attach the file again")
        case .choice, .yesNo, .province, .commune, .oldProvince, .oldDistrict, .oldCommune: noSuchOption
        default: Phrase(vi: "Hãy viết lại câu trả lời", en: "Write the answer again")
        }
    }

    static let noSuchOption = Phrase(vi: "Hãy chọn một trong các lựa chọn", en: "Choose one of the options")
    static let citizenNumber = Phrase(
        vi: "Số định danh cá nhân gồm 12 chữ số, ghi trên thẻ căn cước",
        en: "A citizen number has 12 digits; it stands on the identity card")
    static let taxCode = Phrase(
        vi: "Mã số thuế gồm 10 hoặc 13 chữ số, chữ số thứ mười để kiểm tra; cá nhân dùng 12 số định danh",
        en: "A tax code has 10 or 13 digits, the tenth checks the others; a person uses the 12-digit citizen number")
    static let vehiclePlate = Phrase(
        vi: "Hãy viết biển số như trên đăng ký xe, ví dụ 30A-123.45",
        en: "Write the plate as the registration does, such as 30A-123.45")
    static func vehiclePlate(oneOf readings: [String]) -> Phrase {
        Phrase(
            vi: "Hãy viết dấu gạch ngang như trên đăng ký xe: \(readings.joined(separator: " hay "))?",
            en: "Write the hyphen as the registration does: \(readings.joined(separator: " or "))?")
    }
    static let phone = Phrase(
        vi: "Hãy viết số điện thoại Việt Nam, ví dụ 0912 345 678", en: "Write a Vietnamese number, such as 0912 345 678"
    )
    static let email = Phrase(
        vi: "Hãy viết thư điện tử theo dạng ten@vidu.vn", en: "Write an e-mail address such as name@example.vn")
    static let province = Phrase(
        vi: "Hãy chọn tỉnh hoặc thành phố trong danh sách", en: "Choose a province or city from the list")
    static let commune = Phrase(
        vi: "Hãy chọn xã, phường hoặc đặc khu trong danh sách", en: "Choose a commune, ward or zone from the list")
    static let communeElsewhere = Phrase(
        vi: "Xã, phường này không thuộc tỉnh, thành phố đã chọn", en: "This commune is not in the chosen province")
    static func oldPlace(_ kind: FieldKind) -> Phrase {
        Phrase(
            vi: "Hãy chọn \(kind.title.vi) trong danh sách", en: "Choose a \(kind.title.en) from the list")
    }
    static func oldPlaceElsewhere(_ kind: FieldKind) -> Phrase {
        kind == .oldDistrict
            ? Phrase(
                vi: "Quận, huyện này không thuộc tỉnh, thành phố đã chọn",
                en: "This district is not in the chosen province")
            : Phrase(
                vi: "Xã, phường này không thuộc quận, huyện đã chọn", en: "This commune is not in the chosen district")
    }

    static func tooShort(_ least: Int) -> Phrase {
        Phrase(vi: "Hãy viết ít nhất \(least) ký tự", en: "Write at least \(least) characters")
    }
    static func tooLong(_ most: Int) -> Phrase {
        Phrase(vi: "Hãy viết nhiều nhất \(most) ký tự", en: "Write at most \(most) characters")
    }
    static func tooSmall(_ least: Int) -> Phrase {
        let amount = Int64(least).groupedByThousands
        return Phrase(vi: "Số này phải từ \(amount) trở lên", en: "This number must be \(amount) or more")
    }
    static let notWhole = Phrase(vi: "Hãy viết một số nguyên, ví dụ 2", en: "Write a whole number, such as 2")
    static func tooLarge(_ most: Int) -> Phrase {
        let amount = Int64(most).groupedByThousands
        return Phrase(vi: "Số này phải từ \(amount) trở xuống", en: "This number must be \(amount) or less")
    }
    static func tooFew(_ label: Phrase, _ least: Int) -> Phrase {
        Phrase(vi: "“\(label.vi)”: hãy điền ít nhất \(least)", en: "“\(label.en)”: fill in at least \(least)")
    }
    static func tooMany(_ label: Phrase, _ most: Int) -> Phrase {
        Phrase(vi: "“\(label.vi)”: nhiều nhất \(most)", en: "“\(label.en)”: at most \(most)")
    }
}
