import DesignSystem
import Directory
import Kernel
import Markup
import Printing
import Site

/// Shows a one-time link for a password, once: whoever opens it sets the password of the account.
struct LinkPage {
    let file: OfficialFile
    let address: String
    let isNew: Bool
    let sendsMail: Bool

    func page(_ frame: AdminFrame, _ visitor: Visitor) -> Page {
        let title =
            isNew
            ? Phrase(vi: "Đã thêm cán bộ", en: "The official is added")
            : Phrase(vi: "Liên kết đặt mật khẩu mới", en: "A new link for the password")
        let path = OfficialPaths.official(file.account.id)
        return frame.task(title, about: file, for: visitor) {
            Invitations.notice(file.account.email, sendsMail: sendsMail)
            Card(Phrase(vi: "Liên kết đặt mật khẩu", en: "Link for the password")) {
                p(
                    address, .class("link-once"), .named("data-copy", Phrase(vi: "Sao chép", en: "Copy")),
                    .named("data-copied", Phrase(vi: "Đã sao chép", en: "Copied")))
                if !sendsMail, let drawing = QRCode.svg(address) {
                    QRFigure(
                        .trusted(drawing),
                        caption: Phrase(vi: "Quét để mở liên kết trên điện thoại", en: "Scan to open it on a phone"))
                }
            }
            ButtonRow {
                if isNew {
                    ButtonLink(Phrase(vi: "Thêm cán bộ khác", en: "Add another official"), OfficialPaths.new())
                }
                ButtonLink(
                    Phrase(vi: "Xem trang của cán bộ", en: "See the official's page"), path,
                    isNew ? .secondary : .primary)
                if !sendsMail { PrintButton() }
            }
        }
    }
}

/// How officials get their links: by mail, or on paper where no mail goes out.
enum Invitations {
    /// What is said above one link.
    static func notice(_ email: String, sendsMail: Bool) -> Banner {
        guard sendsMail else {
            return Banner(
                .warning, Phrase(vi: "Hệ thống chưa gửi được thư", en: "No mail goes out yet")
            ) {
                p(
                    Phrase(
                        vi:
                            "Hãy đưa tận tay liên kết dưới đây cho đúng người. Dùng một lần, trong 72 giờ, và chỉ hiện ở trang này.",
                        en:
                            "Hand the link below to the person. It works once, for 72 hours, and is shown on this page only."
                    ))
            }
        }
        return Banner(
            .success,
            Phrase(vi: "Liên kết đã được gửi đến \(email).", en: "The link is on its way to \(email).")
        ) {
            p(
                Phrase(
                    vi:
                        "Nếu thư không đến, hãy đưa liên kết dưới đây cho đúng người. Dùng một lần, trong 72 giờ, và chỉ hiện ở trang này.",
                    en:
                        "If it does not arrive, hand the link below to the person. It works once, for 72 hours, and is shown on this page only."
                ))
        }
    }

    /// What follows an import: the links to hand over, or that they are on their way.
    @MarkupBuilder static func list(
        _ invitations: [ImportOfficials.Invitation], sendsMail: Bool, address: (String) -> String
    ) -> [Markup] {
        if !invitations.isEmpty {
            if sendsMail {
                p(
                    Phrase(
                        vi: "\(invitations.count) người đang được gửi thư có liên kết đặt mật khẩu.",
                        en: "\(invitations.count) people are being sent a message with a link for the password."))
            } else {
                Banner(.warning, Phrase(vi: "Hệ thống chưa gửi được thư", en: "No mail goes out yet")) {
                    p(
                        Phrase(
                            vi:
                                "In trang này, cắt từng dòng và đưa tận tay từng người. Mỗi liên kết dùng một lần, trong 72 giờ, và chỉ hiện ở trang này.",
                            en:
                                "Print this page, cut it and hand each line to its person. Each link works once, for 72 hours, and is shown on this page only."
                        ))
                    ButtonRow { PrintButton() }
                }
                DataTable(
                    Phrase(vi: "Liên kết đặt mật khẩu", en: "Links for the password"), showsCaption: true,
                    columns: [
                        .init(Phrase(vi: "Cán bộ", en: "Official")), .init(Phrase(vi: "Liên kết", en: "Link")),
                    ],
                    rows: invitations.map { one in
                        DataTable.Row {
                            Markup {
                                strong { vietnamese(one.name) }
                                span(one.email, .class("row-name"))
                            }
                            Markup {
                                span(address(one.secret), .class("link-once"))
                                if let drawing = QRCode.svg(address(one.secret)) {
                                    QRFigure(.trusted(drawing), caption: Phrase(same: one.name))
                                }
                            }
                        }
                    })
            }
        }
    }
}
