import Catalogue
import DesignSystem
import Kernel
import Markup
import Printing
import Site
import Wording

/// Where the receipt leads: the page of the dossier by code and secret.
struct ReceiptLinks: Sendable {
    let secret: String
    /// The whole address, code and secret in it, as the QR code holds it.
    let follow: String
    /// The address to type, without them.
    let site: String

    /// In two groups, easier to copy by hand.
    var readableSecret: String { "\(secret.prefix(5))-\(secret.dropFirst(5))" }
}

/// The receipt of a dossier: on the screen the code, the date and what happens next; on paper form 01 alone.
struct ReceiptPage {
    let follow: Follow
    let viewer: Viewer
    let links: ReceiptLinks

    private var dossier: Dossier { follow.dossier }
    private var isReceived: Bool { dossier.clock != nil }

    var page: Page {
        Page(ReceiptSheet.title(isReceived: isReceived), side: .paper) {
            div(.class("unprinted")) {
                Narrow {
                    backLink(
                        ApplicantPaths.dossier(dossier.id), Phrase(vi: "Trang theo dõi hồ sơ", en: "Follow the dossier")
                    )
                    if dossier.official == .registered {
                        Banner(.success, Phrase(vi: "Đã nộp hồ sơ", en: "The dossier is filed")) {
                            p(
                                Phrase(
                                    vi: "\(follow.agency.name.vi) đã nhận được hồ sơ lúc \(dossier.filedAt.phrase.vi).",
                                    en: "\(follow.agency.name.en) has it since \(dossier.filedAt.phrase.en)."))
                        }
                    }
                    codes
                    date
                    next
                    ButtonRow { PrintButton() }
                }
            }
            ReceiptSheet(follow: follow, links: links)
        }
    }

    private var codes: Card {
        Card(follow.file.service.definition.title, accented: true) {
            BigCode(ApplicantWording.code, dossier.code)
            BigCode(ApplicantWording.secret, links.readableSecret)
            if let svg = QRCode.svg(links.follow) {
                QRFigure(
                    .trusted(svg), caption: Phrase(vi: "Quét để theo dõi hồ sơ", en: "Scan to follow the dossier"))
            }
            p(
                Phrase(
                    vi: "Giữ mã tra cứu như chìa khóa: ai có cả hai mã đều xem được tình trạng hồ sơ.",
                    en: "Keep the secret like a key: whoever has both codes can see how the dossier stands."),
                .class("note"))
        }
    }

    @MarkupBuilder private var date: [Markup] {
        if let clock = dossier.clock {
            Card(ApplicantWording.promised) {
                p { strong(clock.due?.phrase ?? Phrase(vi: "Thời hạn đang tạm dừng", en: "The time stands still")) }
                CheckCards.derivation(clock)
            }
        } else {
            CheckCards.expected(follow.expected)
        }
    }

    private var next: Card {
        Card(Phrase(vi: "Việc tiếp theo", en: "What happens next")) {
            Prose {
                ol {
                    if !isReceived {
                        li(
                            Phrase(
                                vi: "Bộ phận một cửa xem hồ sơ, rồi tiếp nhận hoặc báo bạn cần bổ sung gì.",
                                en: "The one-stop desk looks at it, then takes it or tells you what is missing."))
                    }
                    li(
                        Phrase(
                            vi: "Mỗi lần hồ sơ đổi trạng thái, bạn được báo qua thư điện tử và trên cổng này.",
                            en: "Whenever its state changes you are told by e-mail and in this portal."))
                    li(Phrase(vi: "Cách nhận kết quả: \(way.vi).", en: "How you get the result: \(way.en)."))
                }
                if sum > .zero {
                    p(
                        Phrase(
                            vi: "Phí, lệ phí \(sum.phrase.vi) nộp tại quầy của bộ phận một cửa.",
                            en: "Fees of \(sum.phrase.en) are paid at the one-stop desk."))
                }
                p(
                    Phrase(
                        vi: "Nếu qua ngày hẹn mà chưa có tin, hãy gọi hoặc đến \(contact.vi), kèm mã hồ sơ.",
                        en: "If the date passes without news, call or visit \(contact.en) with the code."))
            }
        }
    }

    private var way: Phrase { follow.file.parties.delivery?.name ?? Delivery.name(of: "counter") }
    private var sum: Money { follow.fees.filter { $0.paidAt == nil }.map(\.amount).reduce(.zero, +) }

    private var contact: Phrase {
        let more = [follow.agency.phone, follow.agency.address].filter { !$0.isEmpty }.joined(separator: ", ")
        let name = follow.agency.name
        return more.isEmpty ? name : Phrase(vi: "\(name.vi) (\(more))", en: "\(name.en) (\(more))")
    }
}
