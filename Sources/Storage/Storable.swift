extension SQL {
    /// Throws when a value is a text with the character U+0000. PostgreSQL keeps no such text and would take the
    /// character for the end; on SQLite functions would.
    package func checkTexts() throws(DatabaseFault) {
        for case .text(var text) in values where text.withUTF8({ $0.contains(0) }) {
            throw DatabaseFault(.other, code: "22021", detail: "a text holds the character U+0000")
        }
    }
}
