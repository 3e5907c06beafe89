/// One row of an answer.
package struct Row: Sendable {
    package let columns: Columns
    package let values: [SQLValue]

    package init(columns: Columns, values: [SQLValue]) {
        self.columns = columns
        self.values = values
    }

    /// The value of a column that is never null. A missing or differently typed one is a fault.
    package func get<Value: SQLReadable>(_ column: String, as type: Value.Type = Value.self) throws -> Value {
        guard let index = columns.index[column], let value = Value(sql: values[index]) else {
            throw DatabaseFault(.other, code: "column", detail: "column \(column) is no \(Value.self)")
        }
        return value
    }

    /// The value of a column that may be null.
    package func find<Value: SQLReadable>(_ column: String, as type: Value.Type = Value.self) throws -> Value? {
        guard let index = columns.index[column] else {
            throw DatabaseFault(.other, code: "column", detail: "no column \(column)")
        }
        if case .null = values[index] { return nil }
        guard let value = Value(sql: values[index]) else {
            throw DatabaseFault(.other, code: "column", detail: "column \(column) is no \(Value.self)")
        }
        return value
    }

    /// The names of an answer's columns, shared by its rows.
    package final class Columns: Sendable {
        package let index: [String: Int]
        package init(_ names: [String]) {
            index = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        }
    }
}
