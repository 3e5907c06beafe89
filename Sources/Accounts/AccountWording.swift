import Kernel
import Wording

// What is said when what was typed about a person cannot be used.

extension Phrase {
    static let nameMissing = Phrase(vi: "Nhập họ và tên.", en: "Enter the full name.")
    static let nameTooLong = Phrase(vi: "Tên dài quá 150 ký tự.", en: "The name is longer than 150 characters.")
    static let nameHasDigits = Phrase(
        vi: "Họ tên không có chữ số hoặc ký hiệu đặc biệt.", en: "A name has no digits or special signs.")
    static let emailNotUnderstood = Phrase(
        vi: "Địa chỉ thư điện tử có dạng ten@vidu.vn.", en: "An e-mail address looks like name@example.vn.")
    static let phoneMissing = Phrase(vi: "Nhập số điện thoại.", en: "Enter a phone number.")
    static let citizenNumberNotUnderstood = Phrase(
        vi: "Số định danh cá nhân gồm 12 chữ số, ghi trên thẻ căn cước.",
        en: "A citizen number has the 12 digits printed on the identity card.")
    static let taxCodeNotUnderstood = Phrase(
        vi:
            "Mã số thuế gồm 10 chữ số (chi nhánh thêm gạch ngang và 3 chữ số). Hãy kiểm tra lại, có thể gõ nhầm một chữ số.",
        en: "A tax code has 10 digits (a branch adds a dash and 3 digits). Check it; a digit may be mistyped.")
    static let parentOfOrganisation = Phrase(
        vi: "Với tổ chức, chọn người đại diện theo pháp luật hoặc người được ủy quyền.",
        en: "For an organisation choose legal representative or authorised person.")
    static let representativeOfPerson = Phrase(
        vi: "Với cá nhân, chọn cha mẹ, người giám hộ hoặc người được ủy quyền.",
        en: "For a person choose parent, guardian or authorised person.")
    static let birthDayNotUnderstood = Phrase(
        vi: "Nhập ngày sinh như 24/04/2020.", en: "Enter the date of birth like 24/04/2020.")
    static let firstAddressTaken = Phrase(
        vi: "Địa chỉ thư này đang thuộc một tài khoản cá nhân. Quản trị viên đầu tiên cần một địa chỉ khác.",
        en: "This address belongs to a personal account. The first administrator needs another one.")
    static let oldPasswordWrong = Phrase(vi: "Mật khẩu hiện tại không đúng.", en: "The present password is wrong.")
    static let roleNotUnderstood = Phrase(
        vi:
            "Vai trò là một trong: công chức một cửa, chuyên viên thụ lý, trưởng đơn vị, lãnh đạo cơ quan, quản trị hệ thống.",
        en: "The role is one of: one-stop official, specialist, head of unit, leader of the agency, administrator.")
}

extension Day {
    /// A day as somebody typed it.
    init?(form text: String) { self.init(typed: text) }
}

/// What a name must be.
enum NameRule {
    static func problems(_ name: String, organisation: Bool = false) -> [FieldProblem] {
        if name.isEmpty { return [FieldProblem("name", .nameMissing)] }
        if name.count > 150 { return [FieldProblem("name", .nameTooLong)] }
        let signs = organisation ? "<>\\" : "<>\\0123456789@/"
        if name.contains(where: { signs.contains($0) || $0.isNewline }) {
            return [FieldProblem("name", .nameHasDigits)]
        }
        return []
    }
}
