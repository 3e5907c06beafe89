import Kernel

extension Phrase {
    static let notices = Phrase(vi: "Thông báo", en: "Notices")
    static let newNotice = Phrase(vi: "Mới", en: "New")
    static let markRead = Phrase(vi: "Đánh dấu đã đọc", en: "Mark as read")
    static let markAllRead = Phrase(vi: "Đánh dấu tất cả đã đọc", en: "Mark all as read")
    static let seeDossier = Phrase(vi: "Xem hồ sơ", en: "See the dossier")
    static let noNotices = Phrase(vi: "Chưa có thông báo nào", en: "No notices yet")
    static let noNoticesHelp = Phrase(
        vi: "Khi hồ sơ của bạn được tiếp nhận, cần bổ sung hoặc có kết quả, thông báo sẽ hiện ở đây.",
        en: "When your dossier is received, needs supplements or has its result, you will find it here.")

    static func unread(_ count: Int) -> Phrase {
        count == 0
            ? Phrase(vi: "Bạn đã đọc hết thông báo.", en: "You have read everything.")
            : Phrase(vi: "\(count) thông báo chưa đọc.", en: "\(count) unread.")
    }
}
