import Foundation
import Kernel

/// One word as typed: folded for comparing, and with its marks when any were typed.
struct SearchWord: Hashable {
    /// Lower-case ASCII letters and digits.
    var folded: String
    /// The word with its marks, tone last, so that "hòa" and "hoà" are one; nil when none was typed.
    var marked: String?

    /// Whether what was typed can mean `other`: typed without marks it can mean any; typed with marks only the same.
    func canMean(_ other: SearchWord) -> Bool {
        folded == other.folded && (marked == nil || other.marked == nil || marked == other.marked)
    }
}

/// How texts and queries are split into the words that the index knows.
enum SearchWords {
    /// The words of a text in order.
    static func of(_ text: String) -> [SearchWord] {
        var words: [SearchWord] = []
        for piece in text.precomposedStringWithCanonicalMapping.lowercased().split(whereSeparator: { !isPart($0) }) {
            let folded = Folding.fold(String(piece))
            if folded.isEmpty { continue }
            let isPlain = piece.utf8.allSatisfy { $0 < 0x80 }
            for part in folded.split(separator: " ") {
                words.append(SearchWord(folded: String(part), marked: isPlain ? nil : marked(piece)))
            }
        }
        return words
    }

    static func folded(_ text: String) -> [String] { Folding.words(text).map(String.init) }

    private static func isPart(_ character: Character) -> Bool { character.isLetter || character.isNumber }

    /// Letters without tone, then the tone: the place of the tone mark in the syllable no longer matters.
    private static func marked(_ word: Substring) -> String {
        var letters = String.UnicodeScalarView()
        var tone: Unicode.Scalar?
        for scalar in String(word).decomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar.value {
            case 0x0300, 0x0301, 0x0303, 0x0309, 0x0323: tone = scalar
            default: letters.append(scalar)
            }
        }
        if let tone { letters.append(tone) }
        return String(letters)
    }
}
