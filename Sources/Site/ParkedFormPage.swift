import DesignSystem
import Kernel
import Markup
import Wording

/// The answers that were sent after the session had ended, to be sent again: where they go, what they are, and which
/// files must be chosen once more.
struct ParkedFormPage {
    /// The field that tells which parked form was sent.
    static let field = "_parked"

    let secret: String
    let parked: ParkedForms.Parked

    var page: Page {
        let heading = Phrase(vi: "Những gì bạn đã nhập vẫn còn", en: "What you typed is still here")
        return Page(heading, side: .plain) {
            Narrow {
                PageTitle(
                    heading,
                    lead: Phrase(
                        vi:
                            "Phiên đăng nhập lúc bạn mở biểu mẫu đã hết nên biểu mẫu chưa được gửi. Xem lại rồi bấm nút dưới đây để gửi tiếp.",
                        en:
                            "The session in which you opened the form has ended, so it was not sent yet. Look at it and press the button below to send it now."
                    ))
                SummaryList(
                    [.init(Phrase(vi: "Gửi đến trang", en: "Sent to the page"), parked.address)]
                        + shown.map { .init(Phrase(same: $0.name), $0.value) })
                FormOnceMore(
                    address: parked.address, pairs: parked.form.pairs + [(Self.field, secret)], files: parked.files)
            }
        }
    }

    /// What was typed; what travels unseen and empty is left out.
    private var shown: [(name: String, value: String)] { parked.form.pairs.filter { !$0.value.trimmed.isEmpty } }
}
