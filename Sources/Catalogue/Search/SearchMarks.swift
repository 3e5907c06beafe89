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
        var word = ""
        for character in name + "\0" {
            if character.isLetter || character.isNumber {
                word.append(character)
                continue
            }
            if !word.isEmpty {
                add(word, asked.contains(Folding.fold(word)))
                word = ""
            }
            if character != "\0" { gap.append(character) }
        }
        if !gap.isEmpty { add(plain: gap) }
        return pieces
    }
}
