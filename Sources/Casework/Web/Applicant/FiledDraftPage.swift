import DesignSystem
import Kernel
import Markup
import Site

/// What stands at the addresses of a draft that was filed: somebody went back in the browser, or has another window open.
struct FiledDraftPage {
    let id: Dossier.ID

    var page: Page {
        let title = Phrase(vi: "Hồ sơ này đã nộp", en: "This dossier is filed")
        return Page(title, breadcrumbs: [(ApplicantWording.myDossiers, ApplicantPaths.mine())]) {
            Narrow {
                PageTitle(
                    title,
                    lead: Phrase(
                        vi: "Nội dung đã nộp không sửa ở đây được nữa. Hồ sơ chỉ được nộp một lần, không bị nộp lại.",
                        en: "What was filed cannot be changed here any more. It was filed once, and is not filed again."
                    ))
                p(
                    Phrase(
                        vi: "Cần sửa hoặc bổ sung? Hãy liên hệ bộ phận một cửa ghi ở trang theo dõi hồ sơ.",
                        en: "Something to mend or add? Ask the one-stop desk named on the page of the dossier."))
                ButtonRow {
                    ButtonLink(
                        Phrase(vi: "Theo dõi hồ sơ", en: "Follow the dossier"), ApplicantPaths.dossier(id))
                    ButtonLink(
                        Phrase(vi: "Xem giấy xác nhận đã nộp", en: "See the confirmation"), ApplicantPaths.receipt(id),
                        .secondary)
                }
            }
        }
    }
}
