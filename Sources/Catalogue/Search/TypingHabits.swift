/// How Vietnamese is typed without a Vietnamese keyboard: Telex and VNI keys left in the text, and the spellings that
/// regions confuse.
enum TypingHabits {
    /// "giaasy" → "giay", "ddaats" → "dat", "giay61" → "giay"; nil when nothing of the kind is there.
    static func withoutKeys(_ word: String) -> String? {
        var letters: [Character] = []
        for letter in word {
            if letter.isNumber, !letters.isEmpty, word.contains(where: \.isLetter) { continue }
            if let last = letters.last, last == letter, "aeod".contains(letter) { continue }
            if letter == "w" { continue }
            letters.append(letter)
        }
        // The tone key stands at the end of the syllable or right behind its vowel.
        if let tone = letters.lastIndex(where: { "sfrxj".contains($0) }), tone > 0 { letters.remove(at: tone) }
        let plain = String(letters)
        return plain == word || plain.isEmpty ? nil : plain
    }

    /// The same word as others write it: the southern form, and i for y at the end ("lí lịch", "bác sỹ").
    static func otherSpellings(_ word: String) -> [String] {
        var others = southern[word].map { [$0] } ?? []
        if let last = word.last, last == "i" || last == "y", "hklmstu".contains(word.dropLast().last ?? " ") {
            others.append(word.dropLast() + (last == "i" ? "y" : "i"))
        }
        return others
    }

    private static let southern = ["sanh": "sinh", "chanh": "chinh", "nhon": "nhan"]

    /// Other spellings that sound alike somewhere: s/x, ch/tr, l/n, d/gi/r, i/y, c/t and n/ng at the end.
    static func soundsLike(_ word: String) -> [String] {
        var others: [String] = []
        func swapStart(_ a: String, _ b: String) {
            if word.hasPrefix(a), !word.hasPrefix(b) || a.count > b.count { others.append(b + word.dropFirst(a.count)) }
        }
        func swapEnd(_ a: String, _ b: String) {
            if word.hasSuffix(a) { others.append(word.dropLast(a.count) + b) }
        }
        for (a, b) in [
            ("s", "x"), ("ch", "tr"), ("l", "n"), ("d", "gi"), ("gi", "r"), ("d", "r"), ("v", "d"), ("c", "k"),
        ] {
            swapStart(a, b)
            swapStart(b, a)
        }
        for (a, b) in [("i", "y"), ("c", "t"), ("n", "ng"), ("ng", "n"), ("y", "i"), ("t", "c")] { swapEnd(a, b) }
        return others
    }
}
