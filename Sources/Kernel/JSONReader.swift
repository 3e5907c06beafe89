import Foundation

/// Reads one JSON text (RFC 8259) into a value. Every act reads several, and a decoder that asks value by value what each
/// might be takes ten times as long.
struct JSONReader {
    /// The text is no JSON; at which byte that showed.
    struct Malformed: Error, CustomStringConvertible {
        let position: Int
        var description: String { "no JSON from byte \(position) on" }
    }

    /// Deeper than any document of this program, and not so deep that the stack could end.
    private static let deepest = 512

    private let bytes: UnsafeBufferPointer<UInt8>
    private var at = 0
    private var depth = 0

    static func read(_ bytes: [UInt8]) throws -> JSON {
        try bytes.withUnsafeBufferPointer { buffer in
            var reader = JSONReader(bytes: buffer)
            if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { reader.at = 3 }
            let value = try reader.value()
            reader.skipSpace()
            guard reader.at == buffer.count else { throw reader.malformed }
            return value
        }
    }

    /// Some members of an object, by their keys; the others are passed over unread, which costs a fraction.
    static func members(_ wanted: Set<String>, of bytes: [UInt8]) throws -> [String: JSON] {
        try bytes.withUnsafeBufferPointer { buffer in
            var reader = JSONReader(bytes: buffer)
            guard reader.next == UInt8(ascii: "{") else { throw reader.malformed }
            var found: [String: JSON] = [:]
            try reader.items(until: UInt8(ascii: "}")) { reader in
                guard reader.next == UInt8(ascii: "\"") else { throw reader.malformed }
                let key = try reader.string()
                guard reader.passes(UInt8(ascii: ":")) else { throw reader.malformed }
                if wanted.contains(key) { found[key] = try reader.value() } else { try reader.passOver() }
            }
            return found
        }
    }

    /// To the end of a value: what is within quotation marks does not open or close anything.
    private mutating func passOver() throws {
        var depth = 0
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                at += 1
                while let byte = next, byte != UInt8(ascii: "\"") { at += byte == UInt8(ascii: "\\") ? 2 : 1 }
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if depth == 0 { return }
                depth -= 1
            case UInt8(ascii: ",") where depth == 0: return
            default: break
            }
            at += 1
        }
        throw malformed
    }

    private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    private var malformed: Malformed { Malformed(position: at) }
    private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { at += 1 }
    }

    /// Whether the next byte is `wanted`; if so it is passed.
    private mutating func passes(_ wanted: UInt8) -> Bool {
        guard next == wanted else { return false }
        at += 1
        return true
    }

    private mutating func value() throws -> JSON {
        skipSpace()
        switch next {
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try array()
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return .number(try number())
        }
    }

    private mutating func word(_ text: StaticString, _ value: JSON) throws -> JSON {
        let length = text.utf8CodeUnitCount
        guard at + length <= bytes.count, (0..<length).allSatisfy({ bytes[at + $0] == text.utf8Start[$0] }) else {
            throw malformed
        }
        at += length
        return value
    }

    private mutating func object() throws -> JSON {
        var read: [(String, JSON)] = []
        try items(until: UInt8(ascii: "}")) { reader in
            reader.skipSpace()
            guard reader.next == UInt8(ascii: "\"") else { throw reader.malformed }
            let key = try reader.string()
            reader.skipSpace()
            guard reader.passes(UInt8(ascii: ":")) else { throw reader.malformed }
            read.append((key, try reader.value()))
        }
        // Made at its size: a dictionary that grows hashes its keys again and again.
        return .object(Dictionary(read, uniquingKeysWith: { $1 }))
    }

    private mutating func array() throws -> JSON {
        var values: [JSON] = []
        try items(until: UInt8(ascii: "]")) { values.append(try $0.value()) }
        return .array(values)
    }

    /// What stands between the opening sign, which is next, and the closing one, with commas between.
    private mutating func items(until end: UInt8, _ item: (inout JSONReader) throws -> Void) throws {
        at += 1
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw malformed }
        skipSpace()
        if passes(end) { return }
        while true {
            try item(&self)
            skipSpace()
            if passes(end) { return }
            guard passes(UInt8(ascii: ",")) else { throw malformed }
        }
    }

    // MARK: strings

    private mutating func string() throws -> String {
        at += 1
        let start = at
        while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { at += 1 }
        if passes(UInt8(ascii: "\"")) { return try text(UnsafeBufferPointer(rebasing: bytes[start..<(at - 1)])) }
        var out = Array(bytes[start..<at])
        while let byte = next, byte >= 0x20 {
            at += 1
            switch byte {
            case UInt8(ascii: "\""): return try out.withUnsafeBufferPointer { try text($0) }
            case UInt8(ascii: "\\"): try escape(into: &out)
            default: out.append(byte)
            }
        }
        throw malformed
    }

    private func text(_ bytes: UnsafeBufferPointer<UInt8>) throws -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw malformed }
        return text
    }

    private mutating func escape(into out: inout [UInt8]) throws {
        guard let letter = next else { throw malformed }
        at += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(letter)
        case UInt8(ascii: "b"): out.append(0x08)
        case UInt8(ascii: "f"): out.append(0x0C)
        case UInt8(ascii: "n"): out.append(0x0A)
        case UInt8(ascii: "r"): out.append(0x0D)
        case UInt8(ascii: "t"): out.append(0x09)
        case UInt8(ascii: "u"):
            var code = try fourDigits()
            // A character beyond the first plane stands as two halves (section 7).
            if (0xD800..<0xDC00).contains(code) {
                guard passes(UInt8(ascii: "\\")), passes(UInt8(ascii: "u")) else { throw malformed }
                let low = try fourDigits()
                guard (0xDC00..<0xE000).contains(low) else { throw malformed }
                code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(code) else { throw malformed }
            out.append(contentsOf: Character(scalar).utf8)
        default: throw malformed
        }
    }

    private mutating func fourDigits() throws -> UInt32 {
        guard at + 4 <= bytes.count else { throw malformed }
        var code: UInt32 = 0
        for byte in bytes[at..<(at + 4)] {
            switch byte {
            case 0x30...0x39: code = code << 4 | UInt32(byte - 0x30)
            case 0x41...0x46: code = code << 4 | UInt32(byte - 0x37)
            case 0x61...0x66: code = code << 4 | UInt32(byte - 0x57)
            default: throw malformed
            }
        }
        at += 4
        return code
    }

    // MARK: numbers

    private mutating func number() throws -> Decimal {
        let start = at
        let isNegative = passes(UInt8(ascii: "-"))
        let whole = digits()
        guard !whole.isEmpty, whole.count == 1 || bytes[whole.lowerBound] != UInt8(ascii: "0") else { throw malformed }
        if whole.count <= 18, next != UInt8(ascii: "."), next != UInt8(ascii: "e"), next != UInt8(ascii: "E") {
            let value = bytes[whole].reduce(Int64(0)) { $0 * 10 + Int64($1 - 0x30) }
            return Decimal(isNegative ? -value : value)
        }
        if passes(UInt8(ascii: ".")), digits().isEmpty { throw malformed }
        if passes(UInt8(ascii: "e")) || passes(UInt8(ascii: "E")) {
            if !passes(UInt8(ascii: "+")) { _ = passes(UInt8(ascii: "-")) }
            if digits().isEmpty { throw malformed }
        }
        guard let value = Decimal(string: String(decoding: bytes[start..<at], as: UTF8.self), locale: nil) else {
            throw malformed
        }
        return value
    }

    private mutating func digits() -> Range<Int> {
        let start = at
        while let byte = next, (0x30...0x39).contains(byte) { at += 1 }
        return start..<at
    }
}
