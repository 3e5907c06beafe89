/// One piece of the text of an expression.
struct Token: Hashable, Sendable {
    enum Kind: Hashable, Sendable { case word, number, string, symbol, end }

    let kind: Kind
    /// The piece as written; of a string what it means.
    let text: String
    /// From where to where, counted in Unicode scalars.
    let start: Int
    let end: Int
    /// Whether white space or a comment stands before it.
    let spaced: Bool

    func moved(by distance: Int) -> Token {
        Token(kind: kind, text: text, start: start + distance, end: end + distance, spaced: spaced)
    }
}
