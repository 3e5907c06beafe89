import Kernel

/// A name cut into what was looked for and what was not, for marking search hits.
enum SearchMarks {
    struct Piece: Equatable {
        var text: String
        var isAsked: Bool
    }

    /// The pieces joined are the name again. Neighbouring words that were asked for are one piece.
    static func pieces(of name: String, asked: Set<String>) -> [Piece] {
        guard !asked.isEmpty else { return [Piece(text: name, isAsked: false)] }
        var pieces: [Piece] = []
        var gap = ""
        func add(_ text: String, _ isAsked: Bool) {
            if let last = pieces.last, last.isAsked == isAsked {
                pieces[pieces.count - 1].text += gap + text
            } else if isAsked || pieces.isEmpty {
                if !gap.isEmpty { add(plain: gap) }
                pieces.append(Piece(text: text, isAsked: isAsked))
            } else {
                pieces.append(Piece(text: gap + text, isAsked: isAsked))
            }
            gap = ""
        }
        func add(plain text: String) {
            if let last = pieces.last, !last.isAsked {
                pieces[pieces.count - 1].text += text
            } else {
                pieces.append(Piece(text: text, isAsked: false))
            }
        }
        // By scalars: telling characters apart cost a tenth of a page of results.
        var rest = name.unicodeScalars[...]
        while let first = rest.first {
            let isWord = isPart(first)
            let run = rest.prefix { isPart($0) == isWord }
            rest = rest[run.endIndex...]
            let text = String(run)
            if isWord { add(text, asked.contains(Folding.fold(text))) } else { gap = text }
        }
        if !gap.isEmpty { add(plain: gap) }
        return pieces
    }

    /// Whether it is a letter, a mark on one, or a digit.
    private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case 0x00...0x7F, 0xD7, 0xF7: false
        case 0xC0...0x24F, 0x300...0x36F, 0x1E00...0x1EFF: true
        default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }
    }
}
