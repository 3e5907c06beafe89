import CPostgreSQL
import Storage

/// Why an exchange with the server did not succeed.
struct ExchangeFailure: Error {
    let fault: DatabaseFault
    /// Which of the statements failed.
    let index: Int
    /// How many there were.
    let count: Int
    /// Whether the connection is gone.
    let isLost: Bool
    /// Whether the server itself said so; otherwise what it has done of the statements is unknown.
    let isAnswered: Bool
    /// Whether a prepared statement no longer fits the schema: prepared anew it will.
    var isStalePlan = false

    /// Whether it is certain that the last statement was not carried out: the server does them in their order.
    var isBeforeLast: Bool { isAnswered && index < count - 1 }
}

extension ExchangeFailure {
    init(_ result: OpaquePointer, at index: Int, of count: Int, statement: String) {
        let code = Self.field(result, "C") ?? ""
        let severity = Self.field(result, "V") ?? ""
        isLost = code.isEmpty || severity == "FATAL" || severity == "PANIC"
        isAnswered = !code.isEmpty
        isStalePlan = code == "26000" || code == "0A000" && (Self.field(result, "M") ?? "").hasPrefix("cached plan")
        self.index = index
        self.count = count
        // Only the primary message: DETAIL holds the values of the row.
        let message = Self.withoutValues(Self.field(result, "M") ?? "the connection to the server was lost", code)
        let kind = isLost ? .connection : Self.kind(code, constraint: Self.field(result, "n") ?? "")
        fault = DatabaseFault(
            kind, code: code.isEmpty ? "08006" : code, detail: "\(message) in: \(statement.prefix(300))")
    }

    /// A field of the error message by its letter (PostgreSQL documentation, 55.8 "Error and Notice Message Fields").
    private static func field(_ result: OpaquePointer, _ letter: Unicode.Scalar) -> String? {
        PQresultErrorField(result, Int32(letter.value)).map { String(cString: $0) }
    }

    /// Errors about data (class 22) cite the value: `invalid input syntax for type uuid: "…"`.
    private static func withoutValues(_ message: String, _ code: String) -> String {
        guard code.hasPrefix("22") else { return message }
        return String(message.prefix { $0 != "\"" && $0 != ":" }).trimmingSpace
    }

    /// The kind of an SQLSTATE (PostgreSQL documentation, Appendix A).
    private static func kind(_ code: String, constraint: String) -> DatabaseFault.Kind {
        switch code {
        case "23505", "23P01": .unique(constraint: constraint)
        case "23503", "23001": .foreignKey
        case "23514": .check
        case "23502": .notNull
        case "40001", "40P01": .conflict
        case "57014", "55P03": .timeout
        // A protocol violation is a fault of the program: a wrong number of parameters, for one.
        case "08P01": .other
        default: code.hasPrefix("08") ? .connection : .other
        }
    }
}

extension String {
    fileprivate var trimmingSpace: String {
        var text = self[...]
        while text.last == " " { text = text.dropLast() }
        return String(text)
    }
}
