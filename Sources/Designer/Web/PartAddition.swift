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
    var problems: [FieldProblem] = []
    var sent: FormValues?

    var markup: Markup {
        Disclosure(title, open: !problems.isEmpty) {
            if let words = explanation { p(words, .class("note")) }
            postForm(to: DesignerPaths.part(draft.id)) {
                hiddenField("o", block.joined(separator: "/"))
                hiddenField("seen", String(draft.version))
                if kind == .timer { timer } else { names }
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
            .text(sent?[new("vi")] ?? ""), problem: problems[new("vi")])
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

    private func new(_ field: String) -> String { NewPart.field(kind, field) }

    private var isOneLanguage: Bool { kind == .paper }

    private var title: Phrase {
        Phrase(vi: "Thêm \(kind.title.vi.lowercased())", en: "Add: \(kind.title.en.lowercased())")
    }

    private var nameTitle: Phrase {
        switch kind {
        case .question: Phrase(vi: "Câu hỏi", en: "The question")
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
