package import Kernel

extension Phrase {
    package static let next = Phrase(vi: "Tiếp tục", en: "Continue")
    package static let back = Phrase(vi: "Quay lại", en: "Back")
    package static let save = Phrase(vi: "Lưu", en: "Save")
    package static let cancel = Phrase(vi: "Quay lại", en: "Cancel")
    package static let change = Phrase(vi: "Sửa", en: "Change")
    package static let delete = Phrase(vi: "Xóa", en: "Delete")
    package static let add = Phrase(vi: "Thêm", en: "Add")
    package static let search = Phrase(vi: "Tìm", en: "Search")
    package static let print = Phrase(vi: "In", en: "Print")
    package static let yes = Phrase(vi: "Có", en: "Yes")
    package static let no = Phrase(vi: "Không", en: "No")
    package static let optional = Phrase(vi: "không bắt buộc", en: "optional")
    package static let signIn = Phrase(vi: "Đăng nhập", en: "Sign in")
    package static let signOut = Phrase(vi: "Đăng xuất", en: "Sign out")
    package static let home = Phrase(vi: "Trang chủ", en: "Home")
}
