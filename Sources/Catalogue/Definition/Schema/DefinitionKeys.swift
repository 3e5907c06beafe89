import Foundation
import Kernel

/// What each key of a definition file holds and means; one that means different things in different blocks stands under
/// both names, as `paper.title`.
enum DefinitionKeys {
    /// A key's title, what it holds, and what is said of it besides.
    struct Line {
        let title: Phrase
        let shape: JSON
        let description: String?
    }

    private static func line(_ vi: String, _ en: String, _ shape: JSON, _ description: String? = nil) -> Line {
        Line(title: Phrase(vi: vi, en: en), shape: shape, description: description)
    }

    private static func named(_ block: String) -> JSON {
        .object([
            "type": "object", "propertyNames": ["$ref": "#/$defs/name"],
            "additionalProperties": .object(["$ref": .string("#/$defs/\(block)")]),
        ])
    }

    private static func words(_ words: [String]) -> JSON { .object(["enum": .array(words.map { .string($0) })]) }

    private static func list(of known: [String]) -> JSON {
        .object(["anyOf": .array([words(known), .object(["type": "array", "items": words(known)])])])
    }

    private static func whole(_ range: ClosedRange<Int>) -> JSON {
        .object([
            "type": "integer", "minimum": .number(.init(range.lowerBound)), "maximum": .number(.init(range.upperBound)),
        ])
    }

    private static let rule: JSON = ["$ref": "#/$defs/rule"]
    private static let wording: JSON = ["$ref": "#/$defs/wording"]
    private static let string: JSON = ["type": "string"]
    private static let boolean: JSON = ["type": "boolean"]
    private static let limit: JSON = ["anyOf": [["$ref": "#/$defs/duration"], ["$ref": "#/$defs/limit"]]]
    private static let bound = whole(-1_000_000_000_000...1_000_000_000_000)

    /// What a key of a block is called; one that no file has stays as it is.
    static func title(of key: String, in block: String) -> Phrase {
        (table["\(block).\(key)"] ?? table[key])?.title ?? Phrase(same: key)
    }

    static let table: [String: Line] = [
        "service": line(
            "Tên dịch vụ", "Name of the service", ["type": "string", "pattern": "^[a-z0-9-]{1,60}$"],
            "The file is called after it: dang-ky-tam-tru.yaml"),
        "procedure": line(
            "Mã thủ tục", "Procedure code", ["type": "string", "pattern": "^[0-9]\\.[0-9]{6}$"],
            "The code of the national catalogue, in quotation marks"),
        "effective_from": line(
            "Có hiệu lực từ", "In force from", ["type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"],
            "The first day of filing under this version"),
        "title": line("Tên", "Title", wording),
        "paper.title": line("Tên giấy tờ", "Title", string, "The law's own words, Vietnamese"),
        "result.title": line("Tên kết quả", "Title", string, "The law's own words, Vietnamese"),
        "owners": line(
            "Nộp cho ai", "For whom one may file", list(of: OwnerKind.allCases.map(\.rawValue)),
            "self, child, other (by mandate), household_business, organisation"),
        "offered_by": line(
            "Loại cơ quan", "Kinds of agency", list(of: ServiceDefinition.agencyKinds),
            "Which kinds of agency may offer it; all when absent"),
        "channels": line(
            "Cách nộp", "Channels", list(of: FilingChannel.allCases.map(\.rawValue)),
            "How it may be filed; all when absent"),
        "limit": line("Thời hạn giải quyết", "Limit", limit),
        "limit_case.limit": line("Thời hạn", "Limit", ["$ref": "#/$defs/duration"]),
        "supplement": line("Bổ sung hồ sơ", "Supplements", ["$ref": "#/$defs/supplement"]),
        "result": line("Kết quả", "Result", ["$ref": "#/$defs/result"]),
        "form": line("Biểu mẫu", "Form", named("page"), "Pages by name, one thing at a time"),
        "paper.form": line("Là biểu mẫu điện tử", "Is the electronic form", boolean),
        "papers": line("Thành phần hồ sơ", "Papers", named("paper"), "Papers by name"),
        "fees": line("Phí, lệ phí", "Fees", named("fee"), "Fees by name"),
        "fee_note": line(
            "Ghi chú về tiền", "Note about money", wording,
            "What is said of money besides, such as a charge that the province's council sets"),
        "steps": line(
            "Quy trình", "Steps",
            ["if": ["required": ["use"]], "then": ["$ref": "#/$defs/template"], "else": named("step")],
            "Steps by name, or use of a template; a filed dossier begins in the first"),
        "help": line("Hướng dẫn", "Help", wording),
        "when": line("Khi nào", "When", rule, "The part counts only where this rule holds"),
        "about": line("Hỏi về ai", "Whose details it asks", words(PageSubject.allCases.map(\.rawValue))),
        "use": line("Dùng phần chung", "Shared part", string, "The name of a component or step template"),
        "with": line(
            "Thay đổi", "Changes to the shared part", ["type": "object"], "A part that is ~ is left out"),
        "fields": line("Câu hỏi", "Questions", ["$ref": "#/$defs/fields"], "Questions by name"),
        "question.kind": line(
            "Loại câu hỏi", "Kind of question", words(FieldKind.allCases.map(\.rawValue)), "text when absent"),
        "act.kind": line(
            "Loại hành động", "Kind of act", words(Act.Kind.allCases.map(\.rawValue)), "move when absent"),
        "label": line("Nhãn", "Label", wording),
        "required": line("Bắt buộc", "Required", rule, "true when absent; a rule makes it depend"),
        "options": line(
            "Lựa chọn", "Options",
            [
                "type": "object", "propertyNames": ["$ref": "#/$defs/name"], "minProperties": 2,
                "additionalProperties": ["anyOf": [["$ref": "#/$defs/wording"], ["$ref": "#/$defs/option"]]],
            ], "Of the kind choice: the answers by name, each a wording, or a block with label and when"),
        "default": line("Điền sẵn", "Filled in beforehand", rule, "Stands in the field until somebody answers"),
        "filled_from": line(
            "Lấy từ sổ", "Filled from a register",
            ["type": "string", "pattern": "^[a-z][a-z0-9_]*\\.[a-z][a-z0-9_]*$"],
            "register.column of the agency's newest entry of the same owner; or entry_number, entered_on, result_number"
        ),
        "locked": line(
            "Khóa", "Locked", rule, "What came from the account or a register cannot be changed; a rule makes it depend"
        ),
        "value": line("Công thức", "Rule of the value", rule, "Of the kind computed: shown and stored, never typed"),
        "gives": line(
            "Cho ra", "What it gives", words(FieldKind.computable.map(\.rawValue)),
            "Of the kind computed; number when absent"),
        "checks": line(
            "Kiểm tra", "Checks", ["type": "array", "items": ["$ref": "#/$defs/check"]],
            "The answer is refused when a rule gives false"),
        "minimum": line("Tối thiểu", "Minimum", bound, "Of texts the length, of groups the entries, else the value"),
        "maximum": line("Tối đa", "Maximum", bound, "Of texts the length, of groups the entries, else the value"),
        "whole": line("Số nguyên", "Whole number", boolean),
        "rule": line("Điều kiện", "Rule", rule, "value is the answer, this what stands around the question"),
        "message": line("Thông báo", "Message", wording, "Said when the answer is refused"),
        "originals": line("Số bản chính", "Originals", whole(0...99), "1 when neither originals nor copies are given"),
        "copies": line("Số bản sao", "Copies", whole(0...99)),
        "shown": line("Xuất trình", "Only shown", boolean, "Shown at the counter rather than handed in"),
        "mandate": line(
            "Văn bản ủy quyền", "Authorisation document", boolean,
            "Belongs to cases filed by authorisation and is required there"),
        "accepts": line(
            "Dạng giấy tờ được nhận", "Forms in which it is taken", list(of: PaperForm.allCases.map(\.rawValue)),
            "Every form when absent"),
        "one_of": line(
            "Nhóm chọn một", "One of", ["$ref": "#/$defs/name"], "Of the papers with the same word one is enough"),
        "reuse": line(
            "Dùng lại giấy tờ đã có", "Used again", ["$ref": "#/$defs/reuse"],
            "Not asked for again where the agency holds one of the same word"),
        "as": line(
            "Tên chung của loại giấy tờ", "Common name of the kind of paper", ["$ref": "#/$defs/name"],
            "The same word names the same kind of paper, or result, across services"),
        "reuse.within": line(
            "Không cũ hơn", "Not older than",
            ["type": "string", "pattern": "^(1000|[1-9][0-9]{0,2}) (days|months|years)$"],
            "However old when absent"),
        "amount": line("Số tiền", "Amount", rule, "A rule that gives đồng"),
        "table": line(
            "Bảng mức thu", "Fee table", ["type": "array", "items": ["$ref": "#/$defs/fee_row"], "minItems": 1],
            "In the place of amount: rows of which the first that holds counts"),
        "reductions": line(
            "Miễn, giảm", "Exemptions and reductions", named("reduction"),
            "By name; the first that holds counts"),
        "percent": line("Giảm phần trăm", "Percent off", whole(1...100), "100 is an exemption"),
        "proof": line(
            "Giấy tờ chứng minh", "Paper that proves it", ["$ref": "#/$defs/name"],
            "A paper of the dossier; required where the reduction holds"),
        "basis": line("Căn cứ", "Basis", ["type": ["string", "number"]], "The text that sets it: 85/2019/TT-BTC"),
        "due": line(
            "Nộp lúc nào", "When it is due", words(FeeTime.allCases.map(\.rawValue)),
            "result when absent: before the result is handed over"),
        "refund": line(
            "Hoàn trả", "Given back or not", words(FeeRefund.allCases.map(\.rawValue)),
            "When the case is refused or withdrawn; needed where the fee is due at reception"),
        "usual": line("Thông thường", "Usually", ["$ref": "#/$defs/duration"]),
        "cases": line(
            "Trường hợp", "Cases", ["type": "array", "items": ["$ref": "#/$defs/limit_case"]],
            "The first whose rule holds counts"),
        "times": line("Số lần", "Times", whole(0...9), "How often the applicant may be asked for supplements"),
        "clock": line("Tính lại thời hạn", "Clock", words(["restart", "resume"])),
        "ways": line("Cách nhận", "Ways to receive it", list(of: ["counter", "post", "online"])),
        "role": line("Ai làm", "Who works it", words(DefinitionReading.roles)),
        "official": line("Mã trạng thái", "Official state", whole(1...10), "As the national portal knows it"),
        "acts": line("Hành động", "Acts", named("act"), "Acts by name"),
        "assign": line(
            "Giao việc", "Given to",
            ["anyOf": [words(StepAssignment.Way.allCases.map(\.rawValue)), ["$ref": "#/$defs/assign"]]],
            "To whoever has the fewest open cases, or in turn; whoever takes it when absent"),
        "assign.by": line("Giao cho", "Given to", words(StepAssignment.Way.allCases.map(\.rawValue))),
        "assign.unit": line(
            "Đơn vị", "Unit", rule, "Gives the code of a unit of the agency, whole or from its point on (.05)"),
        "follow": line(
            "Theo dõi", "Followed by", list(of: DefinitionReading.roles), "Sees the case, has nothing to do"),
        "act.by": line(
            "Ai thực hiện", "Done by", words(Act.Doer.allCases.map(\.rawValue)),
            "timer: by the system alone, when the time has come"),
        "step.clock": line("Đồng hồ", "Clock", words(["resume"]), "Goes on when the branches have answered"),
        "parallel": line("Việc song song", "Beside each other", named("branch"), "Branches by name"),
        "join": line(
            "Khi nào đủ", "When it is enough",
            ["anyOf": [words(["all", "any"]), whole(1...99)]], "all when absent; any, or how many must have answered"),
        "step.to": line(
            "Đến bước", "Next step", ["$ref": "#/$defs/name"], "Where the case goes when the branches have answered"),
        "at": line(
            "Nơi trả lời", "Where it is answered", string,
            "The code of an agency or unit, or chosen; the case's own agency when absent"),
        "answer": line(
            "Trả lời", "Answer", words(StepBranch.Answer.allCases.map(\.rawValue)),
            "opinion when absent; case: a case of its own at another agency"),
        "branch.service": line(
            "Dịch vụ của hồ sơ con", "Service of the child case", ["type": "string", "pattern": "^[a-z0-9-]{1,60}$"],
            "The definition under which the other agency works it"),
        "branch.with": line(
            "Câu trả lời chuyển sang", "Answers handed over",
            [
                "type": "object", "propertyNames": ["pattern": "^[a-z][a-z0-9_]*\\.[a-z][a-z0-9_]*$"],
                "additionalProperties": ["$ref": "#/$defs/rule"],
            ], "page.question of the child's form with a rule; what has the same name here needs none"),
        "branch.papers": line(
            "Giấy tờ chuyển sang", "Papers handed over",
            [
                "type": "object", "propertyNames": ["$ref": "#/$defs/name"],
                "additionalProperties": ["$ref": "#/$defs/name"],
            ], "The child's paper with the paper here, or result; what has the same name here needs none"),
        "timers": line("Hẹn giờ", "Timers", named("timer"), "Timers by name"),
        "after": line("Sau", "After", ["$ref": "#/$defs/duration"]),
        "remind": line("Nhắc việc", "Reminds", boolean, "Marks the task of whoever has the case"),
        "tell": line("Báo cho", "Tells", words(["head", "leader"])),
        "timer.act": line("Tự thực hiện", "Does by itself", ["$ref": "#/$defs/name"], "An act of the step"),
        "note": line("Nội dung", "Note", wording, "What is written with the act"),
        "waiting": line("Khi chờ bổ sung", "While waiting", boolean, "Counted from a request for supplements"),
        "act.clock": line(
            "Đồng hồ", "Clock", words(ClockChange.allCases.map(\.rawValue)), "What becomes of the legal limit"),
        "reason": line("Lý do dừng", "Why it stops", wording, "As the applicant reads it"),
        "number": line(
            "Lấy số", "Numbers the result", ["type": "string", "pattern": "^[^\\s/|]{1,30}$"],
            "The series; numbers run within a year at one agency without gaps"),
        "within": line(
            "Yêu cầu trong", "Asked within", ["$ref": "#/$defs/duration"], "Counted from reception"),
        "to": line("Đến bước", "Next step", ["$ref": "#/$defs/name"]),
        "effect": line("Tác dụng", "Effect", wording, "Said before the act is pressed"),
        "needs_note": line("Cần ghi ý kiến", "Needs a note", boolean),
        "needs_result": line("Cần kết quả", "Needs the result", boolean),
        "back": line("Trả lại", "Goes back", boolean),
        "template": line(
            "Mẫu kết quả", "Template of the result", ["$ref": "#/$defs/result_template"],
            "The text of the paper, with places for what the case decides"),
        "result_template.title": line("Tên văn bản", "Title of the paper", string, "As it is printed, Vietnamese"),
        "result_template.about": line("Trích yếu", "What it is about", string, "Below the title; may hold {{name}}"),
        "result_template.text": line(
            "Nội dung", "Text", string,
            "A line is a paragraph; {{name}} a value; {{#name}}…{{/name}} only where it holds"),
        "message.text": line("Nội dung", "Text", wording, "Added to what the applicant is told; may hold {{name}}"),
        "variables": line(
            "Biến", "Variables",
            .object([
                "type": "object", "propertyNames": ["$ref": "#/$defs/name"],
                "additionalProperties": ["anyOf": [["$ref": "#/$defs/rule"], ["$ref": "#/$defs/variable"]]],
            ]), "By name: a rule, or a block with rule, gives and written"),
        "variable.rule": line("Công thức", "Rule", rule, "Over the answers and facts of the case"),
        "column.rule": line("Công thức", "Rule", rule, "Over the answers and facts of the case"),
        "variable.gives": line(
            "Cho ra", "What it gives", words(FieldKind.computable.map(\.rawValue)),
            "When absent, what the question or the rule gives"),
        "column.gives": line(
            "Cho ra", "What it gives", words(FieldKind.computable.map(\.rawValue)), "text when absent"),
        "written": line(
            "Cách viết", "How it is written", words(TextVariable.Manner.allCases.map(\.rawValue)),
            "long: a date as papers write it; words: an amount or number as it is read"),
        "signer": line("Chức vụ người ký", "Office of the signer", string, "As it stands above the signature"),
        "recipients": line(
            "Nơi nhận", "Recipients", ["anyOf": [string, ["type": "array", "items": string]]]),
        "messages": line(
            "Tin báo", "Messages",
            .object([
                "type": "object", "propertyNames": words(MessageRule.Event.allCases.map(\.rawValue)),
                "additionalProperties": ["$ref": "#/$defs/message"],
            ]), "What is added to the messages that the applicant gets, by event"),
        "registers": line(
            "Sổ", "Registers", named("register"), "By name; every finished case is entered"),
        "series": line(
            "Ký hiệu số", "Sign of the numbers", ["type": "string", "pattern": "^[^\\s/|]{1,30}$"],
            "Behind the numbers of the entries"),
        "columns": line("Cột", "Columns", named("column"), "By name"),
        "vi": line("Tiếng Việt", "Vietnamese", string),
        "en": line("Tiếng Anh", "English", string),
    ]
}
