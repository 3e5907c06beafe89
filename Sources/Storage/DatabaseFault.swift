/// A statement that could not be carried out. The description holds no bound value, so that it may be logged.
package struct DatabaseFault: Error, CustomStringConvertible {
    package enum Kind: Sendable, Equatable {
        /// A unique constraint stands against the row; `constraint` is its name on PostgreSQL and, on SQLite, the
        /// columns as `table.column, table.column`.
        case unique(constraint: String)
        case foreignKey
        case check
        case notNull
        /// Serialisation failure or deadlock: run the transaction again.
        case conflict
        /// The statement took longer than it may.
        case timeout
        /// The database cannot be reached, or went away.
        case connection
        case other
    }

    package let kind: Kind
    /// SQLSTATE, or SQLite's extended result code.
    package let code: String
    package let detail: String

    package init(_ kind: Kind, code: String, detail: String) {
        self.kind = kind
        self.code = code
        self.detail = detail
    }

    package var description: String { "database fault \(code) (\(kind)): \(detail)" }
}
