package import Kernel

extension FieldKind {
    /// What a kind of question is called where officials choose it or read of it.
    package var title: Phrase {
        switch self {
        case .text: Phrase(vi: "một dòng chữ", en: "line of text")
        case .longText: Phrase(vi: "nhiều dòng chữ", en: "several lines of text")
        case .number: Phrase(vi: "số", en: "number")
        case .money: Phrase(vi: "số tiền", en: "amount of money")
        case .date: Phrase(vi: "ngày", en: "date")
        case .choice: Phrase(vi: "chọn một đáp án", en: "one of several answers")
        case .yesNo: Phrase(vi: "có hoặc không", en: "yes or no")
        case .citizenNumber: Phrase(vi: "số định danh cá nhân", en: "citizen number")
        case .phone: Phrase(vi: "số điện thoại", en: "telephone number")
        case .email: Phrase(vi: "thư điện tử", en: "e-mail address")
        case .province: Phrase(vi: "tỉnh, thành phố", en: "province")
        case .commune: Phrase(vi: "xã, phường, đặc khu", en: "commune")
        case .oldProvince: Phrase(vi: "tỉnh, thành phố (trước 01/7/2025)", en: "province (before 1 July 2025)")
        case .oldDistrict: Phrase(vi: "quận, huyện (trước 01/7/2025)", en: "district (before 1 July 2025)")
        case .oldCommune: Phrase(vi: "xã, phường, thị trấn (trước 01/7/2025)", en: "commune (before 1 July 2025)")
        case .file: Phrase(vi: "tệp đính kèm", en: "attached files")
        case .taxCode: Phrase(vi: "mã số thuế", en: "tax code")
        case .vehiclePlate: Phrase(vi: "biển số xe", en: "vehicle plate")
        case .landParcel: Phrase(vi: "thửa đất", en: "parcel of land")
        case .bankAccount: Phrase(vi: "tài khoản ngân hàng", en: "bank account")
        case .mapPoint: Phrase(vi: "điểm trên bản đồ", en: "point on the map")
        case .signature: Phrase(vi: "xác nhận thay chữ ký", en: "confirmation in place of a signature")
        case .table: Phrase(vi: "bảng có nhiều dòng", en: "table with rows")
        case .computed: Phrase(vi: "giá trị tự tính", en: "computed value")
        case .group: Phrase(vi: "nhóm hỏi nhiều lần", en: "questions asked several times")
        case .composite: Phrase(vi: "nhóm hỏi cùng nhau", en: "questions asked together")
        }
    }
}
