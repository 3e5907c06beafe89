import CPostgreSQL
import Storage

/// What the server answered to one statement.
struct Answer {
    enum Wanted { case rows, count, nothing }

    var rows: [Row] = []
    var changed = 0
    /// The command that the server says it has carried out, `UPDATE 1` or `COMMIT`.
    var tag = ""

    init() {}

    init(_ result: OpaquePointer, of statement: PostgreSQLStatement, _ wanted: Wanted) {
        switch wanted {
        case .rows: rows = Self.rows(result, statement)
        case .count: changed = PQcmdTuples(result).flatMap { Int(String(cString: $0)) } ?? 0
        case .nothing: tag = PQcmdStatus(result).map { String(cString: $0) } ?? ""
        }
    }

    private static func rows(_ result: OpaquePointer, _ statement: PostgreSQLStatement) -> [Row] {
        let (names, types) = statement.columns(of: result)
        return (0..<PQntuples(result)).map { row in
            var values: [SQLValue] = []
            values.reserveCapacity(types.count)
            for (column, type) in types.enumerated() {
                let column = Int32(column)
                if PQgetisnull(result, row, column) == 1 {
                    values.append(.null)
                } else if let start = PQgetvalue(result, row, column) {
                    let bytes = UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(result, row, column)))
                    values.append(SQLValue(bytes, type: type))
                }
            }
            return Row(columns: names, values: values)
        }
    }
}

extension SQLValue {
    /// A value in the server's text format, by the number of its type in `pg_type`.
    fileprivate init(_ text: UnsafeRawBufferPointer, type: Oid) {
        switch type {
        case 16: self = .integer(text.first == UInt8(ascii: "t") ? 1 : 0)
        case 20, 21, 23, 26: self = .integer(Self.integer(text))
        case 700, 701: self = .real(Double(String(decoding: text, as: UTF8.self)) ?? .nan)
        case 17: self = .bytes(Self.bytes(text))
        default: self = .text(String(decoding: text, as: UTF8.self))
        }
    }

    private static func integer(_ text: UnsafeRawBufferPointer) -> Int64 {
        var value: Int64 = 0
        let isNegative = text.first == UInt8(ascii: "-")
        // Counting downwards, since the smallest number has no positive counterpart.
        for digit in text.dropFirst(isNegative ? 1 : 0) { value = value &* 10 &- Int64(digit &- 0x30) }
        return isNegative ? value : -value
    }

    /// `\x0aff` (PostgreSQL documentation, 8.4.1 "bytea Hex Format").
    private static func bytes(_ text: UnsafeRawBufferPointer) -> [UInt8] {
        func digit(_ character: UInt8) -> UInt8 { character < 0x3A ? character &- 0x30 : character &- 0x57 }
        guard text.count >= 2 else { return [] }
        return stride(from: 2, to: text.count - 1, by: 2).map { digit(text[$0]) << 4 | digit(text[$0 + 1]) }
    }
}
