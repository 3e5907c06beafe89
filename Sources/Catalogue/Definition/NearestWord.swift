/// Which of the known words somebody meant who wrote another one.
enum NearestWord {
    /// The closest word by letters changed, left out, added or swapped; nil when none is near.
    static func to(_ word: String, among known: some Sequence<String>, atMost: Int? = nil) -> String? {
        let limit = atMost ?? max(1, word.count / 2)
        var best: (word: String, distance: Int)?
        for candidate in known {
            let distance = distance(Array(word.unicodeScalars), Array(candidate.unicodeScalars))
            if distance <= limit, distance < best?.distance ?? Int.max { best = (candidate, distance) }
        }
        return best?.word
    }

    /// Optimal string alignment (Damerau–Levenshtein without repeated edits).
    private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        guard !a.isEmpty, !b.isEmpty, a.count < 100, b.count < 100 else { return max(a.count, b.count) }
        var before: [Int] = []
        var last = Array(0...b.count)
        for i in 1...a.count {
            var row = [i] + Array(repeating: 0, count: b.count)
            for j in 1...b.count {
                row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { row[j] = min(row[j], before[j - 2] + 1) }
            }
            (before, last) = (last, row)
        }
        return last[b.count]
    }
}
