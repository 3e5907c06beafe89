import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// Who looked at the visitor's data, newest first.
struct LooksPage {
    let looks: [WhoLooked.Look]

    var page: Page {
        let title = Phrase(vi: "Ai đã xem dữ liệu của tôi", en: "Who looked at my data")
        return Page(title, breadcrumbs: [(ApplicantWording.myDossiers, ApplicantPaths.mine())]) {
            PageTitle(
                title,
                lead: Phrase(
                    vi:
                        "Mỗi lần cán bộ mở hồ sơ hoặc tìm thấy bạn qua dữ liệu cá nhân đều được ghi lại ở đây. Cùng một cán bộ xem cùng một hồ sơ với cùng mục đích thì trong một giờ ghi một lần.",
                    en:
                        "Every time an official opens a dossier or finds you by personal data, it is recorded here; the same official, dossier and purpose once in an hour."
                ))
            if looks.isEmpty {
                EmptyState(Phrase(vi: "Chưa có lượt xem nào", en: "Nobody has looked yet")) {
                    p(
                        Phrase(
                            vi: "Khi có người xem, bạn sẽ thấy ai, cơ quan nào, lúc nào và để làm gì.",
                            en: "When somebody looks, you will see who, of which agency, when and what for."))
                }
            } else {
                DataTable(
                    title,
                    columns: [
                        .init(Phrase(vi: "Lúc", en: "When")), .init(Phrase(vi: "Ai", en: "Who")),
                        .init(Phrase(vi: "Hồ sơ", en: "Dossier")), .init(Phrase(vi: "Để làm gì", en: "What for")),
                    ],
                    rows: looks.map { look in
                        .init {
                            Markup.phrase(look.at.phrase)
                            Markup.text("\(look.official), \(look.agency)")
                            dossier(look)
                            Markup.phrase(LookPurpose.words(look.purpose))
                        }
                    })
            }
        }
    }

    private func dossier(_ look: WhoLooked.Look) -> Markup {
        if let own = look.dossier { return a(own.code, .href(ApplicantPaths.dossier(own.id))) }
        return .text("–")
    }
}
