import Catalogue
import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// Asks before a dossier is taken back, with what that means.
struct WithdrawPage {
    let file: CaseFile
    var reason = ""
    var problems: [FieldProblem] = []

    var page: Page {
        let id = file.dossier.id
        let title = Phrase(vi: "Rút hồ sơ?", en: "Withdraw the dossier?")
        return Page(title) {
            Narrow {
                backLink(ApplicantPaths.dossier(id))
                ErrorSummary(problems)
                PageTitle(title, caption: Phrase(same: file.dossier.code), lead: file.service.definition.title)
                p(
                    Phrase(
                        vi: "Cơ quan sẽ dừng giải quyết và không trả kết quả. Muốn làm lại, bạn nộp hồ sơ mới.",
                        en: "The agency stops working on it and there will be no result. To begin again, file anew."))
                postForm(to: ApplicantPaths.withdrawal(id)) {
                    Field(
                        "reason", Phrase(vi: "Lý do rút", en: "Why you withdraw it"), .longText(reason, rows: 3),
                        problem: problems["reason"])
                    ButtonRow {
                        Button(Phrase(vi: "Rút hồ sơ", en: "Withdraw"), .danger)
                        ButtonLink(Phrase(vi: "Không rút", en: "Keep it"), ApplicantPaths.dossier(id), .secondary)
                    }
                }
            }
        }
    }
}

/// How the applicant was served: one to five, with a comment.
struct RatingPage {
    let file: CaseFile
    var comment = ""
    var problems: [FieldProblem] = []

    var page: Page {
        let id = file.dossier.id
        let title = Phrase(vi: "Bạn có hài lòng không?", en: "Are you satisfied?")
        return Page(title) {
            Narrow {
                backLink(ApplicantPaths.dossier(id))
                ErrorSummary(problems)
                p(.class("caption")) {
                    file.service.definition.title
                    " · "
                    file.dossier.code
                }
                postForm(to: ApplicantPaths.rating(id)) {
                    Field(
                        "score", title, .choice(nil, Self.scores), problem: problems["score"], size: .title)
                    Field(
                        "comment", Phrase(vi: "Góp ý thêm", en: "Anything to add"), .longText(comment, rows: 4),
                        optional: true)
                    ButtonRow { Button(Phrase(vi: "Gửi đánh giá", en: "Send")) }
                }
            }
        }
    }

    private static let scores = [
        Choice("5", Phrase(vi: "5 – Rất hài lòng", en: "5 – Very satisfied")),
        Choice("4", Phrase(vi: "4 – Hài lòng", en: "4 – Satisfied")),
        Choice("3", Phrase(vi: "3 – Bình thường", en: "3 – Neither")),
        Choice("2", Phrase(vi: "2 – Không hài lòng", en: "2 – Dissatisfied")),
        Choice("1", Phrase(vi: "1 – Rất không hài lòng", en: "1 – Very dissatisfied")),
    ]
}
