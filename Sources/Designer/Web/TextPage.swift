import Catalogue
import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// The same definition as its YAML text, with the findings of the check by line.
struct DraftTextPage {
    let open: OpenDraftFile
    /// The part or the line that is looked for.
    var sought: DraftTextLines?
    /// What was sent and not kept.
    var typed: String?
    var problems: [FieldProblem] = []

    func page(_ request: Request) -> Page {
        let id = open.draft.id
        return DesignerFrame(open: open).page(
            Phrase(vi: "Văn bản", en: "Text"), at: DesignerPaths.text(id),
            lead: Phrase(
                vi: "Cùng một định nghĩa, viết bằng YAML. Sửa ở đây hay ở các trang khác đều được.",
                en: "The same definition in YAML. It may be changed here or on the other pages."),
            notice: DesignerNotice.banner(request), problems: problems
        ) {
            if !open.check.findings.isEmpty { findings }
            if let sought, typed == nil { excerpt(sought) }
            if open.isOpen {
                postForm(to: DesignerPaths.text(id), guarded: true) {
                    hiddenField("seen", String(open.draft.version))
                    area
                    ButtonRow { Button(.save) }
                }
            } else {
                area
            }
        }
    }

    private var area: Field {
        Field(
            "text", Phrase(vi: "Định nghĩa dịch vụ", en: "The definition"),
            .code(
                typed ?? open.draft.text, isOpen: open.isOpen,
                at: typed == nil ? sought.map { ($0.lines.lowerBound, $0.letter) } : nil))
    }

    /// The lines looked for, also where no script brings them into view below.
    private func excerpt(_ sought: DraftTextLines) -> Card {
        Card(
            sought.lines.count == 1
                ? Phrase(vi: "Dòng \(sought.lines.lowerBound)", en: "Line \(sought.lines.lowerBound)")
                : Phrase(
                    vi: "Dòng \(sought.lines.lowerBound) đến \(sought.lines.upperBound)",
                    en: "Lines \(sought.lines.lowerBound) to \(sought.lines.upperBound)")
        ) {
            Markup.element("pre", [.class("code")], [.text(sought.text)])
        }
    }

    private var findings: DataTable {
        let lines = open.draft.text.split(separator: "\n", omittingEmptySubsequences: false)
        return DataTable(
            Phrase(vi: "Các điều cần xem", en: "Findings"),
            columns: [
                .init(Phrase(vi: "Dòng", en: "Line")), .init(Phrase(vi: "Viết", en: "Says")),
                .init(Phrase(vi: "Nhận xét", en: "Finding")),
            ],
            rows: open.check.findings.map { finding in
                let isOwn = finding.file == open.check.file
                let line = isOwn && lines.indices.contains(finding.line - 1) ? String(lines[finding.line - 1]) : ""
                return DataTable.Row(tone: finding.weight == .error ? .bad : .waiting) {
                    Markup.text(isOwn ? String(finding.line) : "\(finding.file):\(finding.line)")
                    code(line.trimmingBlanks)
                    Markup {
                        Tag(
                            finding.weight == .error
                                ? Phrase(vi: "Lỗi", en: "Error") : Phrase(vi: "Lưu ý", en: "Warning"),
                            finding.weight == .error ? .bad : .waiting)
                        " "
                        finding.message
                        if let proposal = finding.proposal {
                            "; "
                            proposal
                        }
                    }
                }
            })
    }
}
