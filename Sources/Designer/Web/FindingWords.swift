import Catalogue
import Kernel

/// Findings in the words of the designer: a key that the check names is called as the page calls its field.
enum FindingWords {
    /// - Parameter path: of the part that the finding concerns.
    static func phrase(_ phrase: Phrase, at path: [String]) -> Phrase {
        var (vi, en) = (phrase.vi, phrase.en)
        for (key, title) in titles(path) {
            vi = vi.replacing("khóa “\(key)”", with: "mục “\(title.vi)”")
            en = en.replacing("the key “\(key)”", with: "“\(title.en)”")
        }
        return Phrase(vi: vi, en: en)
    }

    private static func titles(_ path: [String]) -> [(String, Phrase)] {
        let kind = PartKind(path) ?? .general
        var titles = kind.keys.map { ($0.key, $0.title) } + kind.blocks.map { ($0.key, $0.kind.plural) }
        if kind == .general {
            titles += DraftSection.allCases.compactMap { section in
                section.keys[0].count == 1 ? (section.keys[0][0], section.title) : nil
            }
        }
        return titles
    }
}
