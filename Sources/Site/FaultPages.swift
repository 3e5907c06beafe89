import DesignSystem
import Kernel
import Markup
import Wording

/// The pages for when something did not work: what happened, what was kept, what to do next.
enum FaultPages {
    static func page(status: Int, number: String, wait: TooSoon? = nil) -> Page {
        let (heading, words) = words(status)
        let text = wait?.phrase ?? words
        return Page(heading, side: .plain) {
            h1(heading)
            p(text)
            if status >= 500 {
                p(
                    Phrase(
                        vi: "Số của sự cố: \(number). Khi liên hệ, xin cho biết số này.",
                        en: "Fault number: \(number). Please mention it when you contact us."))
            }
            p { a(.home, .href("/")) }
        }
    }

    private static func words(_ status: Int) -> (Phrase, Phrase) {
        switch status {
        case 404:
            (
                Phrase(vi: "Không tìm thấy trang này", en: "This page was not found"),
                Phrase(
                    vi:
                        "Địa chỉ có thể đã gõ sai, hoặc trang không dành cho tài khoản này. Xin kiểm tra lại địa chỉ hoặc đi từ trang chủ.",
                    en:
                        "The address may be mistyped, or the page is not for this account. Check the address or start from the home page."
                )
            )
        case 403:
            (
                Phrase(vi: "Không được phép", en: "Not allowed"),
                Phrase(vi: "Yêu cầu này không được phép.", en: "This request is not allowed.")
            )
        case 413:
            (
                Phrase(vi: "Tệp quá lớn", en: "The file is too large"),
                Phrase(
                    vi:
                        "Các tệp gửi cùng lúc lớn hơn mức cho phép nên chưa được nhận. Các câu trả lời đã lưu vẫn được giữ. Xin quay lại biểu mẫu và gửi từng tệp một.",
                    en:
                        "The files sent at once are larger than allowed and were not taken. The answers kept so far are still there. Go back to the form and send one file at a time."
                )
            )
        case 429:
            (
                Phrase(vi: "Quá nhiều lần thử", en: "Too many tries"),
                Phrase(vi: "Xin chờ ít phút rồi thử lại.", en: "Please wait a few minutes and try again.")
            )
        case 400, 405, 415:
            (
                Phrase(vi: "Yêu cầu không đọc được", en: "The request could not be read"),
                Phrase(
                    vi: "Trình duyệt đã gửi một yêu cầu mà trang này không hiểu. Xin quay lại trang trước và thử lại.",
                    en: "The browser sent a request that this page does not understand. Go back and try again.")
            )
        default:
            (
                Phrase(vi: "Hệ thống đang gặp trục trặc", en: "Something is not working"),
                Phrase(
                    vi: "Lỗi ở phía hệ thống, không phải do bạn. Những gì đã lưu vẫn còn. Xin thử lại sau ít phút.",
                    en:
                        "The fault is on our side, not yours. What was saved is kept. Please try again in a few minutes."
                )
            )
        }
    }

    /// More was sent at once than is taken.
    static func tooLarge(backTo path: String) -> Page {
        let (heading, text) = words(413)
        return Page(heading, side: .plain) {
            h1(heading)
            p(text)
            p { a(Phrase(vi: "Trở lại biểu mẫu", en: "Back to the form"), .href(path)) }
        }
    }

    static func staleForm(backTo path: String) -> Page {
        Page(Phrase(vi: "Biểu mẫu đã cũ", en: "This form is out of date"), side: .plain) {
            h1(Phrase(vi: "Biểu mẫu đã cũ", en: "This form is out of date"))
            p(
                Phrase(
                    vi: "Để an toàn, yêu cầu chưa được thực hiện. Xin mở lại trang và gửi một lần nữa.",
                    en: "To be safe, nothing was done. Open the page again and send it once more."))
            p { a(Phrase(vi: "Mở lại trang", en: "Open the page again"), .href(path)) }
        }
    }

    static func gone() -> Page {
        Page(Phrase(vi: "Không còn câu trả lời nào đang chờ", en: "No answers are waiting"), side: .plain) {
            h1(Phrase(vi: "Không còn câu trả lời nào đang chờ", en: "No answers are waiting"))
            p { a(.home, .href("/")) }
        }
    }
}
