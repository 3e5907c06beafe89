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
                    vi: "Số lần bổ sung hồ sơ và cách tính lại hạn (supplement).",
                    en: "How often supplements are asked for, and how the clock goes on (supplement)."),
                Phrase(
                    vi: "Tên kết quả và cách nhận (result); thời hạn theo trường hợp (limit: cases).",
                    en: "The result and how it is received (result); limits by case (limit: cases)."),
            ]
        case .page:
            [
                Phrase(
                    vi: "Thay đổi trong phần dùng chung (use, with).", en: "Changes within a shared part (use, with).")
            ]
        case .question:
            [
                Phrase(
                    vi: "Điều kiện câu trả lời phải thỏa, kèm lời báo (checks).",
                    en: "Rules that the answer must meet, with what is said (checks)."),
                Phrase(
                    vi: "Giá trị điền sẵn (default); lựa chọn chỉ có khi (options: when).",
                    en: "What is filled in beforehand (default); options by a rule (options: when)."),
                Phrase(
                    vi: "Thay đổi trong phần dùng chung (use, with).", en: "Changes within a shared part (use, with)."),
            ]
        case .paper:
            [
                Phrase(
                    vi: "Dạng giấy tờ được nhận (accepts), nhóm giấy tờ chọn một (one_of), văn bản ủy quyền (mandate).",
                    en: "In which forms it is taken (accepts), one of several (one_of), authorisation (mandate).")
            ]
        case .fee:
            [
                Phrase(
                    vi: "Miễn, giảm (reductions); bảng theo nhiều câu trả lời (table).",
                    en: "Exemptions and reductions (reductions); tables by several answers (table).")
            ]
        case .step, .branch:
            [Phrase(vi: "Hạn theo trường hợp (limit: cases).", en: "Limits by case (limit: cases).")]
        case .act, .timer: []
        }
    }
}

extension Phrase {
    static let textHere = Phrase(vi: "Mở văn bản ở chỗ này", en: "Open the text at this place")
}
