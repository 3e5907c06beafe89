import Catalogue
import DesignSystem
import Kernel
import Markup
import Site

/// What of a part is written in the text alone, said where one looks for it, with the way to its lines.
struct TextOnly: Component {
    let open: OpenDraftFile
    let path: [String]
    let kind: PartKind
    let value: YAMLValue

    var markup: Markup {
        Disclosure(Phrase(vi: "Không có ô ở đây? Sửa ở trang văn bản", en: "Not on this page? It is in the text")) {
            Prose { ul { for words in limits { li(words) } } }
            p {
                a(
                    .textHere, .href(DesignerPaths.text(open.draft.id, at: path)))
            }
        }.markup
    }

    private var limits: [Phrase] {
        let name =
            path.last.map {
                [
                    Phrase(
                        vi: "Tên ngắn “\($0)” mà các điều kiện dùng; đổi tên thì đổi cả ở nơi dùng.",
                        en: "The short name “\($0)” that rules use; where it is used it is changed as well.")
                ]
            } ?? []
        return name + own
    }

    private var own: [Phrase] {
        switch kind {
        case .general:
            [
                Phrase(
                    vi: "Mã thủ tục và tên ngắn của dịch vụ (procedure, service).",
                    en: "The procedure's code and the short name of the service (procedure, service).")
            ]
        case .page:
            [
                Phrase(
                    vi: "Thay đổi trong phần dùng chung (use, with).", en: "Changes within a shared part (use, with).")
            ]
        case .question:
            [
                Phrase(
                    vi: "Lựa chọn chỉ có khi (options: when).", en: "Options by a rule (options: when)."),
                Phrase(
                    vi: "Thay đổi trong phần dùng chung (use, with).", en: "Changes within a shared part (use, with)."),
            ]
        case .fee:
            [Phrase(vi: "Bảng theo nhiều câu trả lời (table).", en: "Tables by several answers (table).")]
        case .template:
            value["use"] == nil
                ? []
                : [
                    Phrase(
                        vi: "Thay đổi khác trong mẫu chung (with); hoặc tách ra rồi sửa.",
                        en: "Other changes within the shared template (with); or detach it and change it.")
                ]
        case .step, .paper, .reduction, .branch, .act, .timer, .variable, .message, .register, .column: []
        }
    }
}

extension Phrase {
    static let textHere = Phrase(vi: "Mở văn bản ở chỗ này", en: "Open the text at this place")
}
