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
                postForm(to: parked.address, upload: !parked.files.isEmpty) {
                    for (name, value) in parked.form.pairs { hiddenField(name, value) }
                    hiddenField(Self.field, secret)
                    for file in parked.files {
                        Field(
                            file.field,
                            Phrase(
                                vi: "Chọn lại tệp \(file.filename)", en: "Choose the file \(file.filename) once more"),
                            .files(),
                            help: Phrase(
                                vi: "Tệp không được giữ khi phiên đã hết.",
                                en: "Files are not kept when a session has ended."))
                    }
                    ButtonRow { Button(Phrase(vi: "Gửi tiếp", en: "Send it now")) }
                }
            }
        }
    }

    /// What was typed; what travels unseen and empty is left out.
    private var shown: [(name: String, value: String)] { parked.form.pairs.filter { !$0.value.trimmed.isEmpty } }
}
