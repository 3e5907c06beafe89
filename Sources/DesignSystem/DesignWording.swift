import Kernel

// What the components themselves say; everything else is said by the page that uses them.
extension Phrase {
    static let skipToContent = Phrase(vi: "Đến nội dung chính", en: "Skip to main content")
    static let menu = Phrase(same: "Menu")
    static let mainNavigation = Phrase(vi: "Điều hướng chính", en: "Main")
    static let account = Phrase(vi: "Tài khoản", en: "Account")
    static let footerNavigation = Phrase(vi: "Cuối trang", en: "Footer")
    static let youAreHere = Phrase(vi: "Bạn đang ở", en: "You are here")
    static let trialNotice = Phrase(
        vi: "Bản dùng thử với dữ liệu mẫu. Xin đừng nộp giấy tờ thật.",
        en: "Trial installation with sample data. Please file no real papers.")
    static let otherLanguage = Phrase(vi: "English", en: "Tiếng Việt")
    static let otherLanguageCode = Phrase(vi: "en", en: "vi")
    static let languageCode = Phrase(vi: "vi", en: "en")
    static let problemsTitle = Phrase(
        vi: "Xin xem lại những chỗ sau", en: "Please look at the following again")
    static let problemPrefix = Phrase(vi: "Cần sửa:", en: "Error:")
    static let computedHint = Phrase(
        vi: "Hệ thống tự tính khi bạn lưu trang này", en: "Worked out when you save this page")
    static let chooseOne = Phrase(vi: "Chọn một mục", en: "Choose one")
    static let dong = Phrase(vi: "đồng", en: "VND")
    static let dateHint = Phrase(vi: "Ngày/tháng/năm, ví dụ 24/04/1990", en: "Day/month/year, for example 24/04/1990")
    static let showPassword = Phrase(vi: "Hiện", en: "Show")
    static let hidePassword = Phrase(vi: "Ẩn", en: "Hide")
    static let filesThere = Phrase(vi: "Tệp đã có", en: "Files already there")
    static let removeFile = Phrase(vi: "Bỏ tệp", en: "Remove")
    static let uploading = Phrase(vi: "Đang gửi tệp", en: "Sending files")
    static let uploadCut = Phrase(
        vi: "Chưa gửi được. Những gì đã nhập và chọn vẫn còn ở đây; xin bấm gửi lần nữa.",
        en: "It could not be sent. What you typed and chose is still here; please send it once more.")
    static let uploadTooLarge = Phrase(
        vi: "Tệp lớn hơn mức cho phép nên chưa được nhận. Những gì đã nhập vẫn còn; xin chọn tệp nhỏ hơn.",
        en: "A file is larger than allowed and was not taken. What you typed is still here; choose a smaller file.")
    static let leaveUnsaved = Phrase(
        vi: "Những gì vừa nhập chưa được lưu.", en: "What you have typed is not saved yet.")
    static let copy = Phrase(vi: "Sao chép", en: "Copy")
    static let copied = Phrase(vi: "Đã sao chép", en: "Copied")
    static let pages = Phrase(vi: "Các trang", en: "Pages")
    static let previousPage = Phrase(vi: "Trang trước", en: "Previous page")
    static let nextPage = Phrase(vi: "Trang sau", en: "Next page")
    static let stepDone = Phrase(vi: "đã xong", en: "done")
    static let stepPresent = Phrase(vi: "đang ở bước này", en: "present step")
    static let stepAhead = Phrase(vi: "sắp tới", en: "still to come")
    static let keys = Phrase(vi: "Phím tắt", en: "Keyboard shortcuts")
    static let keysOff = Phrase(vi: "Tắt phím tắt", en: "Turn shortcuts off")
    static let keysOn = Phrase(vi: "Bật phím tắt", en: "Turn shortcuts on")
    static let keyNext = Phrase(vi: "Dòng sau", en: "Next row")
    static let keyPrevious = Phrase(vi: "Dòng trước", en: "Previous row")
    static let keyOpen = Phrase(vi: "Mở dòng đang chọn", en: "Open the row")
    static let keySearch = Phrase(vi: "Tới ô tìm", en: "Go to search")
    static let keyHelp = Phrase(vi: "Xem các phím tắt", en: "Show all keys")
    static let close = Phrase(vi: "Đóng", en: "Close")
    static let info = Phrase(vi: "Thông tin", en: "Information")
    static let success = Phrase(vi: "Đã xong", en: "Done")
    static let warning = Phrase(vi: "Lưu ý", en: "Please note")
    static let danger = Phrase(vi: "Quan trọng", en: "Important")
    static let clockRunning = Phrase(vi: "Đồng hồ đang chạy", en: "The clock is running")
    static let clockStopped = Phrase(vi: "Đồng hồ đang dừng", en: "The clock is stopped")
    static let skipOnPage = Phrase(vi: "Trên trang này", en: "On this page")
}
