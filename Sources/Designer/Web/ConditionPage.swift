import Catalogue
import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// Chooses a condition: answer, comparison, value, joined by *and* or *or*; the rule that it becomes stands below.
struct ConditionPage {
    let open: OpenDraftFile
    let path: [String]
    let answers: [KnownAnswer]
    /// The condition as it is chosen now; nil when the rule is of another form.
    let condition: Condition?
    let rule: String
    var problems: [FieldProblem] = []
    /// What was sent, when it is shown again.
    var sent: FormValues?

    private var id: ServiceDraft.ID { open.draft.id }

    func page(_ request: Request) -> Page {
        let entry = YAMLValue.Entry(path.last ?? "", open.value[path: path] ?? .null)
        let name = PartName.phrase(entry, Array(path.dropLast()))
        return DesignerFrame(open: open).page(
            Phrase(vi: "Chỉ áp dụng khi", en: "Only when"), at: "", lead: name,
            above: [(name, DesignerPaths.part(id, at: path))], notice: DesignerNotice.banner(request),
            problems: problems
        ) {
            Narrow {
                if let condition {
                    if !rule.isEmpty {
                        Inset {
                            if let words = open.rules.phrase(rule) { p(words) }
                            p { code(rule) }
                        }
                    }
                    form(condition)
                } else {
                    Banner(
                        .info,
                        Phrase(
                            vi: "Điều kiện này viết bằng công thức, không chọn từng phần được",
                            en: "This rule is written as a formula and cannot be chosen part by part")
                    ) {
                        p { code(rule) }
                        p {
                            a(
                                Phrase(vi: "Sửa công thức", en: "Change the formula"),
                                .href(DesignerPaths.part(id, at: path)))
                        }
                    }
                }
            }
        }
    }

    private func form(_ condition: Condition) -> Markup {
        postForm(to: DesignerPaths.condition(id)) {
            hiddenField("o", path.joined(separator: "/"))
            hiddenField("seen", String(open.draft.version))
            // Enter saves; the buttons that only show lists come after.
            button(
                .type("submit"), .name("do"), .value("save"), .class("unseen"), .tabindex(-1), .aria("hidden", "true"))
            Field(
                "joint",
                condition.comparisons.count > 1
                    ? Phrase(vi: "Cần thỏa mãn", en: "What must hold")
                    : Phrase(
                        vi: "Khi có nhiều điều kiện, cần thỏa mãn", en: "With several conditions, what must hold"),
                .choice(
                    sent?["joint"] ?? condition.joint.rawValue,
                    [
                        Choice("and", Phrase(vi: "Tất cả", en: "All of them")),
                        Choice("or", Phrase(vi: "Ít nhất một", en: "At least one")),
                    ]))
            for index in 0...condition.comparisons.count { row(index, condition) }
            ButtonRow {
                Button(
                    Phrase(vi: "Lưu điều kiện", en: "Save the condition"), name: "do", value: "save",
                    effect: Phrase(
                        vi: "Sau khi lưu có thêm một dòng trống.", en: "After saving there is one more empty line."))
            }
        }
    }

    private func row(_ index: Int, _ condition: Condition) -> Markup {
        let one = condition.comparisons.indices.contains(index) ? condition.comparisons[index] : nil
        let number = index + 1
        let field = sent?["field.\(index)"] ?? one?.field ?? ""
        // Values are chosen from a list where the answer has one.
        let known = answers.first { $0.name == field }
        let chosen = sent?["value.\(index)"] ?? (one?.field == field ? one?.value : nil)
        return fieldGroup(Phrase(vi: "Điều kiện \(number)", en: "Condition \(number)")) {
            Field(
                "field.\(index)", Phrase(vi: "Câu trả lời", en: "Answer"),
                .select(field, choices(field.isEmpty ? nil : field)), optional: one == nil)
            p {
                button(.class("as-link"), .type("submit"), .name("do"), .value("choose")) {
                    Phrase(vi: "Hiện các giá trị để chọn", en: "Show the values to choose from")
                    span(.class("unseen")) { Phrase(vi: ": điều kiện \(number)", en: ": condition \(number)") }
                }
            }
            Field(
                "sign.\(index)", Phrase(vi: "So sánh", en: "Comparison"),
                .select(sent?["sign.\(index)"] ?? one?.sign.rawValue ?? "=", Self.signs),
                optional: one == nil)
            if let known, !known.options.isEmpty {
                Field(
                    "value.\(index)", .comparedValue,
                    .select(chosen, known.options), optional: one == nil,
                    problem: problems["value.\(index)"])
            } else {
                Field(
                    "value.\(index)", .comparedValue,
                    .text(sent?["value.\(index)"] ?? chosen.map(ValueWords.shown) ?? ""),
                    help: Phrase(
                        vi: "Tên lựa chọn, “có”, “không”, một số, một ngày, hoặc “trống”.",
                        en: "The name of an option, “yes”, “no”, a number, a day, or “empty”."), optional: one == nil,
                    problem: problems["value.\(index)"])
            }
        }
    }

    private func choices(_ field: String?) -> [Choice] {
        let known = answers.map { Choice($0.name, $0.title) }
        guard let field, !answers.contains(where: { $0.name == field }) else { return known }
        return known + [Choice(field, Phrase(same: field))]
    }

    static let signs = [
        Choice("=", Phrase(vi: "là", en: "is")), Choice("!=", Phrase(vi: "không phải là", en: "is not")),
        Choice("<=", Phrase(vi: "nhiều nhất", en: "at most")), Choice("<", Phrase(vi: "dưới", en: "less than")),
        Choice(">=", Phrase(vi: "ít nhất", en: "at least")), Choice(">", Phrase(vi: "trên", en: "more than")),
    ]
}

extension Phrase {
    static let comparedValue = Phrase(vi: "Giá trị", en: "Value")
}
