/// The words of the catalogue: which there are, which stand beside each other, and which are near a mistyped one.
struct SearchVocabulary: Sendable {
    private(set) var ids: [String: Int32] = [:]
    private(set) var words: [String] = []
    /// In how many names each word stands.
    private(set) var frequency: [Int32] = []
    /// How often two words follow each other in names.
    private var pairs: [UInt64: Int32] = [:]
    /// Words by what is left of them without one letter.
    private var remainders: [String: [Int32]] = [:]
    private var sorted: [Int32] = []

    mutating func add(_ word: String) -> Int32 {
        if let id = ids[word] { return id }
        let id = Int32(words.count)
        ids[word] = id
        words.append(word)
        frequency.append(0)
        return id
    }

    mutating func count(name: [Int32]) {
        for id in Set(name) { frequency[Int(id)] += 1 }
        for (a, b) in zip(name, name.dropFirst()) { pairs[Self.pair(a, b), default: 0] += 1 }
    }

    /// Makes near words and beginnings findable; called once all words are in.
    mutating func seal() {
        for (index, word) in words.enumerated() where word.utf8.count <= 12 && word.first?.isNumber == false {
            remainders[word, default: []].append(Int32(index))
            for rest in Self.withoutOneLetter(word) { remainders[rest, default: []].append(Int32(index)) }
        }
        sorted = words.indices.map { Int32($0) }.sorted { words[Int($0)] < words[Int($1)] }
    }

    /// Syllables that are nearly always the verb of the table when typed without marks ("mat" is mất, "doi" is đổi).
    func isVerb(_ word: String) -> Bool { Self.verbs.contains(word) }

    private static let verbs: Set<String> = [
        "mat", "doi", "sua", "mo", "huy", "xoa", "rach", "hong", "ban", "thi", "lap", "nhap", "xuat", "lanh",
        "sai",
        "dang", "giay", "roi", "rot", "nham", "dep", "ngung",
    ]

    static func pair(_ a: Int32, _ b: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: a)) << 32 | UInt64(UInt32(bitPattern: b))
    }

    func support(_ a: Int32?, _ b: Int32?) -> Int32 {
        guard let a, let b else { return 0 }
        return pairs[Self.pair(a, b)] ?? 0
    }

    // MARK: mistyped words

    /// Words one slip away: a letter left out, added, replaced, or two changed over.
    func near(_ word: String) -> [Int32] {
        guard word.utf8.count >= 2, word.utf8.count <= 12 else { return [] }
        var found: Set<Int32> = Set(remainders[word] ?? [])
        for rest in Self.withoutOneLetter(word) { found.formUnion(remainders[rest] ?? []) }
        return found.filter { Self.isOneSlip(word, words[Int($0)]) }.sorted()
    }

    private static func withoutOneLetter(_ word: String) -> Set<String> {
        let bytes = Array(word.utf8)
        guard bytes.count > 1 else { return [] }
        return Set(
            bytes.indices.map { index in
                String(decoding: bytes[..<index] + bytes[(index + 1)...], as: UTF8.self)
            })
    }

    static func isOneSlip(_ a: String, _ b: String) -> Bool {
        let (a, b) = (Array(a.utf8), Array(b.utf8))
        guard a != b, abs(a.count - b.count) <= 1 else { return false }
        let head = zip(a, b).prefix { $0 == $1 }.count
        let tail = zip(a.dropFirst(head).reversed(), b.dropFirst(head).reversed()).prefix { $0 == $1 }.count
        let (x, y) = (a[head..<(a.count - tail)], b[head..<(b.count - tail)])
        if x.count <= 1, y.count <= 1 { return true }
        return x.count == 2 && y.count == 2 && x.first == y.last && x.last == y.first
    }

    // MARK: beginnings

    /// The most frequent words that begin so.
    func completions(of prefix: String, after previous: Int32?, limit: Int) -> [Int32] {
        var low = 0
        var high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if words[Int(sorted[middle])] < prefix { low = middle + 1 } else { high = middle }
        }
        let all = sorted[low...].prefix { words[Int($0)].hasPrefix(prefix) }.prefix(400)
        return Array(
            all.filter { words[Int($0)] != prefix && frequency[Int($0)] > 0 }
                .sorted { a, b in
                    (support(previous, a), frequency[Int(a)]) > (support(previous, b), frequency[Int(b)])
                }.prefix(limit))
    }

    // MARK: words run together

    /// "khaisinh" → khai, sinh: the cut whose neighbours are known best; nil when there is none.
    func cut(_ word: String) -> [Int32]? {
        let bytes = Array(word.utf8)
        guard bytes.count >= 4, bytes.count <= 40 else { return nil }
        var best: [(score: Int32, parts: [Int32])?] = Array(repeating: nil, count: bytes.count + 1)
        best[0] = (0, [])
        for start in 0..<bytes.count {
            guard let so = best[start], so.parts.count < 7 else { continue }
            for end in (start + 2)...(max(start + 2, min(bytes.count, start + 7))) where end <= bytes.count {
                let piece = String(decoding: bytes[start..<end], as: UTF8.self)
                guard let id = ids[piece], frequency[Int(id)] > 1 else { continue }
                let joined = so.parts.isEmpty ? 0 : min(50, support(so.parts.last, id))
                if !so.parts.isEmpty, joined == 0 { continue }
                let score = so.score + joined
                if best[end].map({ score > $0.score }) ?? true { best[end] = (score, so.parts + [id]) }
            }
        }
        guard let whole = best[bytes.count], whole.parts.count > 1 else { return nil }
        return whole.parts
    }
}
