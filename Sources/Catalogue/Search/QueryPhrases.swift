/// The table's phrases that a query holds: in one run first, then with their words apart or in another order
/// ("bằng lái của tôi bị mất").
struct QueryPhrases {
    struct Match {
        var phrase: PhraseTable.Phrase
        var positions: [Int]

        var width: Int { (positions.max() ?? 0) - (positions.min() ?? 0) }
    }

    /// By the position of the first word of the match.
    private(set) var found: [Int: Match] = [:]

    private let slots: [QueryReading.Slot]
    private let vocabulary: SearchVocabulary

    init(_ slots: [QueryReading.Slot], _ vocabulary: SearchVocabulary, _ table: PhraseTable) {
        self.slots = slots
        self.vocabulary = vocabulary
        let present = Set(slots.flatMap { $0.candidates.filter { $0.weight > 0.5 }.map(\.id) })
        var matches: [Match] = []
        for word in present {
            for index in table.byWord[word] ?? [] {
                let phrase = table.phrases[Int(index)]
                guard phrase.words.allSatisfy(present.contains) else { continue }
                if let match = run(phrase) ?? scattered(phrase) { matches.append(match) }
            }
        }
        // Longer phrases first; of equal ones, the unbroken one, then the earlier one.
        matches.sort { a, b in
            (b.phrase.key.count, a.width, a.positions[0], a.phrase.translation)
                < (a.phrase.key.count, b.width, b.positions[0], b.phrase.translation)
        }
        var taken = Set<Int>()
        for match in matches where taken.isDisjoint(with: match.positions) {
            taken.formUnion(match.positions)
            found[match.positions.min() ?? 0] = match
        }
    }

    /// The phrase in one run; particles may stand in it.
    private func run(_ phrase: PhraseTable.Phrase) -> Match? {
        for start in slots.indices where means(slots[start], phrase.key[0]) {
            var positions = [start]
            var position = start + 1
            for word in phrase.key.dropFirst() {
                if position < slots.count, !means(slots[position], word),
                    FillerWords.particles.contains(slots[position].typed.folded)
                {
                    position += 1
                }
                guard position < slots.count, means(slots[position], word) else { break }
                positions.append(position)
                position += 1
            }
            if positions.count == phrase.key.count, !isVague(phrase, positions) {
                return Match(phrase: phrase, positions: positions)
            }
        }
        return nil
    }

    /// Phrases of three words and more whose words all stand near, in any order.
    private func scattered(_ phrase: PhraseTable.Phrase) -> Match? {
        guard phrase.key.count >= 3 else { return nil }
        var best: Match?
        for start in slots.indices where means(slots[start], phrase.key[0]) {
            let reach = max(0, start - phrase.key.count - 3)..<min(slots.count, start + phrase.key.count + 4)
            var positions = [start]
            for word in phrase.key.dropFirst() {
                // The nearest free place, forwards before backwards.
                let free = reach.filter { !positions.contains($0) && means(slots[$0], word) }
                let last = positions[positions.count - 1]
                guard let position = free.min(by: { Self.distance($0, last) < Self.distance($1, last) }) else { break }
                positions.append(position)
            }
            guard positions.count == phrase.key.count else { continue }
            let match = Match(phrase: phrase, positions: positions)
            if match.width < best?.width ?? .max { best = match }
        }
        return best
    }

    private static func distance(_ a: Int, _ b: Int) -> Int { a > b ? a - b : (b - a) * 2 }

    /// One syllable typed without its marks can be many words: "so" is sổ, số or sò. Alone it is taken for the table's.
    private func isVague(_ phrase: PhraseTable.Phrase, _ positions: [Int]) -> Bool {
        phrase.key.count == 1 && phrase.key[0].marked != nil && slots.count > 1
            && slots[positions[0]].typed.marked == nil && !vocabulary.isVerb(phrase.key[0].folded)
    }

    private func means(_ slot: QueryReading.Slot, _ word: SearchWord) -> Bool {
        if slot.typed.folded == word.folded { return slot.typed.canMean(word) }
        return slot.candidates.contains { $0.weight > 0.5 && vocabulary.words[Int($0.id)] == word.folded }
    }
}
