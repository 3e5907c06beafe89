/// The table of synonyms with its words numbered, found by the rarest word of each phrase.
struct PhraseTable: Sendable {
    struct Phrase: Sendable {
        var parts: [[SearchWord]]
        var words: [Int32]
        var translation: Int

        var count: Int { words.count }
    }

    struct Translation: Sendable {
        var meanings: [(words: [Int32], weight: Float)]
        var keepsWords: Bool
        var isGuess: Bool
    }

    let phrases: [Phrase]
    let translations: [Translation]
    /// Phrases by their rarest word.
    let byWord: [Int32: [Int32]]

    init(_ synonyms: Synonyms, _ vocabulary: SearchVocabulary) {
        phrases = synonyms.entries.map { entry in
            Phrase(
                parts: entry.parts, words: entry.parts.joined().compactMap { vocabulary.ids[$0.folded] },
                translation: entry.translation)
        }
        translations = synonyms.translations.map { translation in
            Translation(
                meanings: translation.meanings.map { meaning in
                    (meaning.words.compactMap { vocabulary.ids[$0] }, meaning.weight)
                }, keepsWords: translation.keepsWords, isGuess: translation.isGuess)
        }
        var uses: [Int32: Int] = [:]
        for phrase in phrases { for word in Set(phrase.words) { uses[word, default: 0] += 1 } }
        var byWord: [Int32: [Int32]] = [:]
        for (index, phrase) in phrases.enumerated() {
            guard let rarest = phrase.words.min(by: { (uses[$0] ?? 0, $0) < (uses[$1] ?? 0, $1) }) else { continue }
            byWord[rarest, default: []].append(Int32(index))
        }
        self.byWord = byWord
    }
}
