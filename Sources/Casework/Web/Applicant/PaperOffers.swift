import Catalogue
import DesignSystem
import Kernel
import Markup
import Wording

/// What the agency holds already in the place of a paper: each offer with its files to look at and a button to use it.
/// Another paper may always be attached instead.
struct PaperOffers: Component {
    static let field = "reuse"

    let offers: [EarlierPapers.Offer]
    let action: String
    /// Where a file of an offer is looked at; nil for what is not shown there.
    let address: @Sendable (EarlierPapers.Offer, Paper) -> String?

    var markup: Markup {
        Card(Phrase(vi: "Cơ quan đã có giấy tờ này", en: "The agency holds this paper already")) {
            for offer in offers {
                p {
                    Phrase(vi: "Dùng lại: ", en: "Use again: ")
                    strong { offer.words }
                }
                FileList(
                    offer.files.compactMap { file in
                        address(offer, file).map {
                            StoredFile(file.filename, note: ApplicantWording.size(file.size), href: $0)
                        }
                    })
                if offer.files.contains(where: { address(offer, $0) == nil }) {
                    p(
                        Phrase(
                            vi: "Bạn đã nộp tại quầy; dùng lại thì xem được tệp ở đây.",
                            en: "You handed it in at the counter; once it is used, its file can be seen here."),
                        .class("note"))
                }
                postForm(to: action) {
                    hiddenField(Self.field, offer.key)
                    ButtonRow {
                        Button(
                            Phrase(vi: "Dùng lại giấy tờ này", en: "Use this paper again"), .secondary,
                            icon: .check)
                    }
                }
            }
            p(
                Phrase(
                    vi: "Giấy tờ đã thay đổi? Hãy đính kèm bản khác bên dưới.",
                    en: "Has it changed? Attach another below."),
                .class("note"))
        }.markup
    }
}
