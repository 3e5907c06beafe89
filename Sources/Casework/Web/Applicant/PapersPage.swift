import Catalogue
import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// All papers of a draft: which are needed, which are there, which are only shown at the counter.
struct PapersPage {
    let open: OpenDraft
    /// The papers that need not be handed in again.
    var held: Set<String> = []
    var problems: [FieldProblem] = []

    var page: Page {
        let title = Phrase(vi: "Giấy tờ cần nộp", en: "Papers to hand in")
        return DraftScreen(open: open, part: .papers, problems: problems).page(title: title) {
            PageTitle(
                title,
                lead: Phrase(
                    vi: "Chụp bằng điện thoại hoặc chọn tệp có sẵn. Ảnh phải đọc rõ chữ.",
                    en: "Take a photograph or choose a file. The writing must be readable."))
            for paper in open.due where paper.isToAttach { card(paper) }
            shown
            postForm(to: ApplicantPaths.papers(open.id)) {
                ButtonRow { Button(.next) }
            }
        }
    }

    private func card(_ paper: PaperDue) -> Markup {
        let key = paper.rule.key
        let files = open.files(key)
        return Card(id: Field.id("paper.\(key)")) {
            p { PaperWords.tag(paper, hasFiles: !files.isEmpty) }
            p { strong { vietnamese(paper.rule.title) } }
            if let message = problems["paper.\(key)"] {
                p(.class("problem")) {
                    Icon.alert
                    message
                }
            }
            FileList(
                files.map { file in
                    StoredFile(
                        file.filename, note: PaperWords.note(file),
                        href: ApplicantPaths.draftFile(open.id, file.id))
                })
            if held.contains(key) {
                p(
                    Phrase(
                        vi: "Cơ quan đã có giấy tờ này từ hồ sơ trước; không cần nộp lại.",
                        en: "The agency holds this paper from an earlier dossier; it need not be handed in again."))
            }
            p {
                a(.href(ApplicantPaths.paper(open.id, key))) {
                    files.isEmpty
                        ? held.contains(key)
                            ? Phrase(vi: "Dùng lại hoặc đính kèm", en: "Use it again or attach")
                            : Phrase(vi: "Đính kèm", en: "Attach")
                        : Phrase(vi: "Thêm hoặc bỏ tệp", en: "Add or remove files")
                    span(.class("unseen")) {
                        ": "
                        vietnamese(paper.rule.title)
                    }
                }
            }
        }.markup
    }

    @MarkupBuilder private var shown: [Markup] {
        let only = open.due.filter(\.rule.isShown)
        if !only.isEmpty {
            Card(Phrase(vi: "Xuất trình khi đến, không cần tải lên", en: "Shown when you come, not uploaded")) {
                Prose { ul { for paper in only { li { vietnamese(paper.rule.title) } } } }
            }
        }
    }

    /// Required papers without a file.
    static func missing(_ open: OpenDraft) -> [FieldProblem] {
        let brought = open.due.map(\.rule.key).filter { !open.files($0).isEmpty }
        return open.due.missing(brought: Set(brought)).map { paper in
            FieldProblem(
                "paper.\(paper.key)",
                Phrase(vi: "Hãy đính kèm \(paper.title.vi)", en: "Attach \(paper.title.en)"))
        }
    }
}

/// How a paper stands, in a word.
enum PaperWords {
    static func tag(_ paper: PaperDue, hasFiles: Bool) -> Tag {
        if hasFiles { return Tag(Phrase(vi: "Đã đính kèm", en: "Attached"), .good) }
        if paper.required, paper.rule.oneOf != nil {
            return Tag(Phrase(vi: "Cần một trong các giấy tờ này", en: "One of these is needed"), .waiting)
        }
        return paper.required
            ? Tag(Phrase(vi: "Bắt buộc", en: "Required"), .waiting)
            : Tag(Phrase(vi: "Nếu có", en: "If you have it"), .quiet)
    }

    /// Its size, and whence it comes when it was used again.
    static func note(_ paper: Paper) -> Phrase {
        let size = ApplicantWording.size(paper.size)
        guard let from = paper.origin?.words else { return size }
        return Phrase(vi: "\(size.vi) · \(from.vi)", en: "\(size.en) · \(from.en)")
    }

    /// `2 bản chính, 1 bản sao`: what the procedure asks for on paper.
    static func copies(_ rule: PaperRule) -> Phrase? {
        var vi: [String] = []
        var en: [String] = []
        if rule.originals > 0 {
            vi.append("\(rule.originals) bản chính")
            en.append("\(rule.originals) original\(rule.originals == 1 ? "" : "s")")
        }
        if rule.copies > 0 {
            vi.append("\(rule.copies) bản sao")
            en.append("\(rule.copies) cop\(rule.copies == 1 ? "y" : "ies")")
        }
        if rule.oneOf != nil {
            vi.append("một trong các giấy tờ thay nhau")
            en.append("one of several that do")
        }
        if let forms = rule.formWords {
            vi.append(forms.vi)
            en.append(forms.en)
        }
        return vi.isEmpty ? nil : Phrase(vi: vi.joined(separator: ", "), en: en.joined(separator: ", "))
    }
}
