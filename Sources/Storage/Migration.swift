/// One step of a feature's schema. Numbered from 1 per feature, applied once and never edited after it has landed.
///
/// Statements are written once for both databases, with these type names: `UUID`, `TEXT`, `INTEGER` (64 bits),
/// `REAL`, `BOOLEAN`, `BYTES`, `DAY` (ISO text), `INSTANT` (microseconds), `MONEY` (đồng), `JSON` (canonical text).
package struct Migration: Sendable {
    package let feature: String
    package let number: Int
    package let statements: [String]

    package init(_ feature: String, _ number: Int, _ statements: [String]) {
        self.feature = feature
        self.number = number
        self.statements = statements
    }

    /// The statements as `dialect` wants them.
    package func rendered(for dialect: Dialect) -> [String] {
        statements.map { Self.render($0, for: dialect) }
    }

    private static let types: [String: (sqlite: String, postgresql: String)] = [
        "UUID": ("TEXT", "UUID"),
        "TEXT": ("TEXT", "TEXT COLLATE \"C\""),
        "INTEGER": ("INTEGER", "BIGINT"),
        "REAL": ("REAL", "DOUBLE PRECISION"),
        "BOOLEAN": ("INTEGER", "BOOLEAN"),
        "BYTES": ("BLOB", "BYTEA"),
        "DAY": ("TEXT", "TEXT COLLATE \"C\""),
        "INSTANT": ("INTEGER", "BIGINT"),
        "MONEY": ("INTEGER", "BIGINT"),
        "JSON": ("TEXT", "TEXT"),
    ]

    private static func render(_ statement: String, for dialect: Dialect) -> String {
        var out = ""
        var word = ""
        func flush() {
            if let type = types[word] {
                out += dialect == .sqlite ? type.sqlite : type.postgresql
            } else {
                out += word
            }
            word = ""
        }
        for character in statement {
            if character.isLetter || character == "_" || character.isNumber {
                word.append(character)
            } else {
                flush()
                out.append(character)
            }
        }
        flush()
        let isTable = statement.drop { $0.isWhitespace }.hasPrefix("CREATE TABLE")
        return dialect == .sqlite && isTable ? out + " STRICT" : out
    }
}
