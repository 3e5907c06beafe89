import Catalogue
import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// The same definition as its YAML text, with the findings of the check by line.
struct DraftTextPage {
    let open: OpenDraftFile
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
            if open.isOpen {
                postForm(to: DesignerPaths.text(id), guarded: true) {
                    hiddenField("seen", String(open.draft.version))
                    Field(
                        "text", Phrase(vi: "Định nghĩa dịch vụ", en: "The definition"),
                        .longText(typed ?? open.draft.text, rows: 30))
                    ButtonRow { Button(.save) }
                }
            } else {
                Field(
                    "text", Phrase(vi: "Định nghĩa dịch vụ", en: "The definition"),
                    Control { wiring in
                        .element(
                            "textarea", wiring.attributes + [.class("input"), .named("rows", "30"), .readonly],
                            [.text(open.draft.text)])
                    })
            }
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
