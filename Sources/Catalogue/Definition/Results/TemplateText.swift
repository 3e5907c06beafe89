import Kernel

/// A text with placeholders: `{{name}}` stands for a value, `{{#name}}…{{/name}}` is there only where the value is true or
/// known, `{{^name}}…{{/name}}` only where it is not.
struct TemplateText: Sendable {
    indirect enum Piece: Sendable {
        case words(String)
        case value(String)
        case section(String, isInverted: Bool, [Piece])
    }

    /// One use of a name, with the sections around it.
    struct Mark: Sendable {
        let name: String
        let line: Int
        let column: Int
        let isSection: Bool
        let around: [(name: String, isInverted: Bool)]
    }

    /// What is wrong with the text itself.
    struct Fault: Sendable {
        let line: Int
        let column: Int
        let message: Phrase
        let proposal: Phrase?
    }

    private(set) var pieces: [Piece] = []
    private(set) var marks: [Mark] = []
    private(set) var faults: [Fault] = []

    private struct Open {
        let name: String
        let isInverted: Bool
        let line: Int
        let column: Int
        var pieces: [Piece]
    }

    init(_ text: String) {
        var open = [Open(name: "", isInverted: false, line: 1, column: 1, pieces: [])]
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { open[open.count - 1].pieces.append(.words("\n")) }
            read(line, at: index + 1, &open)
        }
        while open.count > 1 {
            let section = open.removeLast()
            faults.append(
                Fault(
                    line: section.line, column: section.column,
                    message: Phrase(
                        vi: "đoạn “{{#\(section.name)}}” không có chỗ kết thúc",
                        en: "the part “{{#\(section.name)}}” has no end"),
                    proposal: Phrase(vi: "thêm {{/\(section.name)}}", en: "add {{/\(section.name)}}")))
            open[open.count - 1].pieces += section.pieces
        }
        pieces = open[0].pieces
    }

    private mutating func read(_ line: Substring, at number: Int, _ open: inout [Open]) {
        var rest = line
        while let start = rest.firstRange(of: "{{") {
            if start.lowerBound > rest.startIndex {
                open[open.count - 1].pieces.append(.words(String(rest[..<start.lowerBound])))
            }
            let column = line.distance(from: line.startIndex, to: start.lowerBound) + 1
            guard let end = rest[start.upperBound...].firstRange(of: "}}") else {
                fault(
                    number, column,
                    Phrase(vi: "“{{” không có “}}” trên cùng dòng", en: "“{{” has no “}}” on its line"), nil)
                return
            }
            tag(String(rest[start.upperBound..<end.lowerBound]).trimmingWhiteSpace, number, column, &open)
            rest = rest[end.upperBound...]
        }
        if !rest.isEmpty { open[open.count - 1].pieces.append(.words(String(rest))) }
    }

    private mutating func tag(_ tag: String, _ line: Int, _ column: Int, _ open: inout [Open]) {
        let sign = tag.first.flatMap { "#^/".contains($0) ? $0 : nil }
        let name = String(sign == nil ? tag[...] : tag.dropFirst()).trimmingWhiteSpace
        guard DefinitionReading.isName(name) else {
            fault(
                line, column, Phrase(vi: "“{{\(tag)}}” không phải tên biến", en: "“{{\(tag)}}” names no variable"),
                Phrase(
                    vi: "chữ thường không dấu, chữ số và dấu gạch dưới: {{ngay_sinh}}",
                    en: "lower-case letters, digits and underscores: {{birth_day}}"))
            return
        }
        if sign == "/" {
            guard open.count > 1, open[open.count - 1].name == name else {
                fault(
                    line, column,
                    Phrase(vi: "“{{/\(name)}}” không kết thúc đoạn nào", en: "“{{/\(name)}}” ends nothing"),
                    open.count > 1
                        ? Phrase(
                            vi: "đoạn đang mở là “\(open[open.count - 1].name)”",
                            en: "the part that is open is “\(open[open.count - 1].name)”") : nil)
                return
            }
            let section = open.removeLast()
            open[open.count - 1].pieces.append(.section(name, isInverted: section.isInverted, section.pieces))
            return
        }
        let around = open.dropFirst().map { (name: $0.name, isInverted: $0.isInverted) }
        marks.append(Mark(name: name, line: line, column: column, isSection: sign != nil, around: Array(around)))
        if sign == nil {
            open[open.count - 1].pieces.append(.value(name))
        } else {
            open.append(Open(name: name, isInverted: sign == "^", line: line, column: column, pieces: []))
        }
    }

    private mutating func fault(_ line: Int, _ column: Int, _ message: Phrase, _ proposal: Phrase?) {
        faults.append(Fault(line: line, column: column, message: message, proposal: proposal))
    }
}
