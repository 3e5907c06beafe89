import Kernel

/// The words of the street beside the words of the decrees: what people type, and what the catalogue calls it.
///
/// The table is text, one translation a line: `typed, typed => written | written*0.5`. Weights say how sure the
/// translation is; `=>+` keeps the typed words beside it, `=>?` is a guess that gives way when something else is
/// asked for too ("mở công ty kiểm toán"). Braces stand for each of their choices in turn:
/// `{mất/đánh rơi} {bằng lái/gplx}` are four phrases, whose parts may stand apart and in any order.
struct Synonyms: Sendable {
    struct Meaning: Sendable {
        var words: [String]
        var weight: Float
    }

    /// What a line of the table says.
    struct Translation: Sendable {
        var meanings: [Meaning]
        /// Whether the typed words themselves still count beside the translation.
        var keepsWords: Bool
        /// Whether it counts less beside other wishes.
        var isGuess: Bool
    }

    struct Entry: Sendable {
        /// The parts of what is typed, each in one run.
        var parts: [[SearchWord]]
        var translation: Int
    }

    private(set) var entries: [Entry] = []
    private(set) var translations: [Translation] = []

    static let table = Synonyms([
        civilStatus, residenceAndIdentity, vehicles, landAndBuilding, businesses, insuranceAndTax, farming, justice,
        actions, everydayWords, tradesAndFamilies, frames, framesOfWork,
    ])

    init(_ tables: [String]) {
        for line in tables.joined(separator: "\n").split(separator: "\n") {
            let (keepsWords, isGuess) = (line.contains("=>+"), line.contains("=>?"))
            guard let arrow = line.firstRange(of: keepsWords ? "=>+" : isGuess ? "=>?" : "=>") else { continue }
            let meanings = line[arrow.upperBound...].split(separator: "|").map(Self.meaning)
            for typed in line[..<arrow.lowerBound].split(separator: ",") {
                for parts in Self.choices(typed) {
                    let parts = parts.map { SearchWords.of(String($0)) }.filter { !$0.isEmpty }
                    if !parts.isEmpty { entries.append(Entry(parts: parts, translation: translations.count)) }
                }
            }
            translations.append(Translation(meanings: meanings, keepsWords: keepsWords, isGuess: isGuess))
        }
    }

    /// Every word that a key holds; they are right as they are typed.
    var words: Set<String> { Set(entries.flatMap { $0.parts.flatMap { $0.map(\.folded) } }) }

    /// `{a/b} {c/d}` → a c, a d, b c, b d; without braces one phrase of one part.
    private static func choices(_ text: Substring) -> [[Substring]] {
        guard let open = text.firstIndex(of: "{"), let close = text.firstIndex(of: "}"), open < close else {
            return text.allSatisfy(\.isWhitespace) ? [[]] : [[text]]
        }
        let rest = choices(text[text.index(after: close)...])
        return text[text.index(after: open)..<close].split(separator: "/").flatMap { choice in
            rest.map { [choice] + $0 }
        }
    }

    private static func meaning(_ text: Substring) -> Meaning {
        let parts = text.split(separator: "*")
        let weight = parts.count > 1 ? Float(parts[1].filter { $0 != " " }) : nil
        return Meaning(words: SearchWords.folded(String(parts.first ?? "")), weight: weight ?? 1)
    }
}
