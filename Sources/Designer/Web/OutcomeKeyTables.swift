import Catalogue
import DesignSystem
import Kernel
import Wording

// The keys of what comes out of a case: the text of the result, added messages, registers.
extension PartKind {
    static let templateKeys = [
        PartKey(
            "title", Phrase(vi: "Tên văn bản, như in ra", en: "Title of the paper, as it is printed"), .words,
            optional: false),
        PartKey("about", Phrase(vi: "Trích yếu, dưới tên", en: "The line below the title"), .words),
        PartKey(
            "text", Phrase(vi: "Nội dung", en: "The text"), .long,
            help: Phrase(
                vi:
                    "Mỗi dòng là một đoạn; “# ” mở đầu một đề mục, “= ” một dòng giữa trang. {{tên}} là chỗ của một biến. Đoạn giữa {{#tên}} và {{/tên}} chỉ có khi biến đúng hoặc đã biết; giữa {{^tên}} và {{/tên}} thì ngược lại.",
                en:
                    "A line is a paragraph; “# ” begins a heading, “= ” a centred line. {{name}} is the place of a variable. What is between {{#name}} and {{/name}} is there only where the variable is true or known; between {{^name}} and {{/name}} only where it is not."
            ), optional: false),
        PartKey(
            "signer", Phrase(vi: "Chức vụ người ký", en: "Office of whoever signs"), .words,
            help: Phrase(vi: "Ví dụ Chủ tịch.", en: "In Vietnamese, as it stands below the text.")),
        PartKey(
            "recipients", Phrase(vi: "Nơi nhận", en: "Who else gets the paper"), .lines,
            help: Phrase(vi: "Mỗi nơi một dòng.", en: "One on each line.")),
    ]

    private static let usual = Choice(
        "", Phrase(vi: "Theo câu hỏi hoặc công thức", en: "As the question or the rule has it"))

    static let variableKeys = [
        PartKey("rule", Phrase(vi: "Lấy từ câu hỏi", en: "Read from the question"), .source, optional: false),
        PartKey(
            "gives", Phrase(vi: "Cho ra", en: "What it gives"),
            .choice([usual] + FieldKind.computable.map { Choice($0.rawValue, $0.title.capitalized) })),
        PartKey(
            "written", Phrase(vi: "Cách viết", en: "How it is written"),
            .choice([
                Choice("", Phrase(vi: "Như thường: 22/11/2026, 150.000 đồng", en: "As usual: 22/11/2026, 150,000 VND")),
                Choice(
                    "long", Phrase(vi: "Ngày viết dài: ngày 22 tháng 11 năm 2026", en: "A date at length, in words")),
                Choice(
                    "words",
                    Phrase(
                        vi: "Số, tiền viết bằng chữ: một trăm năm mươi nghìn đồng", en: "A number or amount in words")),
            ])),
    ]

    static let messageKeys = [
        PartKey(
            "text", Phrase(vi: "Nội dung thêm vào tin báo", en: "What is added to the message"), .longWording,
            help: Phrase(
                vi: "{{tên}} là chỗ của một biến: xem các biến ở trên.",
                en: "{{name}} is the place of a variable: see those above."), optional: false)
    ]

    static let registerKeys = [
        PartKey("title", Phrase(vi: "Tên sổ", en: "Title of the register"), .wording, optional: false),
        PartKey(
            "series", Phrase(vi: "Ký hiệu sau số vào sổ", en: "Sign behind the numbers of the entries"), .words,
            help: Phrase(
                vi: "Ví dụ KS. Để trống: chỉ có số. Số chạy trong năm tại mỗi cơ quan.",
                en: "Such as KS. Empty: numbers alone. They run within the year at each agency.")),
    ]

    static let columnKeys = [
        PartKey("title", Phrase(vi: "Tên cột", en: "Title of the column"), .wording, optional: false),
        PartKey("rule", Phrase(vi: "Ghi câu trả lời của câu hỏi", en: "Holds the answer to"), .source, optional: false),
        PartKey(
            "gives", Phrase(vi: "Cột ghi", en: "What the column holds"),
            .choice(
                [FieldKind.text, .number, .money, .date, .yesNo].map { Choice($0.rawValue, $0.title.capitalized) })),
    ]
}

/// What every text may name without declaring it, as officials call it.
enum FactWords {
    static func phrase(_ fact: TextFact) -> Phrase {
        switch fact {
        case .dossierCode: Phrase(vi: "mã hồ sơ", en: "code of the dossier")
        case .agencyName: Phrase(vi: "tên cơ quan", en: "name of the agency")
        case .resultNumber: Phrase(vi: "số của kết quả, khi đã cấp", en: "number of the result, once it has one")
        case .signingDay: Phrase(vi: "ngày ký, khi đã có kết quả", en: "day of signing, once the result exists")
        case .leaderName: Phrase(vi: "tên lãnh đạo cơ quan", en: "name of the agency's leader")
        case .ownerName: Phrase(vi: "tên chủ hồ sơ", en: "name of the owner")
        case .submitterName: Phrase(vi: "tên người nộp", en: "name of the submitter")
        case .promisedDay: Phrase(vi: "ngày hẹn trả", en: "promised day")
        }
    }
}

/// Events as officials call them.
enum EventWords {
    static let choices = MessageRule.Event.allCases.map { Choice($0.rawValue, phrase($0)) }

    static func name(_ event: String) -> Phrase { choices.first { $0.value == event }?.label ?? Phrase(same: event) }

    private static func phrase(_ event: MessageRule.Event) -> Phrase {
        switch event {
        case .received: Phrase(vi: "Khi hồ sơ được tiếp nhận", en: "When the dossier is received")
        case .supplement: Phrase(vi: "Khi yêu cầu bổ sung", en: "When supplements are asked for")
        case .refused: Phrase(vi: "Khi hồ sơ bị từ chối", en: "When the case is refused")
        case .finished: Phrase(vi: "Khi đã có kết quả", en: "When the result exists")
        case .given: Phrase(vi: "Khi đã trả kết quả", en: "When the result is handed over")
        }
    }
}
