import Catalogue
import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// One paper of a draft: its files, and a field to send more.
struct PaperPage {
    let draft: OpenDraft
    let due: PaperDue
    /// What is held already, while nothing is attached.
    var offers: [EarlierPapers.Offer] = []
    var problems: [FieldProblem] = []

    var page: Page {
        let key = due.rule.key
        let title = Phrase(same: due.rule.title)
        return DraftScreen(
            open: draft, part: .papers, problems: problems, back: ApplicantPaths.papers(draft.id)
        ).page(title: title) {
            PageTitle(Phrase(vi: "Đính kèm giấy tờ", en: "Attach a paper"))
            PaperName(rule: due.rule)
            if !offers.isEmpty {
                PaperOffers(offers: offers, action: ApplicantPaths.paper(draft.id, key)) { offer, file in
                    offer.isFiledOnline ? ApplicantPaths.file(offer.dossier, file.id) : nil
                }
            }
            UploadForm(
                action: ApplicantPaths.paper(draft.id, key),
                files: draft.files(key).map { file in
                    StoredFile(
                        file.filename, note: PaperWords.note(file),
                        href: ApplicantPaths.draftFile(draft.id, file.id),
                        remove: (UploadForm.remove, file.id.description))
                }, problems: problems, back: ApplicantPaths.papers(draft.id))
        }
    }
}

/// The whole title of a paper, as the law has it, with how many it asks for.
struct PaperName: Component {
    let rule: PaperRule

    var markup: Markup {
        Inset {
            p { strong { vietnamese(rule.title) } }
            if let copies = PaperWords.copies(rule) {
                p(.class("note")) {
                    Phrase(vi: "Theo quy định: ", en: "By the rules: ")
                    copies
                }
            }
        }.markup
    }
}

/// A form that sends files for one paper, several at once, and takes out those already there.
struct UploadForm: Component {
    static let field = "files"
    static let remove = "remove"

    let action: String
    let files: [StoredFile]
    let problems: [FieldProblem]
    let back: String

    var markup: Markup {
        postForm(to: action, upload: true) {
            FormFields.enter
            Field(
                Self.field,
                files.isEmpty
                    ? Phrase(vi: "Chọn tệp hoặc chụp ảnh", en: "Choose files or take a photograph")
                    : Phrase(vi: "Thêm tệp", en: "Add files"),
                .files(files, accept: FormFields.accepted, multiple: true),
                help: Phrase(
                    vi:
                        "PDF, ảnh hoặc văn bản (DOCX, XLSX, ODT); mỗi tệp không quá 25 MB. Chọn được nhiều tệp một lần.",
                    en: "PDF, pictures or documents (DOCX, XLSX, ODT), 25 MB each at most; several at once."),
                problem: problems[Self.field])
            ButtonRow {
                Button(Phrase(vi: "Tải lên", en: "Upload"))
                ButtonLink(Phrase(vi: "Về danh sách giấy tờ", en: "Back to the papers"), back, .secondary)
            }
        }
    }
}
