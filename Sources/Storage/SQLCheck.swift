extension SQL {
    /// The number of values that PostgreSQL's protocol can count (PostgreSQL documentation, 55.7 "Bind").
    private static let valuesAtMost = 65_535

    /// Throws what both databases must refuse alike: too many values, and a text with the character U+0000, which
    /// PostgreSQL does not keep and C functions take for the end.
    package func check() throws(DatabaseFault) {
        guard values.count <= Self.valuesAtMost else {
            throw DatabaseFault(.other, code: "54023", detail: "a statement has more than 65,535 values")
        }
        for case .text(var text) in values where text.withUTF8({ $0.contains(0) }) {
            throw DatabaseFault(.other, code: "22021", detail: "a text holds the character U+0000")
        }
    }
}
