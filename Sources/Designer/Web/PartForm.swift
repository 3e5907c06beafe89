import Catalogue
import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// The form of one part: its keys as fields, filled in from the draft or from what was sent.
struct PartForm {
    let kind: PartKind
    /// What the draft says of the part now; a question that is only its label stands for a block.
    let value: YAMLValue
    /// The steps of the service, for acts.
    let steps: [Choice]
    /// The papers of the service, for the proof of a reduction.
    var papers: [Choice] = []
    /// What may be chosen for a key, besides steps and papers.
    var chosen: [String: [Choice]] = [:]
    /// The step in which an act or a timer stands.
    let step: YAMLValue?
    /// What was sent, when it is shown again.
    var sent: FormValues?
    var problems: [FieldProblem] = []
    /// Leads to the page where a rule is chosen rather than typed.
    var chooser: (@Sendable (_ key: String) -> (Phrase, String)?)?

    init(_ kind: PartKind, _ value: YAMLValue, steps: [Choice] = [], step: YAMLValue? = nil) {
        self.kind = kind
        self.value = value.text.map { .map([.init(kind.nameKey, .text($0))]) } ?? value
        self.steps = steps
        self.step = step
    }

    @MarkupBuilder var fields: [Markup] {
        let asked = kind.keys.filter(isAsked)
        let folded = asked.filter { kind == .question && Self.filling.contains($0.key) }
        for key in asked {
            if key.key == folded.first?.key {
                fold(folded)
            } else if !folded.contains(where: { $0.key == key.key }) {
                field(key)
            }
        }
    }

    /// What stands in a question before anybody answers: asked by few, so it is folded until something is said.
    private static let filling = ["default", "filled_from", "locked"]

    private func fold(_ keys: [PartKey]) -> Disclosure {
        let names = keys.map(\.key)
        return Disclosure(
            Phrase(vi: "Điền sẵn, lấy từ sổ, khóa", en: "Filled in beforehand, from a register, locked"),
            open: names.contains { said($0) != nil }
                || problems.contains { problem in names.contains { problem.field.hasPrefix($0) } }
        ) {
            for key in keys { field(key) }
        }
    }

    @MarkupBuilder private func field(_ key: PartKey) -> [Markup] {
        switch key.kind {
        case .wording: wording(key)
        case .options: options(key)
        case .limit: limit(key)
        case .limitByCase: limitByCase(key)
        case .checks: checks(key)
        case .required: required(key)
        case .place: place(key)
        case .join: join(key)
        case .source, .service: source(key)
        case .long: long(key)
        case .longWording: longWording(key)
        case .lines: list(key)
        case .age: age(key)
        case .assignment: assignment(key)
        case .handed: handed(key)
        default: single(key)
        }
        if let (words, address) = chooser?(key.key) { p { a(words, .href(address)) } }
    }

    /// Whether a key means something for this part; what is written already is always asked, so that it can go.
    private func isAsked(_ key: PartKey) -> Bool {
        // A block where a word would do is left to the text.
        if case .choice = key.kind, said(key.key)?.entries != nil { return false }
        // The service there has nothing of the kind.
        if case .handed = key.kind, said(key.key) == nil, chosen["\(key.key).to"]?.isEmpty == true { return false }
        return said(key.key) != nil || Self.means(key.key, kind, value, step)
    }

    private static func means(_ key: String, _ kind: PartKind, _ value: YAMLValue, _ step: YAMLValue?) -> Bool {
        let word = value["kind"]?.text
        switch kind {
        case .question:
            // The kind of a question that uses a component is the component's.
            let answer = FieldKind(rawValue: word ?? "text")
            let isOwn = value["use"] == nil
            switch key {
            case "options": return answer == .choice
            case "kind": return isOwn
            case "minimum", "maximum":
                let bounded: [FieldKind] = [.text, .longText, .number, .money, .group, .table]
                return isOwn && (answer.map(bounded.contains) ?? true || (key == "maximum" && answer == .file))
            case "whole": return isOwn && answer == .number
            case "value", "gives": return answer == .computed
            case "checks": return isOwn && answer != .computed
            case "default", "filled_from", "locked":
                let several: [FieldKind] = [
                    .group, .table, .composite, .file, .computed, .signature, .landParcel, .bankAccount, .mapPoint,
                ]
                let places: [FieldKind] = [.province, .commune, .oldProvince, .oldDistrict, .oldCommune]
                return isOwn && !(answer.map((several + (key == "filled_from" ? places : [])).contains) ?? true)
            case "required": return answer != .computed
            default: return true
            }
        case .paper:
            // What is filled in, shown or authorises one case is never held from another.
            let isOwn = ["form", "shown", "mandate"].contains { value[$0]?.text == "true" }
            return !key.hasPrefix("reuse.") || !isOwn
        case .fee: return key != "amount" || value["table"] == nil
        case .step: return !["join", "to", "clock"].contains(key) || !(value["parallel"]?.keys.isEmpty ?? true)
        case .act:
            switch key {
            case "to": return !["supplement", "refuse", "give"].contains(word ?? "move")
            case "clock", "reason", "back": return (word ?? "move") == "move"
            case "number": return word == "finish"
            case "needs_result": return ["move", "finish"].contains(word ?? "move")
            default: return true
            }
        case .branch:
            let isCase = value["answer"]?.text == "case"
            return key == "role" ? !isCase : !["with", "papers"].contains(key) || isCase
        case .timer:
            let asks = step?["acts"]?.entries?.contains { $0.value["kind"]?.text == "supplement" } ?? false
            return key != "waiting" || asks
        default: return true
        }
    }

    /// What the part says under a key; one with dots stands in a block of the part: `result.title`.
    func said(_ key: String) -> YAMLValue? { value[path: key.split(separator: ".").map(String.init)] }

    private func now(_ key: String, _ name: String? = nil) -> String {
        if let sent { return sent[name ?? key] }
        return said(key)?.text ?? ""
    }

    // MARK: fields

    private func single(_ key: PartKey) -> Field {
        // Of radios one always holds.
        let isChosen = if case .choice = key.kind { true } else if case .flag = key.kind { true } else { false }
        return Field(
            key.key, key.title, control(key), help: key.help, optional: key.isOptional && !isChosen,
            problem: problems[key.key])
    }

    private func control(_ key: PartKey) -> Control {
        switch key.kind {
        case .choice(let choices): return .choice(now(key.key).isEmpty ? choices[0].value : now(key.key), choices)
        case .choices(let choices):
            let texts = said(key.key).map { $0.items?.compactMap(\.text) ?? [$0.text ?? ""] } ?? []
            return .checks(Set(sent?.all(key.key) ?? texts), choices)
        case .flag(let usual):
            let text = now(key.key)
            return .yesNo(sent != nil ? text == "yes" : text.isEmpty ? usual : text == "true")
        case .number: return .number(now(key.key))
        case .day:
            let text = now(key.key)
            return .date(sent == nil ? Day(text)?.phrase.vi ?? text : text)
        case .stepName: return .select(now(key.key), steps)
        case .paperName: return .select(now(key.key), papers)
        case .deed: return .choice(sent?[key.key] ?? TimerDeeds.of(value), TimerDeeds.choices(step))
        case .rule: return .longText(now(key.key), rows: 2)
        default: return .text(now(key.key))
        }
    }

    @MarkupBuilder private func wording(_ key: PartKey) -> [Markup] {
        let phrase = said(key.key).flatMap(Phrase.init(written:))
        let same = phrase.map { $0.vi == $0.en } ?? false
        fieldGroup(key.title, help: key.help) {
            div(.class("columns")) {
                Field(
                    "\(key.key).vi", Phrase(vi: "Tiếng Việt", en: "Vietnamese"),
                    .text(sent?["\(key.key).vi"] ?? phrase?.vi ?? ""),
                    optional: key.isOptional, problem: problems["\(key.key).vi"])
                Field(
                    "\(key.key).en", Phrase(vi: "Tiếng Anh", en: "English"),
                    .text(sent?["\(key.key).en"] ?? (same ? "" : phrase?.en ?? "")), optional: key.isOptional,
                    problem: problems["\(key.key).en"])
            }
        }
    }

    /// What an option is called: all that is written of it, or its `label` where a rule stands beside it.
    static func label(_ option: YAMLValue) -> Phrase? { Phrase(written: option["label"] ?? option) }

    @MarkupBuilder private func options(_ key: PartKey) -> [Markup] {
        let entries = said(key.key)?.entries ?? []
        fieldGroup(
            key.title,
            help: Phrase(
                vi: "Ít nhất hai. Xóa trắng cả hai ô để bỏ một lựa chọn; lưu để có thêm ô trống.",
                en: "At least two. Empty both boxes to drop one; save to get more empty ones.")
        ) {
            for (index, name) in (entries.map(\.key) + ["+1", "+2", "+3"]).enumerated() {
                let phrase = entries.first { $0.key == name }.flatMap { Self.label($0.value) }
                let number = index + 1
                div(.class("columns")) {
                    Field(
                        "options.\(name).vi", Phrase(vi: "Lựa chọn \(number)", en: "Option \(number)"),
                        .text(sent?["options.\(name).vi"] ?? phrase?.vi ?? ""), optional: name.hasPrefix("+"),
                        problem: problems["options.\(name).vi"])
                    Field(
                        "options.\(name).en",
                        Phrase(vi: "Lựa chọn \(number), tiếng Anh", en: "Option \(number) in English"),
                        .text(sent?["options.\(name).en"] ?? phrase?.en ?? ""), optional: name.hasPrefix("+"))
                }
            }
        }
    }

    static let units = [
        Choice("working_days", Phrase(vi: "ngày làm việc", en: "working days")),
        Choice("days", Phrase(vi: "ngày", en: "days")),
        Choice("hours", Phrase(vi: "giờ làm việc", en: "working hours")),
        Choice("months", Phrase(vi: "tháng", en: "months")),
    ]

    @MarkupBuilder func limit(_ key: PartKey) -> [Markup] {
        let whole = said(key.key)
        let words = (whole?.text ?? whole?["usual"]?.text ?? "").split(separator: " ").map(String.init)
        fieldGroup(key.title, help: key.help) {
            div(.class("columns")) {
                Field(
                    "\(key.key).value", Phrase(vi: "Số", en: "Number"),
                    .number(sent?["\(key.key).value"] ?? words.first ?? ""),
                    optional: key.isOptional, problem: problems["\(key.key).value"])
                Field(
                    "\(key.key).unit", Phrase(vi: "Đơn vị", en: "Unit"),
                    .select(sent?["\(key.key).unit"] ?? (words.count == 2 ? words[1] : "working_days"), Self.units))
            }
        }
    }

    @MarkupBuilder private func required(_ key: PartKey) -> [Markup] {
        let text = said(key.key)?.text ?? "true"
        let chosen = sent?[key.key] ?? (["true", "false"].contains(text) ? text : "rule")
        Field(
            key.key, key.title,
            .choice(
                chosen,
                [
                    Choice("true", Phrase(vi: "Bắt buộc", en: "Required")),
                    Choice("false", Phrase(vi: "Không bắt buộc", en: "Optional")),
                    Choice("rule", Phrase(vi: "Tùy điều kiện dưới đây", en: "By the rule below")),
                ]))
        Field(
            "\(key.key).rule", Phrase(vi: "Điều kiện bắt buộc", en: "Required when"),
            .text(sent?["\(key.key).rule"] ?? (["true", "false"].contains(text) ? "" : text)), optional: true,
            problem: problems["\(key.key).rule"])
    }
}
