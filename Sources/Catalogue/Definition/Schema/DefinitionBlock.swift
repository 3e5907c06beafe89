/// A block of a definition file with the keys that it may have and those that it must have.
///
/// The reader refuses what stands in none of these, and the schema for editors is made of them.
package struct DefinitionBlock: Sendable {
    package let name: String
    package let keys: [String]
    package let required: [String]

    private init(_ name: String, _ keys: [String], required: [String] = []) {
        self.name = name
        self.keys = keys
        self.required = required
    }

    static let service = DefinitionBlock(
        "service",
        [
            "service", "procedure", "effective_from", "title", "owners", "limit", "supplement", "result", "form",
            "papers", "fees", "fee_note", "steps", "offered_by", "channels",
            "messages", "registers",
        ],
        required: [
            "service", "procedure", "effective_from", "title", "owners", "limit", "result", "form", "papers", "steps",
        ])
    static let page = DefinitionBlock("page", ["title", "help", "when", "about", "use", "with", "fields"])
    static let question = DefinitionBlock(
        "question",
        [
            "kind", "label", "help", "required", "when", "options", "checks", "minimum", "maximum", "whole", "default",
            "filled_from", "locked", "value", "gives", "use", "with", "fields",
        ])
    static let option = DefinitionBlock("option", ["label", "when"], required: ["label"])
    static let check = DefinitionBlock("check", ["rule", "message"], required: ["rule", "message"])
    static let paper = DefinitionBlock(
        "paper",
        [
            "title", "originals", "copies", "required", "when", "form", "shown", "mandate", "accepts", "one_of",
            "reuse",
        ], required: ["title"])
    static let reuse = DefinitionBlock("reuse", ["as", "within"], required: ["as"])
    static let fee = DefinitionBlock(
        "fee", ["title", "amount", "when", "basis", "due", "refund", "table", "reductions"], required: ["title"])
    static let feeRow = DefinitionBlock("fee_row", ["title", "when", "amount"], required: ["amount"])
    static let reduction = DefinitionBlock(
        "reduction", ["title", "when", "percent", "amount", "proof", "basis"], required: ["title", "when"])
    static let limit = DefinitionBlock("limit", ["usual", "cases"], required: ["usual"])
    static let limitCase = DefinitionBlock("limit_case", ["when", "limit"], required: ["when", "limit"])
    static let supplement = DefinitionBlock("supplement", ["times", "clock", "within"])
    static let result = DefinitionBlock("result", ["title", "ways", "as", "template"], required: ["title"])
    static let resultTemplate = DefinitionBlock(
        "result_template", ["use", "with", "title", "about", "text", "variables", "signer", "recipients"],
        required: ["title", "text"])
    static let variable = DefinitionBlock("variable", ["rule", "gives", "written"], required: ["rule"])
    static let message = DefinitionBlock("message", ["text", "variables"], required: ["text"])
    static let register = DefinitionBlock("register", ["title", "series", "columns"], required: ["title", "columns"])
    static let column = DefinitionBlock("column", ["title", "rule", "gives"], required: ["title", "rule"])
    static let template = DefinitionBlock("template", ["use", "with"])
    static let step = DefinitionBlock(
        "step",
        [
            "title", "role", "official", "assign", "follow", "limit", "parallel", "join", "to", "clock", "timers",
            "acts",
        ],
        required: ["title", "role", "official", "acts"])
    static let assign = DefinitionBlock("assign", ["by", "unit"])
    static let branch = DefinitionBlock(
        "branch", ["title", "role", "limit", "at", "when", "answer", "service", "with", "papers"],
        required: ["title", "role"])
    static let timer = DefinitionBlock(
        "timer", ["after", "remind", "tell", "act", "note", "waiting"], required: ["after"])
    static let act = DefinitionBlock(
        "act",
        [
            "title", "kind", "to", "effect", "needs_note", "needs_result", "back", "when", "clock", "reason", "number",
            "by",
        ], required: ["title"])
    static let text = DefinitionBlock("text", ["vi", "en"], required: ["vi", "en"])

    /// Those of a definition file.
    package static let all = [
        service, page, question, option, check, paper, reuse, fee, feeRow, reduction, limit, limitCase, supplement,
        result, template, resultTemplate, variable, message, register, column, step, assign, branch, timer, act, text,
    ]
}
