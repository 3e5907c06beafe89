/// What was typed, understood: the things asked for, each with the words it may be written in.
struct QueryReading {
    /// One thing asked for. A record answers it by the best of its wordings.
    struct Concept {
        struct Wording {
            var words: [Int32]
            var weight: Float
        }

        var wordings: [Wording]
        /// How much of it counts: less for what is said in passing ("… để con đi học").
        var emphasis: Float
    }

    var concepts: [Concept] = []
    /// Neighbours as typed, which count a little more when they are neighbours in the record.
    var neighbours: [(Int32, Int32)] = []
    /// The words typed with marks, for preferring records that have exactly them.
    var marked: [SearchWord] = []
    /// Words of the query that were read differently from how they were typed.
    var corrected = false

    /// Every word that any wording holds.
    var words: Set<Int32> { Set(concepts.flatMap { $0.wordings.flatMap(\.words) }) }

    /// One word of the query.
    struct Slot {
        var typed: SearchWord
        /// What it may be, best first.
        var candidates: [(id: Int32, weight: Float)]
    }

    init(_ text: String, vocabulary: SearchVocabulary, table: PhraseTable) {
        let endsOpen = text.last?.isLetter == true
        let typed = Array(SearchWords.of(text).prefix(24))
        marked = typed.filter { $0.marked != nil }
        var slots: [Slot] = []
        for (index, word) in typed.enumerated() {
            let isLast = index == typed.count - 1 && endsOpen
            slots.append(
                contentsOf: Self.slots(
                    word, after: slots.last?.candidates.first?.id,
                    before: index + 1 < typed.count ? vocabulary.ids[typed[index + 1].folded] : nil, isLast: isLast,
                    vocabulary))
        }
        corrected = slots.contains { slot in
            slot.candidates.first.map { vocabulary.words[Int($0.id)] != slot.typed.folded } ?? false
        }
        neighbours = zip(slots, slots.dropFirst()).compactMap { a, b in
            guard let a = a.candidates.first, let b = b.candidates.first else { return nil }
            return (a.id, b.id)
        }
        read(slots, vocabulary, table)
    }

    // MARK: words

    private static func slots(
        _ word: SearchWord, after previous: Int32?, before next: Int32?, isLast: Bool, _ vocabulary: SearchVocabulary
    ) -> [Slot] {
        let typed = word.folded
        func fit(_ id: Int32) -> Int32 { max(vocabulary.support(previous, id), vocabulary.support(id, next)) }
        if let id = vocabulary.ids[typed] {
            var candidates: [(id: Int32, weight: Float)] = [(id, 1)]
            let known = vocabulary.frequency[Int(id)] > 0
            if isLast, typed.utf8.count > 1 || !known {
                let more = vocabulary.completions(of: typed, after: previous, limit: known ? 2 : 4)
                candidates += more.map { ($0, vocabulary.support(previous, $0) > 0 ? 0.6 : 0.3) }
            }
            candidates += TypingHabits.otherSpellings(typed).compactMap { vocabulary.ids[$0] }.map { ($0, 0.7) }
            if word.marked == nil {
                candidates += TypingHabits.soundsLike(typed).compactMap { vocabulary.ids[$0] }
                    .filter { fit($0) > 2 && fit(id) == 0 }
                    .map { ($0, 0.6) }
            }
            return [Slot(typed: word, candidates: candidates)]
        }
        if let plain = TypingHabits.withoutKeys(typed), let id = vocabulary.ids[plain] {
            return [Slot(typed: SearchWord(folded: plain, marked: nil), candidates: [(id, 0.9)])]
        }
        if let parts = vocabulary.cut(typed) {
            return parts.map { id in
                Slot(typed: SearchWord(folded: vocabulary.words[Int(id)], marked: nil), candidates: [(id, 0.9)])
            }
        }
        var candidates: [(id: Int32, weight: Float)] = []
        if isLast {
            candidates += vocabulary.completions(of: typed, after: previous, limit: 6).map {
                ($0, vocabulary.support(previous, $0) > 0 ? 0.9 : 0.6)
            }
        }
        let sound = Set(TypingHabits.soundsLike(typed))
        candidates += vocabulary.near(typed).map { id in
            let beside: Float = vocabulary.support(previous, id) > 0 ? 0.15 : 0
            let heard: Float = sound.contains(vocabulary.words[Int(id)]) ? 0.1 : 0
            let frequent = min(0.1, Float(vocabulary.frequency[Int(id)]) / 2_000)
            return (id, 0.6 + beside + heard + frequent)
        }
        var seen: Set<Int32> = []
        candidates = candidates.sorted { $0.weight > $1.weight }.filter { seen.insert($0.id).inserted }
        return [Slot(typed: word, candidates: Array(candidates.prefix(5)))]
    }

    // MARK: phrases

    private mutating func read(_ slots: [Slot], _ vocabulary: SearchVocabulary, _ table: PhraseTable) {
        var phrases = QueryPhrases(slots, vocabulary, table)
        var translated: [(concept: Int, translation: PhraseTable.Translation, span: [Slot])] = []
        var fillers: [Slot] = []
        var taken = Set<Int>()
        var emphasis: Float = 1
        var index = 0
        while index < slots.count {
            defer { index += 1 }
            if taken.contains(index) { continue }
            if let end = Self.filler(slots, at: index, vocabulary), phrases.yield(to: index..<end) {
                if !concepts.isEmpty, let turn = FillerWords.circumstances[slots[index].typed.folded] {
                    emphasis = turn
                }
                fillers.append(contentsOf: slots[index..<end])
                index = end - 1
            } else if let phrase = phrases.found[index] {
                taken.formUnion(phrase.positions)
                let span = phrase.positions.sorted().map { slots[$0] }
                translated.append((concepts.count, table.translations[phrase.phrase.translation], span))
                concepts.append(Concept(wordings: [], emphasis: emphasis))
            } else {
                let weak = FillerWords.weak.contains(slots[index].typed.folded)
                concepts.append(Self.concept(slots[index], emphasis: emphasis * (weak ? 0.3 : 1)))
            }
        }
        for (position, translation, span) in translated {
            concepts[position].wordings = Self.wordings(translation, span, inCompany: concepts.count > 1, vocabulary)
        }
        giveWay(translated.filter(\.translation.isGuess).map(\.concept))
        if concepts.isEmpty { concepts = fillers.map { Self.concept($0, emphasis: 1) } }
        concepts.removeAll { $0.wordings.isEmpty }
    }

    /// A guess counts half when something else is asked for in earnest: "mở công ty kiểm toán" is about auditing.
    private mutating func giveWay(_ guesses: [Int]) {
        guard concepts.indices.contains(where: { concepts[$0].emphasis >= 1 && !guesses.contains($0) }) else { return }
        for guess in guesses { concepts[guess].emphasis *= 0.5 }
    }

    private static func concept(_ slot: Slot, emphasis: Float) -> Concept {
        Concept(
            wordings: slot.candidates.map { Concept.Wording(words: [$0.id], weight: $0.weight) }, emphasis: emphasis)
    }

    /// Alone, "tàu cá" means registering one. In company ("đóng tàu cá") the words that the catalogue itself uses
    /// count nearly as much as what they mean alone.
    private static func wordings(
        _ translation: PhraseTable.Translation, _ span: [Slot], inCompany: Bool, _ vocabulary: SearchVocabulary
    ) -> [Concept.Wording] {
        let typed = span.compactMap { $0.candidates.first?.id }
        let isOfficial =
            typed.count > 1 && zip(typed, typed.dropFirst()).allSatisfy { vocabulary.support($0, $1) > 0 }
        let yields = inCompany && isOfficial && !translation.keepsWords
        var wordings = translation.meanings.map { meaning in
            Concept.Wording(words: meaning.words, weight: meaning.weight * (yields ? 0.9 : 1))
        }
        wordings.append(
            Concept.Wording(words: typed, weight: translation.keepsWords ? 1 : yields ? 0.9 : 0.55))
        return wordings.filter { !$0.words.isEmpty }
    }

    /// Typed without marks, a single word is no filler when the catalogue knows it beside its neighbour: "co phan" is
    /// cổ phần, not có phần.
    private static func filler(_ slots: [Slot], at start: Int, _ vocabulary: SearchVocabulary) -> Int? {
        let here = slots[start]
        for phrase in FillerWords.byFirstWord[here.typed.folded] ?? [] where start + phrase.count <= slots.count {
            guard zip(phrase, slots[start...]).allSatisfy({ $1.typed.canMean($0) }) else { continue }
            if phrase.count > 1 || here.typed.marked != nil { return start + phrase.count }
            let id = here.candidates.first?.id
            let before = start > 0 ? slots[start - 1].candidates.first?.id : nil
            let after = start + 1 < slots.count ? slots[start + 1].candidates.first?.id : nil
            if max(vocabulary.support(before, id), vocabulary.support(id, after)) <= 3 { return start + 1 }
        }
        return nil
    }
}
