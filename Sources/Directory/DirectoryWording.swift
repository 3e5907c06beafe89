package import Kernel

// What is said when a form about agencies, posts or calendars is not right.

extension Phrase {
    package static let agencyNameMissing = Phrase(vi: "Nhập tên cơ quan, đơn vị.", en: "Enter the name of the agency.")
    package static let agencyNameTooLong = Phrase(
        vi: "Tên dài quá 300 ký tự.", en: "The name is longer than 300 characters.")
    package static let agencyCodeNotUnderstood = Phrase(
        vi:
            "Mã định danh gồm các nhóm chữ số và chữ cái in hoa, cách nhau bằng dấu chấm, nhóm đầu là một chữ cái và hai chữ số; ví dụ H56.12.03.",
        en:
            "The code has groups of digits and capital letters with dots between them, first a letter and two digits; for example H56.12.03."
    )
    package static let phoneNotUnderstood = Phrase(
        vi: "Số điện thoại gồm 10 chữ số, bắt đầu bằng 0; ví dụ 0912 345 678.",
        en: "A phone number has 10 digits and begins with 0; for example 0912 345 678.")
    package static let agencyAboveNotInForce = Phrase(
        vi: "Cơ quan cấp trên chưa thành lập hoặc đã chấm dứt hoạt động vào ngày này.",
        en: "The agency above does not exist on this day.")
    package static let agencyKindNotAtTop = Phrase(
        vi: "Cơ quan đầu tiên phải là bộ, tỉnh, sở hoặc xã.",
        en: "The first agency must be a ministry, province, department or commune.")
    package static let territoryUnknown = Phrase(
        vi: "Không có đơn vị hành chính mang mã này.", en: "There is no territory with this code.")
    package static let territoryNotACommune = Phrase(
        vi: "Mã này không phải mã xã, phường, đặc khu (5 chữ số).", en: "This is not the code of a commune (5 digits).")
    package static let territoryNotAProvince = Phrase(
        vi: "Mã này không phải mã tỉnh, thành phố (2 chữ số).", en: "This is not the code of a province (2 digits).")
    package static let calendarUnknown = Phrase(vi: "Không có lịch làm việc này.", en: "There is no such calendar.")
    package static let changedMeanwhile = Phrase(
        vi: "Người khác vừa sửa mục này. Hãy xem lại nội dung hiện tại rồi gửi lại.",
        en: "Somebody else has just changed this. Look at what it is now, then send again.")
    package static let postHeldAlready = Phrase(
        vi: "Người này đang giữ vai trò đó tại cơ quan này.", en: "This person already has that role in this agency.")
    package static let agencyNotInForce = Phrase(
        vi: "Cơ quan chưa thành lập hoặc đã chấm dứt hoạt động vào ngày này.",
        en: "The agency does not exist on this day.")
    package static let lastAdministrator = Phrase(
        vi: "Đây là quản trị viên cuối cùng của hệ thống. Hãy bổ nhiệm quản trị viên khác trước.",
        en: "This is the last administrator of the site. Appoint another one first.")
    package static let endBeforeStart = Phrase(
        vi: "Ngày kết thúc phải sau ngày bắt đầu.", en: "The end must come after the beginning.")
    package static let endInThePast = Phrase(
        vi: "Thời điểm kết thúc đã qua.", en: "The end has already passed.")
    package static let reasonMissing = Phrase(vi: "Nhập lý do.", en: "Enter the reason.")
    package static let delegateNotInAgency = Phrase(
        vi: "Người được ủy quyền phải đang giữ một vị trí trong cùng cơ quan.",
        en: "The delegate must hold a post in the same agency.")
    package static let delegateIsHolder = Phrase(
        vi: "Không thể ủy quyền cho chính người giữ vị trí.", en: "A post cannot be delegated to its own holder.")

    package static func agencyKindNotBelow(_ kind: Phrase, _ parent: Phrase) -> Phrase {
        Phrase(
            vi: "Loại “\(kind.vi)” không thể đặt dưới loại “\(parent.vi)”.",
            en: "“\(kind.en)” cannot stand below “\(parent.en)”.")
    }
    package static func agencyCodeNotBelow(_ code: String) -> Phrase {
        Phrase(
            vi: "Mã phải bắt đầu bằng mã của cơ quan cấp trên, \(code), rồi dấu chấm.",
            en: "The code must begin with that of the agency above, \(code), and a dot.")
    }
    package static func agencyCodeTaken(_ name: String) -> Phrase {
        Phrase(vi: "Mã này đã cấp cho \(name).", en: "This code belongs to \(name).")
    }
}
