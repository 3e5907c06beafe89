/// The table's phrases that a query holds. The parts of a phrase stand each in one run, in any order
/// ("bằng lái của tôi bị mất").
struct QueryPhrases {
    struct Match {
        var phrase: PhraseTable.Phrase
        var positions: [Int]

        var first: Int { positions.min() ?? 0 }
        var width: Int { (positions.max() ?? 0) - first }
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
                if phrase.words.allSatisfy(present.contains), let match = match(phrase) { matches.append(match) }
            }
        }
        // Longer phrases first; of equal ones the narrower, then the earlier.
        matches.sort { a, b in
            (b.phrase.count, a.width, a.first, a.phrase.translation)
                < (a.phrase.count, b.width, b.first, b.phrase.translation)
        }
        var taken = Set<Int>()
        for match in matches where taken.isDisjoint(with: match.positions) {
            taken.formUnion(match.positions)
            found[match.first] = match
        }
    }

    /// Gives way to what is longer: phrases that share a place with `span` are dropped, unless one is as long.
    mutating func yield(to span: Range<Int>) -> Bool {
        let touched = found.filter { $0.value.positions.contains(where: span.contains) }
        if touched.contains(where: { $0.value.phrase.count >= span.count }) { return false }
        for first in touched.keys { found[first] = nil }
        return true
    }

    private func match(_ phrase: PhraseTable.Phrase) -> Match? {
        var positions: [Int] = []
        for part in phrase.parts {
            guard let run = run(part, near: positions, reach: phrase.count + 3) else { return nil }
            positions += run
        }
        return isVague(phrase, positions) || isScattered(phrase, positions)
            ? nil : Match(phrase: phrase, positions: positions)
    }

    /// A part that is one particle without its marks ("de": để or dê, "cho": cho or chở) is no part when it stands alone.
    private func isScattered(_ phrase: PhraseTable.Phrase, _ positions: [Int]) -> Bool {
        guard phrase.parts.count > 1 else { return false }
        var start = 0
        for part in phrase.parts {
            defer { start += part.count }
            let position = positions[start]
            guard part.count == 1, slots[position].typed.marked == nil,
                FillerWords.particles.contains(slots[position].typed.folded)
            else { continue }
            if !positions.contains(position - 1), !positions.contains(position + 1) { return true }
        }
        return false
    }

    /// One part in one run of free places, the nearest to the parts before it; particles may stand in it.
    private func run(_ part: [SearchWord], near taken: [Int], reach: Int) -> [Int]? {
        var best: (distance: Int, run: [Int])?
        for start in slots.indices where means(slots[start], part[0]) {
            var run = [start]
            var position = start + 1
            for word in part.dropFirst() {
                if position < slots.count, !means(slots[position], word),
                    FillerWords.particles.contains(slots[position].typed.folded)
                {
                    position += 1
                }
                guard position < slots.count, means(slots[position], word) else { break }
                run.append(position)
                position += 1
            }
            guard run.count == part.count, !run.contains(where: taken.contains) else { continue }
            let distance = taken.map { abs($0 - start) }.min() ?? 0
            if distance <= reach, distance < best?.distance ?? .max { best = (distance, run) }
        }
        return best?.run
    }

    /// One syllable typed without its marks can be many words: "so" is sổ, số or sò. Alone it is taken for the table's.
    private func isVague(_ phrase: PhraseTable.Phrase, _ positions: [Int]) -> Bool {
        guard phrase.count == 1, slots.count > 1, let word = phrase.parts[0].first else { return false }
        // What no record says can only be the table's: "cuoi" is cưới.
        guard let id = vocabulary.ids[word.folded], vocabulary.frequency[Int(id)] > 0 else { return false }
        return word.marked != nil && slots[positions[0]].typed.marked == nil && !vocabulary.isVerb(word.folded)
    }

    private func means(_ slot: QueryReading.Slot, _ word: SearchWord) -> Bool {
        if slot.typed.folded == word.folded { return slot.typed.canMean(word) }
        return slot.candidates.contains { $0.weight > 0.5 && vocabulary.words[Int($0.id)] == word.folded }
    }
}
