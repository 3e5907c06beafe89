import Catalogue
import DesignSystem
import Kernel
import Markup
import Site

// The questions of branches: where one is answered, and how many answers are enough.
extension PartForm {
    @MarkupBuilder func place(_ key: PartKey) -> [Markup] {
        let text = value[key.key]?.text ?? ""
        let isCode = !["", StepBranch.chosen].contains(text)
        Field(
            key.key, key.title,
            .choice(
                sent?[key.key] ?? (isCode ? "code" : text.isEmpty ? "own" : text),
                [
                    Choice("own", Phrase(vi: "Ngay tại cơ quan giải quyết hồ sơ", en: "At the case's own agency")),
                    Choice(
                        StepBranch.chosen,
                        Phrase(
                            vi: "Nơi mà người giữ bước này chọn khi gửi hỏi",
                            en: "Where the official of this step chooses to ask")),
                    Choice(
                        "code",
                        Phrase(vi: "Luôn là một nơi, theo mã dưới đây", en: "Always at one place, by the code below")),
                ]), problem: problems[key.key])
        Field(
            "\(key.key).code", Phrase(vi: "Mã cơ quan, đơn vị được hỏi", en: "Code of the agency or unit"),
            .text(sent?["\(key.key).code"] ?? (isCode ? text : "")),
            help: Phrase(
                vi: "Như H99.41.05, theo danh sách cơ quan ở phần quản trị.",
                en: "Such as H99.41.05, as the list of agencies has it."), optional: true,
            problem: problems["\(key.key).code"])
    }

    @MarkupBuilder func join(_ key: PartKey) -> [Markup] {
        let text = value[key.key]?.text ?? "all"
        let isCount = !["all", "any"].contains(text)
        Field(
            key.key, key.title,
            .choice(
                sent?[key.key] ?? (isCount ? "count" : text),
                [
                    Choice("all", Phrase(vi: "Đủ tất cả", en: "All of them")),
                    Choice("any", Phrase(vi: "Chỉ cần một", en: "Any one of them")),
                    Choice("count", Phrase(vi: "Đủ số lượng dưới đây", en: "As many as stands below")),
                ]))
        Field(
            "\(key.key).count", Phrase(vi: "Số ý kiến cần có", en: "Number of answers"),
            .number(sent?["\(key.key).count"] ?? (isCount ? text : "")), optional: true,
            problem: problems["\(key.key).count"])
    }
}
