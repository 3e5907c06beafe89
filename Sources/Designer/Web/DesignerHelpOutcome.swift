import DesignSystem
import Kernel
import Markup

/// Help on what comes out of a case: the text of the result, added messages, registers.
struct DesignerHelpOutcome: Component {
    @MarkupBuilder private var parts: [Markup] {
        h2(Phrase(vi: "Mẫu kết quả, tin báo, sổ", en: "Result, messages, registers"))
        p(
            Phrase(
                vi:
                    "Trang “Mẫu, tin báo, sổ” nói điều gì có khi xong việc. Cả ba đều không bắt buộc.",
                en: "The page “Result, messages, registers” says what there is when the work is done. None is required."
            ))
        ul {
            li(
                Phrase(
                    vi:
                        "Mẫu kết quả: dùng mẫu chung, hoặc viết riêng. Chỗ của mỗi điều lấy từ hồ sơ viết là {{tên}}; thêm biến tên đó và chọn câu hỏi. Bản xem trước hiện dự thảo đã điền.",
                    en:
                        "Template of the result: a shared one, or a text of your own. The place of what the case gives is written {{name}}; add a variable of that name and choose the question. The preview shows the draft filled in."
                ))
            li(
                Phrase(
                    vi:
                        "Tin báo: chọn khi nào, viết lời nói thêm bằng hai thứ tiếng. Mã hồ sơ, tên cơ quan, số kết quả, ngày hẹn có sẵn.",
                    en:
                        "Messages: choose when, write what is added in both languages. Code, agency, number of the result and promised day are known."
                ))
            li(
                Phrase(
                    vi:
                        "Sổ: lập sổ mới, hoặc chọn sổ mà dịch vụ khác đang dùng; mỗi cột ghi một câu trả lời. Nhiều dịch vụ ghi chung một sổ thì tên và cột phải giống nhau.",
                    en:
                        "Registers: a new one, or one that other services write to; each column holds an answer. Services that share one have the same title and columns."
                ))
        }
        h2(Phrase(vi: "Việc do cơ quan khác giải quyết", en: "Work that another agency decides"))
        p(
            Phrase(
                vi:
                    "Khi cơ quan khác phải tự ra kết quả, như thẻ bảo hiểm y tế sau khai sinh: thêm một nhánh, chọn nơi khác, chọn trả lời là “Kết quả của hồ sơ con” và dịch vụ ở đó, rồi lưu. Câu hỏi và giấy tờ cùng tên tự chuyển sang; các câu khác thì chọn ở chính trang đó.",
                en:
                    "When another agency has to decide for itself, such as the insurance card after a birth: add a branch, choose another place, “The result of a case of its own” and the service there, and save. Questions and papers of the same names are handed over by themselves; others are chosen on that page."
            ))
        h2(Phrase(vi: "Không hỏi lại điều đã có", en: "Not asking for what is there"))
        p(
            Phrase(
                vi:
                    "Ở mỗi giấy tờ, đặt tên loại giấy để dùng lại giấy mà cơ quan đã có; ở thông tin chung, đặt tên loại cho kết quả để dịch vụ khác dùng lại. Hai bên viết cùng một tên. Ở mỗi câu hỏi có ô “Điền sẵn”.",
                en:
                    "Beside a paper, name its kind so that what the agency holds is used again; in the general part, name the kind of the result for other services. Both write the same name. A question has “Filled in beforehand”."
            ))
    }

    var markup: Markup { .many(parts) }
}
