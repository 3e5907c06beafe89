import Casework
import Catalogue
import DesignSystem
import Directory
import Kernel
import Markup

/// The draft of the result that the answers of a preview give; of the case nothing is known yet.
struct PreviewResult: Component {
    let preview: DraftPreview
    let draft: ResultDraft

    /// Nil where the draft has no template.
    init?(_ preview: DraftPreview, _ state: PreviewState) {
        let draft = preview.service.resultDraft(
            for: preview.facts(state), known: [:],
            place: { code, isEarlier in
                isEarlier ? preview.table.earlier[code]?.name : preview.table.name(code)
            })
        guard let draft else { return nil }
        self.preview = preview
        self.draft = draft
    }

    var markup: Markup {
        let template = draft.template
        return Disclosure(PartKind.template.title, large: true) {
            p(
                Phrase(
                    vi: "Dự thảo mà cán bộ mở ra; chấm là chỗ hồ sơ thật mới có, như số, ngày, tên cơ quan.",
                    en: "The draft that officials open; dots are what only a real case has: number, day, agency."),
                .class("note"))
            Sheet(
                .a4, agency: "Tên cơ quan", number: "Số: \(ResultDraftLines.blank)",
                placeAndDate: "\(ResultDraftLines.blank), ngày …… tháng …… năm ……", title: template.title,
                about: draft.about?.lines.map { $0.text(blank: ResultDraftLines.blank) }.joined(separator: " "),
                signatures: [.init(template.signer ?? "Thủ trưởng cơ quan", note: "(Ký, ghi rõ họ tên và đóng dấu)")],
                recipients: template.recipients ?? ["Như trên", "Lưu: VT"]
            ) {
                ResultDraftLines(draft.text)
            }
        }.markup
    }
}
