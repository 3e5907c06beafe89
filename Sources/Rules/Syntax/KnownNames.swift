/// The names that the parser puts together from several tokens, the longest first (DMN 1.5, 10.3.1.4).
struct KnownNames: Sendable {
    private struct Known: Sendable {
        let name: String
        let pieces: [Token]
    }

    private var byFirst: [String: [Known]] = [:]

    init(_ names: some Sequence<String>) {
        for name in names { insert(name) }
    }

    /// Names of one word need no entry, for they stand by themselves.
    mutating func insert(_ name: String) {
        // Forms have many names, and seldom one of several words.
        guard !name.isPlainWord, case .success(var pieces) = Lexer.tokens(of: name) else { return }
        pieces.removeLast()
        guard pieces.count > 1, byFirst[pieces[0].text]?.contains(where: { $0.name == name }) != true else { return }
        var known = byFirst[pieces[0].text] ?? []
        let place = known.firstIndex { $0.pieces.count < pieces.count } ?? known.count
        known.insert(Known(name: name, pieces: pieces), at: place)
        byFirst[pieces[0].text] = known
    }

    mutating func insert(_ names: some Sequence<String>) {
        for name in names { insert(name) }
    }

    /// The longest known name that begins at this token, and how many tokens it takes.
    func match(_ tokens: [Token], at start: Int) -> (name: String, count: Int)? {
        guard let candidates = byFirst[tokens[start].text] else { return nil }
        for known in candidates where start + known.pieces.count <= tokens.count {
            let fits = known.pieces.indices.dropFirst().allSatisfy { index in
                let (piece, token) = (known.pieces[index], tokens[start + index])
                return piece.text == token.text && piece.spaced == token.spaced && token.kind != .string
            }
            if fits { return (known.name, known.pieces.count) }
        }
        return nil
    }
}

extension String {
    /// Whether letters of ASCII, digits and `_` are all it has, and no digit comes first: one word, told without reading.
    fileprivate var isPlainWord: Bool {
        guard let first = utf8.first, !(0x30...0x39).contains(first) else { return false }
        return utf8.allSatisfy { unit in
            switch unit {
            case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: true
            default: false
            }
        }
    }
}
