import GRDBSQLite
import Storage

/// A prepared statement of one connection.
final class SQLiteStatement {
    private let handle: OpaquePointer
    private let parameters: Int
    private var columns: Row.Columns?
    private var width: Int32 = 0

    /// Nil when SQLite refuses the text; the connection knows why.
    init?(_ text: String, on connection: OpaquePointer) throws {
        var handle: OpaquePointer?
        var hasRest = false
        let code = Self.numbered(text).withCString { start -> Int32 in
            var rest: UnsafePointer<CChar>?
            let code = sqlite3_prepare_v3(
                connection, start, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, &rest)
            if let rest { hasRest = !String(cString: rest).allSatisfy { $0.isWhitespace || $0 == ";" } }
            return code
        }
        guard code == SQLITE_OK else { return nil }
        guard let handle, !hasRest else {
            sqlite3_finalize(handle)
            throw DatabaseFault(.other, code: "42601", detail: "one statement at a time: \(text.prefix(200))")
        }
        self.handle = handle
        parameters = Int(sqlite3_bind_parameter_count(handle))
    }

    deinit { sqlite3_finalize(handle) }

    /// `$1` as `?1`: to SQLite `$1` is a name, which it looks up among all names before it.
    private static func numbered(_ text: String) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(text.utf8.count)
        var quote: UInt8?
        for byte in text.utf8 {
            if byte == quote {
                quote = nil
            } else if quote == nil, byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                quote = byte
            }
            out.append(byte == UInt8(ascii: "$") && quote == nil ? UInt8(ascii: "?") : byte)
        }
        return String(decoding: out, as: UTF8.self)
    }

    func bind(_ values: [SQLValue]) throws {
        guard values.count == parameters else { throw Self.wrongCount }
        for (index, value) in values.enumerated() { try bind(value, at: Int32(index + 1)) }
    }

    private func bind(_ value: SQLValue, at index: Int32) throws {
        let code: Int32
        switch value {
        case .null: code = sqlite3_bind_null(handle, index)
        case .integer(let integer): code = sqlite3_bind_int64(handle, index, integer)
        case .real(let real): code = sqlite3_bind_double(handle, index, real)
        case .text(var text):
            code = text.withUTF8 { utf8 in
                guard let start = utf8.baseAddress else { return sqlite3_bind_text(handle, index, "", 0, nil) }
                return start.withMemoryRebound(to: CChar.self, capacity: utf8.count) {
                    sqlite3_bind_text(handle, index, $0, Int32(utf8.count), Self.copied)
                }
            }
        case .bytes(let bytes):
            code = bytes.withUnsafeBytes { buffer in
                buffer.isEmpty
                    ? sqlite3_bind_zeroblob(handle, index, 0)
                    : sqlite3_bind_blob64(handle, index, buffer.baseAddress, UInt64(buffer.count), Self.copied)
            }
        }
        guard code == SQLITE_OK else { throw DatabaseFault(.other, code: "\(code)", detail: "a value is too large") }
    }

    func step() -> Int32 { sqlite3_step(handle) }

    /// The row that `step` has arrived at.
    func row() -> Row {
        let count = sqlite3_data_count(handle)
        let columns = columns(count)
        var values: [SQLValue] = []
        values.reserveCapacity(Int(count))
        for index in 0..<count { values.append(value(at: index)) }
        return Row(columns: columns, values: values)
    }

    func reset() {
        sqlite3_reset(handle)
        if parameters > 0 { sqlite3_clear_bindings(handle) }
    }

    /// SQLite prepares a statement anew by itself when the schema has changed, with perhaps other columns.
    private func columns(_ count: Int32) -> Row.Columns {
        if let columns, count == width { return columns }
        let names = (0..<count).map { index in
            sqlite3_column_name(handle, index).map { String(cString: $0) } ?? ""
        }
        let new = Row.Columns(names)
        columns = new
        width = count
        return new
    }

    private func value(at index: Int32) -> SQLValue {
        switch sqlite3_column_type(handle, index) {
        case SQLITE_INTEGER: return .integer(sqlite3_column_int64(handle, index))
        case SQLITE_FLOAT: return .real(sqlite3_column_double(handle, index))
        case SQLITE_TEXT:
            guard let start = sqlite3_column_text(handle, index) else { return .text("") }
            let count = Int(sqlite3_column_bytes(handle, index))
            return .text(String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self))
        case SQLITE_BLOB:
            guard let start = sqlite3_column_blob(handle, index) else { return .bytes([]) }
            return .bytes(Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, index)))))
        default: return .null
        }
    }

    private static var wrongCount: DatabaseFault {
        DatabaseFault(.other, code: "08P01", detail: "the statement has another number of parameters than values")
    }

    /// SQLITE_TRANSIENT: SQLite copies what is bound.
    private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
}
