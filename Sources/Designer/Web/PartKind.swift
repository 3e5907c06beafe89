import Catalogue
import DesignSystem
import Kernel

/// What kind of part of a definition a path leads to, with the keys that its page edits.
enum PartKind: Sendable, Equatable {
    case general, page, question, paper, fee, reduction, step, act, branch, timer
    case template, variable, message, register, column

    init?(_ path: [String]) {
        switch (path.first, path.count) {
        case (nil, _): self = .general
        case ("form", 2): self = .page
        case ("papers", 2): self = .paper
        case ("fees", 2): self = .fee
        case ("fees", 4) where path[2] == "reductions": self = .reduction
        case ("steps", 2): self = .step
        case ("steps", 4) where path[2] == "acts": self = .act
        case ("steps", 4) where path[2] == "parallel": self = .branch
        case ("steps", 4) where path[2] == "timers": self = .timer
        case ("result", 2) where path[1] == "template": self = .template
        case ("result", 4) where path[1] == "template" && path[2] == "variables": self = .variable
        // What a service reads into a variable of a shared template.
        case ("result", 5) where path[1..<4] == ["template", "with", "variables"]: self = .variable
        case ("messages", 2): self = .message
        case ("messages", 4) where path[2] == "variables": self = .variable
        case ("registers", 2): self = .register
        case ("registers", 4) where path[2] == "columns": self = .column
        case ("form", let count) where count > 3 && count % 2 == 0:
            guard stride(from: 2, to: count, by: 2).allSatisfy({ path[$0] == "fields" }) else { return nil }
            self = .question
        default: return nil
        }
    }

    var title: Phrase {
        switch self {
        case .general: Phrase(vi: "Thông tin chung", en: "General")
        case .page: Phrase(vi: "Trang", en: "Page")
        case .question: Phrase(vi: "Câu hỏi", en: "Question")
        case .paper: Phrase(vi: "Giấy tờ", en: "Paper")
        case .fee: Phrase(vi: "Khoản phí", en: "Fee")
        case .reduction: Phrase(vi: "Miễn, giảm", en: "Exemption or reduction")
        case .step: Phrase(vi: "Bước", en: "Step")
        case .act: Phrase(vi: "Hành động", en: "Act")
        case .branch: Phrase(vi: "Nhánh lấy ý kiến", en: "Branch asked for an opinion")
        case .timer: Phrase(vi: "Hẹn giờ", en: "Timer")
        case .template: Phrase(vi: "Mẫu kết quả", en: "Template of the result")
        case .variable: Phrase(vi: "Biến", en: "Variable")
        case .message: Phrase(vi: "Tin báo", en: "Message")
        case .register: Phrase(vi: "Sổ", en: "Register")
        case .column: Phrase(vi: "Cột", en: "Column")
        }
    }

    /// The key whose text names the part.
    var nameKey: String { self == .question ? "label" : self == .variable ? "rule" : "title" }

    /// The blocks of parts inside it that are edited on pages of their own.
    var blocks: [(key: String, kind: PartKind)] {
        switch self {
        case .page, .question: [("fields", .question)]
        case .fee: [("reductions", .reduction)]
        case .step: [("acts", .act), ("parallel", .branch), ("timers", .timer)]
        case .template, .message: [("variables", .variable)]
        case .register: [("columns", .column)]
        default: []
        }
    }

    /// What a list of such parts is called.
    var plural: Phrase {
        switch self {
        case .reduction: Phrase(vi: "Miễn, giảm", en: "Exemptions and reductions")
        case .act: Phrase(vi: "Hành động", en: "Acts")
        case .branch: Phrase(vi: "Lấy ý kiến song song", en: "Opinions in parallel")
        case .timer: Phrase(vi: "Hẹn giờ", en: "Timers")
        case .variable: Phrase(vi: "Biến của văn bản", en: "Variables of the text")
        case .column: Phrase(vi: "Các cột của sổ", en: "Columns of the register")
        case .register: Phrase(vi: "Vào sổ", en: "Registers")
        case .message: Phrase(vi: "Tin báo thêm", en: "Added messages")
        default: Phrase(vi: "Câu hỏi", en: "Questions")
        }
    }

    var keys: [PartKey] {
        switch self {
        case .general: Self.generalKeys
        case .page: Self.pageKeys
        case .question: Self.questionKeys
        case .paper: Self.paperKeys
        case .fee: Self.feeKeys
        case .reduction: Self.reductionKeys
        case .step: Self.stepKeys
        case .act: Self.actKeys
        case .branch: Self.branchKeys
        case .timer: Self.timerKeys
        case .template: Self.templateKeys
        case .variable: Self.variableKeys
        case .message: Self.messageKeys
        case .register: Self.registerKeys
        case .column: Self.columnKeys
        }
    }
}
