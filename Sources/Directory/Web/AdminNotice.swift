package import DesignSystem
import Kernel
import Markup
package import Site

/// What an administrator has just done, carried in the address of the page that follows and said at its top.
package enum AdminNotice: String, Sendable, CaseIterable {
    case saved = "da-luu"
    case added = "da-them"
    case appointed = "da-bo-nhiem"
    case appointedKnown = "da-bo-nhiem-them"
    case invited = "da-moi"
    case invitationWithdrawn = "da-thu-hoi-loi-moi"
    case handedOver = "da-chuyen-noi-quan-ly"
    case ended = "da-ket-thuc"
    case delegated = "da-uy-quyen"
    case revoked = "da-thu-hoi"
    case dismissed = "da-thoi-viec"
    case secondFactorReset = "da-xoa-ma-xac-thuc"
    case retried = "da-gui-lai"
    case givenUp = "da-bo"
    case published = "da-cong-bo"
    case sessionsEnded = "da-dang-xuat"

    private static let name = "xong"

    /// The address with what was done behind it.
    package func at(_ path: String) -> String { path + URLText.query([(Self.name, rawValue)]) }

    /// What the address of the page says was done, as a banner; nothing otherwise.
    package static func banner(_ request: Request) -> Banner? {
        AdminNotice(rawValue: request.query[name]).map { Banner(.success, $0.phrase) }
    }

    private var phrase: Phrase {
        switch self {
        case .saved: Phrase(vi: "Đã lưu thay đổi.", en: "The changes are saved.")
        case .added: Phrase(vi: "Đã thêm.", en: "Added.")
        case .appointed: Phrase(vi: "Đã bổ nhiệm.", en: "Appointed.")
        case .appointedKnown:
            Phrase(
                vi: "Đã bổ nhiệm. Người này có tài khoản rồi và đăng nhập bằng tài khoản đó.",
                en: "Appointed. This person has an account already and signs in with it.")
        case .invited:
            Phrase(
                vi:
                    "Địa chỉ này đã có tài khoản cá nhân hoặc của cán bộ cơ quan khác, nên đã gửi lời mời. Vị trí có hiệu lực khi người đó đăng nhập và nhận.",
                en:
                    "The address belongs to a personal account or to an official elsewhere, so the post is offered. It holds once that person accepts."
            )
        case .invitationWithdrawn: Phrase(vi: "Đã rút lại lời mời.", en: "The offer is taken back.")
        case .handedOver: Phrase(vi: "Đã chuyển nơi quản lý tài khoản.", en: "Another agency keeps the account now.")
        case .ended: Phrase(vi: "Đã ghi ngày kết thúc vị trí.", en: "The end of the post is set.")
        case .delegated: Phrase(vi: "Đã ủy quyền.", en: "Delegated.")
        case .revoked: Phrase(vi: "Đã thu hồi ủy quyền.", en: "The delegation is taken back.")
        case .dismissed:
            Phrase(
                vi: "Đã cho thôi việc. Việc đang làm ở lại với đơn vị.", en: "Dismissed. Open work stays with the unit."
            )
        case .secondFactorReset:
            Phrase(
                vi: "Đã xóa mã xác thực. Lần đăng nhập tới, cán bộ cài lại ứng dụng tạo mã.",
                en: "The second factor is removed. The official sets up another at the next sign-in.")
        case .retried: Phrase(vi: "Việc sẽ được thử lại ngay.", en: "The job is tried again at once.")
        case .givenUp: Phrase(vi: "Đã bỏ việc này.", en: "The job is given up.")
        case .published:
            Phrase(
                vi: "Đã công bố. Chọn dịch vụ mà cơ quan nhận rồi lưu.",
                en: "Published. Choose the services that the agency takes, then save.")
        case .sessionsEnded:
            Phrase(vi: "Đã đăng xuất cán bộ khỏi mọi thiết bị.", en: "The official is signed out on every device.")
        }
    }
}
