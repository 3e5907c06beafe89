import Kernel

/// Finds the name that a misspelt one probably meant.
enum Spelling {
    /// The known name with the fewest slips (letters too many, missing, wrong or exchanged), if they are few enough for
    /// its length. Case and Vietnamese marks count less than other letters.
    static func nearest(to name: String, among known: [String]) -> String? {
        let wanted = Array(name.unicodeScalars.prefix(64))
        let folded = Folding.fold(name)
        let allowed = 1 + wanted.count / 4
        var best: (name: String, distance: Int)?
        for candidate in Set(known).sorted() where candidate != name && candidate != "?" {
            let distance =
                Folding.fold(candidate) == folded && !folded.isEmpty
                ? 0 : self.distance(wanted, Array(candidate.unicodeScalars.prefix(64)))
            if distance <= allowed, distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.name
    }

    /// The restricted Damerau-Levenshtein distance.
    static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
        var beforeLast: [Int] = []
        var last = Array(0...b.count)
        for i in 1...a.count {
            var row = [i]
            for j in 1...b.count {
                var cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { cost = min(cost, beforeLast[j - 2] + 1) }
                row.append(cost)
            }
            (beforeLast, last) = (last, row)
        }
        return last[b.count]
    }
}
