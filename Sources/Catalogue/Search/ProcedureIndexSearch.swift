import Kernel

extension ProcedureIndex {
    /// The best answers first. Counts are of all answers, each filter's with the other filters kept.
    package func callAsFunction(_ search: ProcedureSearch) -> ProcedureSearch.Answer {
        let reading = QueryReading(search.text, vocabulary: vocabulary, table: table)
        var ranked = exact(search.text)
        if ranked.isEmpty {
            ranked =
                reading.concepts.isEmpty
                ? (SearchWords.of(search.text).isEmpty ? standingOrder.map { ($0, 0) } : []) : rank(reading)
        }
        var tally = FacetTally(search.filter)
        let passing = ranked.filter { tally.count(entries[Int($0.record)], isInternal: internals[Int($0.record)]) }
        let page = passing.dropFirst(search.offset).prefix(search.limit)
        return ProcedureSearch.Answer(
            hits: page.map { record, score in
                ProcedureSearch.Hit(entry: entries[Int(record)], score: (Double(score) * 1_000).rounded() / 1_000)
            },
            total: passing.count, facets: tally.facets, corrected: reading.corrected, words: marks(reading))
    }

    /// Words that stand in every fourth name mark nothing.
    private func marks(_ reading: QueryReading) -> Set<String> {
        Set(
            reading.words.filter { Int(vocabulary.frequency[Int($0)]) * 4 < entries.count + 16 }
                .map { vocabulary.words[Int($0)] })
    }

    private typealias Ranked = [(record: Int32, score: Float)]

    /// What has less than this share of the best score is no answer.
    private static let kept: Float = 0.3

    /// A code typed as it is written.
    private func exact(_ text: String) -> Ranked {
        let typed = text.filter { !$0.isWhitespace }
        guard let code = Procedure.Code(typed), let position = positions[code] else { return [] }
        return [(Int32(position), 100)]
    }

    // MARK: ranking

    private func rank(_ reading: QueryReading) -> Ranked {
        var totals = [Float](repeating: 0, count: entries.count)
        var covered = [Float](repeating: 0, count: entries.count)
        var sums = SearchSums(records: entries.count)
        var possible: Float = 0
        for concept in reading.concepts {
            let worth = concept.emphasis * (concept.wordings.map { self.worth($0) }.max() ?? 0)
            possible += worth
            for wording in concept.wordings { add(wording, to: &sums) }
            sums.drain { record, share in
                totals[record] += worth * share * share.squareRoot()
                covered[record] += worth * min(1, share * 1.3)
            }
        }
        for (a, b) in reading.neighbours {
            guard let postings = pairs[SearchVocabulary.pair(a, b)] else { continue }
            for (record, weight) in zip(postings.records, postings.weights) { totals[Int(record)] += 0.6 * weight }
        }
        guard possible > 0 else { return [] }
        var ranked: Ranked = []
        for record in totals.indices where totals[record] > 0 {
            let coverage = covered[record] / possible
            ranked.append((Int32(record), totals[record] * (0.4 + 0.6 * coverage) * priors[record]))
        }
        // The close look leaves at least half of a score (0.75 × 0.9 × 0.8), so that what is far below cannot come back:
        // most records that share one common word need not be sorted.
        let highest = ranked.lazy.map(\.score).max() ?? 0
        ranked.removeAll { $0.score < highest * Self.kept / 2 }
        ranked.sort { $0.score != $1.score ? $0.score > $1.score : $0.record < $1.record }
        refine(&ranked, reading)
        guard let top = ranked.first?.score else { return [] }
        return Array(ranked.prefix { $0.score >= top * Self.kept })
    }

    /// What a wording is worth: its rarest words, so that a long phrase does not drown a short one.
    private func worth(_ wording: QueryReading.Concept.Wording) -> Float {
        wording.weight * Set(wording.words).map { rarity[Int($0)] }.sorted(by: >).prefix(3).reduce(0, +)
    }

    /// Adds a wording's share (0 … 1 of what it can reach) to each record that has some of it; the best wording counts.
    private func add(_ wording: QueryReading.Concept.Wording, to sums: inout SearchSums) {
        var most: Float = 0
        for word in Set(wording.words) {
            most += words[Int(word)].most
            sums.add(words[Int(word)])
        }
        for (a, b) in zip(wording.words, wording.words.dropFirst()) {
            guard let postings = pairs[SearchVocabulary.pair(a, b)] else { continue }
            most += postings.most
            sums.add(postings)
        }
        sums.settle(most > 0 ? wording.weight / most : 0)
    }

    /// Looks closely at the first ones: how much of the name was asked for, the marks, special cases not asked for.
    private func refine(_ ranked: inout Ranked, _ reading: QueryReading) {
        let asked = reading.words
        let marks = Set(reading.marked.compactMap(\.marked))
        let count = min(80, ranked.count)
        for index in 0..<count {
            let record = Int(ranked[index].record)
            var mass: Float = 0
            var matched: Float = 0
            for word in names[record] {
                mass += rarity[Int(word)]
                if asked.contains(word) { matched += rarity[Int(word)] }
            }
            var factor = 0.75 + 0.25 * (mass > 0 ? matched / mass : 0)
            if !marks.isEmpty {
                let same = marks.filter { markedNames[record].contains($0) }.count
                factor *= 0.9 + 0.1 * Float(same) / Float(marks.count)
            }
            var mask = qualifiers[record]
            var special = 0
            while mask != 0 {
                let qualifier = mask.trailingZeroBitCount
                mask &= mask - 1
                if !qualifierWords[qualifier].allSatisfy(asked.contains) { special += 1 }
            }
            factor *= special == 0 ? 1 : special == 1 ? 0.88 : 0.8
            ranked[index].score *= factor
        }
        let head = ranked[..<count].sorted { $0.score != $1.score ? $0.score > $1.score : $0.record < $1.record }
        ranked.replaceSubrange(..<count, with: head)
    }
}
