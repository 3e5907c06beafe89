package import Kernel

/// A value as a database keeps it.
package enum SQLValue: Hashable, Sendable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case bytes([UInt8])
}

/// What can be bound to a statement.
package protocol SQLBindable {
    var sqlValue: SQLValue { get }
}

/// What can be read from a column; nil when the column holds something else.
package protocol SQLReadable {
    init?(sql: SQLValue)
}

extension Int64: SQLBindable, SQLReadable {
    package var sqlValue: SQLValue { .integer(self) }
    package init?(sql: SQLValue) {
        switch sql {
        case .integer(let value): self = value
        case .text(let text): self.init(text)
        default: return nil
        }
    }
}

extension Int: SQLBindable, SQLReadable {
    package var sqlValue: SQLValue { .integer(Int64(self)) }
    package init?(sql: SQLValue) {
        guard let value = Int64(sql: sql) else { return nil }
        self.init(value)
    }
}

extension Double: SQLBindable, SQLReadable {
    package var sqlValue: SQLValue { .real(self) }
    package init?(sql: SQLValue) {
        switch sql {
        case .real(let value): self = value
        case .integer(let value): self = Double(value)
        case .text(let text): self.init(text)
        default: return nil
        }
    }
}

extension Bool: SQLBindable, SQLReadable {
    package var sqlValue: SQLValue { .integer(self ? 1 : 0) }
    package init?(sql: SQLValue) {
        guard case .integer(let value) = sql else { return nil }
        self = value != 0
    }
}

extension String: SQLBindable, SQLReadable {
    package var sqlValue: SQLValue { .text(self) }
    package init?(sql: SQLValue) {
        guard case .text(let value) = sql else { return nil }
        self = value
    }
}

extension Array: SQLBindable where Element == UInt8 {
    package var sqlValue: SQLValue { .bytes(self) }
}

extension Array: SQLReadable where Element == UInt8 {
    package init?(sql: SQLValue) {
        guard case .bytes(let value) = sql else { return nil }
        self = value
    }
}

extension ID: SQLBindable, SQLReadable {
    package var sqlValue: SQLValue { .text(description) }
    package init?(sql: SQLValue) {
        guard case .text(let text) = sql else { return nil }
        self.init(text)
    }
}

extension Instant: SQLBindable, SQLReadable {
    package var sqlValue: SQLValue { .integer(microseconds) }
    package init?(sql: SQLValue) {
        guard let value = Int64(sql: sql) else { return nil }
        self.init(microseconds: value)
    }
}

extension Day: SQLBindable, SQLReadable {
    package var sqlValue: SQLValue { .text(description) }
    package init?(sql: SQLValue) {
        guard case .text(let text) = sql else { return nil }
        self.init(text)
    }
}

extension Money: SQLBindable, SQLReadable {
    package var sqlValue: SQLValue { .integer(dong) }
    package init?(sql: SQLValue) {
        guard let value = Int64(sql: sql) else { return nil }
        self.init(dong: value)
    }
}

extension JSON: SQLBindable, SQLReadable {
    package var sqlValue: SQLValue { .text(canonical) }
    package init?(sql: SQLValue) {
        guard case .text(let text) = sql, let value = try? JSON(parsing: text) else { return nil }
        self = value
    }
}

extension Optional: SQLBindable where Wrapped: SQLBindable {
    package var sqlValue: SQLValue { self?.sqlValue ?? .null }
}

extension SQLBindable where Self: RawRepresentable, RawValue: SQLBindable {
    package var sqlValue: SQLValue { rawValue.sqlValue }
}

extension SQLReadable where Self: RawRepresentable, RawValue: SQLReadable {
    package init?(sql: SQLValue) {
        guard let raw = RawValue(sql: sql) else { return nil }
        self.init(rawValue: raw)
    }
}
