import Catalogue
import DesignSystem
import Kernel
import Markup
import Site

/// The form for a new part of a block: its name, and what has to be known of it at once.
struct PartAddition: Component {
    let draft: ServiceDraft
    let block: [String]
    let kind: PartKind
    /// The shared parts that a question may use.
    var components: [Choice] = []
    /// The step that a timer belongs to.
    var step: YAMLValue?
    /// The answers that a column or a variable may hold.
    var answers: [Choice] = []
    /// Registers to which other services write.
    var registers: [Choice] = []
    /// Events of which nothing is said yet.
    var events: [Choice] = []
    var problems: [FieldProblem] = []
    var sent: FormValues?

    var markup: Markup {
        Disclosure(title, open: !problems.isEmpty) {
            if let words = explanation { p(words, .class("note")) }
            postForm(to: DesignerPaths.part(draft.id)) {
                hiddenField("o", block.joined(separator: "/"))
                hiddenField("seen", String(draft.version))
                switch kind {
                case .timer: timer
                case .message: message
                case .variable: variable
                case .column:
                    source(Phrase(vi: "Ghi câu trả lời của câu hỏi", en: "Holds the answer to"))
                    names
                default:
                    if kind == .register { known }
                    names
                }
                if kind == .question {
                    Field(
                        new("kind"), Phrase(vi: "Loại câu trả lời", en: "Kind of answer"),
                        .select(
                            sent?[new("kind")] ?? "text",
                            FieldKindNames.choices
                                + components.map {
                                    Choice(
                                        "use:\($0.value)",
                                        Phrase(
                                            vi: "Phần dùng chung: \($0.label.vi)", en: "Shared part: \($0.label.en)"))
                                }))
                }
                if kind == .fee {
                    Field(
                        new("amount"), Phrase(vi: "Số tiền (đồng)", en: "Amount (VND)"),
                        .money(sent?[new("amount")] ?? ""),
                        problem: problems[new("amount")])
                }
                if kind == .step || kind == .branch {
                    Field(
                        new("role"),
                        kind == .step
                            ? Phrase(vi: "Ai làm", en: "Who works it") : Phrase(vi: "Ai trả lời", en: "Who answers"),
                        .choice(sent?[new("role")] ?? "specialist", PartKind.roles))
                }
                if kind == .act {
                    Field(
                        new("kind"), Phrase(vi: "Làm gì", en: "What it does"),
                        .select(sent?[new("kind")] ?? "move", ActKindNames.choices))
                }
                ButtonRow { Button(title, .secondary, name: "do", value: "add") }
            }
        }.markup
    }

    @MarkupBuilder private var names: [Markup] {
        Field(
            new("vi"),
            isOneLanguage
                ? nameTitle : Phrase(vi: "\(nameTitle.vi), tiếng Việt", en: "\(nameTitle.en) in Vietnamese"),
            .text(sent?[new("vi")] ?? ""), help: nameHelp, optional: nameHelp != nil, problem: problems[new("vi")])
        if !isOneLanguage {
            Field(
                new("en"), Phrase(vi: "\(nameTitle.vi), tiếng Anh", en: "\(nameTitle.en) in English"),
                .text(sent?[new("en")] ?? ""),
                help: Phrase(
                    vi: "Có thể dịch sau, trước khi gửi duyệt.",
                    en: "It may be translated later, before it is handed over."),
                optional: true, problem: problems[new("en")])
        }
    }

    @MarkupBuilder private var timer: [Markup] {
        Field(
            new("value"), Phrase(vi: "Sau bao nhiêu", en: "After how many"), .number(sent?[new("value")] ?? ""),
            problem: problems[new("value")])
        Field(
            new("unit"), Phrase(vi: "Đơn vị", en: "Unit"),
            .select(sent?[new("unit")] ?? "working_days", PartForm.units))
        Field(
            new("deed"), Phrase(vi: "Hệ thống làm gì", en: "What the system does"),
            .choice(sent?[new("deed")] ?? TimerDeeds.reminds.value, TimerDeeds.choices(step)))
    }

    @MarkupBuilder private var known: [Markup] {
        if !registers.isEmpty {
            Field(
                new("known"), Phrase(vi: "Sổ đang dùng ở dịch vụ khác", en: "A register that other services write to"),
                .select(
                    sent?[new("known")] ?? "", registers, empty: Phrase(vi: "Không, lập sổ mới", en: "None, a new one")),
                help: Phrase(
                    vi: "Sổ chung có cùng tên, ký hiệu và cột ở mọi dịch vụ.",
                    en: "A shared register has the same title, sign and columns in all of them."))
        }
    }

    @MarkupBuilder private var message: [Markup] {
        Field(
            new("event"), Phrase(vi: "Báo khi nào", en: "When it is told"), .select(sent?[new("event")] ?? "", events),
            problem: problems[new("event")])
        Field(
            new("vi"), Phrase(vi: "Nội dung, tiếng Việt", en: "Text in Vietnamese"),
            .longText(sent?[new("vi")] ?? "", rows: 3), problem: problems[new("vi")])
        Field(
            new("en"), Phrase(vi: "Nội dung, tiếng Anh", en: "Text in English"),
            .longText(sent?[new("en")] ?? "", rows: 3), optional: true, problem: problems[new("en")])
    }

    @MarkupBuilder private var variable: [Markup] {
        source(Phrase(vi: "Lấy từ câu hỏi", en: "Read from the question"))
        Field(
            new("name"), Phrase(vi: "Tên biến", en: "Name of the variable"), .text(sent?[new("name")] ?? ""),
            help: Phrase(
                vi: "Chữ thường không dấu, như ngay_sinh. Để trống: theo tên ngắn của câu hỏi.",
                en: "Lower-case letters, such as birth_day. Empty: the short name of the question."), optional: true,
            problem: problems[new("name")])
    }

    @MarkupBuilder private func source(_ title: Phrase) -> [Markup] {
        if !answers.isEmpty {
            Field(
                new("rule"), title, .select(sent?[new("rule")] ?? "", answers, empty: PartForm.none),
                problem: problems[new("rule")])
        }
        Field(
            new("other"), PartForm.orRule, .longText(sent?[new("other")] ?? "", rows: 2), optional: true,
            problem: problems[new("other")] ?? (answers.isEmpty ? problems[new("rule")] : nil))
    }

    /// What need not be named.
    private var nameHelp: Phrase? {
        switch kind {
        case .column: Phrase(vi: "Để trống: như câu hỏi.", en: "Empty: as the question.")
        case .register where !registers.isEmpty:
            Phrase(vi: "Chỉ khi lập sổ mới.", en: "Only for a new register.")
        default: nil
        }
    }

    private func new(_ field: String) -> String { NewPart.field(kind, field) }

    private var isOneLanguage: Bool { kind == .paper }

    private var title: Phrase {
        Phrase(vi: "Thêm \(kind.title.vi.lowercased())", en: "Add: \(kind.title.en.lowercased())")
    }

    private var nameTitle: Phrase {
        switch kind {
        case .question: Phrase(vi: "Câu hỏi", en: "The question")
        case .register: Phrase(vi: "Tên sổ", en: "Title of the register")
        case .column: Phrase(vi: "Tên cột", en: "Title of the column")
        case .reduction: Phrase(vi: "Miễn, giảm cho ai", en: "Who is exempt or pays less")
        case .branch: Phrase(vi: "Xin ý kiến về việc gì", en: "What the opinion is on")
        default: Phrase(vi: "Tên", en: "Name")
        }
    }

    private var explanation: Phrase? {
        switch kind {
        case .branch:
            Phrase(
                vi:
                    "Mỗi nhánh hỏi một nơi; các nhánh làm cùng lúc. Đủ ý kiến thì hồ sơ tự chuyển sang bước đã chọn.",
                en: "Each branch asks one place, all at the same time. With enough answers the case goes on by itself.")
        case .timer:
            Phrase(
                vi: "Hồ sơ ở bước này quá lâu thì hệ thống nhắc, báo cấp trên, hoặc tự làm một hành động.",
                en: "When a case stays too long, the system reminds, tells a superior, or performs an act.")
        case .reduction:
            Phrase(
                vi: "Mới thêm thì là miễn (100 %) và chưa áp dụng cho ai: chọn điều kiện ở trang tiếp theo.",
                en: "A new one is an exemption (100 %) that holds for nobody yet: choose its rule on the next page.")
        default: nil
        }
    }
}
