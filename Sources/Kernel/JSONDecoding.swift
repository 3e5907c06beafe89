import Foundation

extension JSON {
    /// The value that this JSON describes: as Foundation's decoder reads it, without writing it as text first.
    package func decoded<Value: Decodable>(as type: Value.Type) throws -> Value { try decode(type, self, []) }
}

private func decode<Value: Decodable>(
    _ type: Value.Type, _ json: JSON, _ path: @autoclosure () -> [any CodingKey]
) throws -> Value {
    if let scalar = type as? any JSONScalarReading.Type {
        guard let value = scalar.read(json) as? Value else { throw mismatch(type, path()) }
        return value
    }
    return try Value(from: JSONTreeDecoder(json: json, codingPath: path()))
}

private func mismatch(_ type: Any.Type, _ path: [any CodingKey]) -> DecodingError {
    .typeMismatch(type, .init(codingPath: path, debugDescription: "the JSON holds something else"))
}

/// Reads one value of a tree.
private struct JSONTreeDecoder: Decoder {
    let json: JSON
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard case .object(let members) = json else { throw mismatch([String: JSON].self, codingPath) }
        return KeyedDecodingContainer(KeyedJSONDecoding(members: members, codingPath: codingPath))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard case .array(let items) = json else { throw mismatch([JSON].self, codingPath) }
        return UnkeyedJSONDecoding(items: items, codingPath: codingPath)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer {
        SingleJSONDecoding(json: json, codingPath: codingPath)
    }
}

/// Reads the members of an object.
private struct KeyedJSONDecoding<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let members: [String: JSON]
    let codingPath: [any CodingKey]

    var allKeys: [Key] { members.keys.compactMap { Key(stringValue: $0) } }

    func contains(_ key: Key) -> Bool { members[key.stringValue] != nil }

    private func member(_ key: Key) throws -> JSON {
        guard let member = members[key.stringValue] else {
            throw DecodingError.keyNotFound(
                key, .init(codingPath: codingPath, debugDescription: "there is no \(key.stringValue)"))
        }
        return member
    }

    func decodeNil(forKey key: Key) throws -> Bool { try member(key) == .null }

    func decode(_ type: String.Type, forKey key: Key) throws -> String {
        guard case .string(let text) = try member(key) else { throw mismatch(type, codingPath + [key]) }
        return text
    }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try Kernel.decode(type, try member(key), codingPath + [key])
    }

    private func inner(_ key: Key) throws -> JSONTreeDecoder {
        JSONTreeDecoder(json: try member(key), codingPath: codingPath + [key])
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> { try inner(key).container(keyedBy: type) }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try inner(key).unkeyedContainer()
    }

    func superDecoder() -> any Decoder { JSONTreeDecoder(json: members["super"] ?? .null, codingPath: codingPath) }

    func superDecoder(forKey key: Key) throws -> any Decoder { try inner(key) }
}

/// Reads the items of an array, one after another.
private struct UnkeyedJSONDecoding: UnkeyedDecodingContainer {
    let items: [JSON]
    let codingPath: [any CodingKey]
    private(set) var currentIndex = 0

    init(items: [JSON], codingPath: [any CodingKey]) {
        self.items = items
        self.codingPath = codingPath
    }

    var count: Int? { items.count }
    var isAtEnd: Bool { currentIndex == items.count }

    private mutating func next() throws -> JSON {
        guard !isAtEnd else {
            throw DecodingError.valueNotFound(
                JSON.self, .init(codingPath: codingPath, debugDescription: "the list has ended"))
        }
        currentIndex += 1
        return items[currentIndex - 1]
    }

    mutating func decodeNil() -> Bool {
        guard !isAtEnd, items[currentIndex] == .null else { return false }
        currentIndex += 1
        return true
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try Kernel.decode(type, try next(), codingPath)
    }

    mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) throws -> KeyedDecodingContainer<Nested>
    { try JSONTreeDecoder(json: try next(), codingPath: codingPath).container(keyedBy: type) }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try JSONTreeDecoder(json: try next(), codingPath: codingPath).unkeyedContainer()
    }

    mutating func superDecoder() throws -> any Decoder {
        JSONTreeDecoder(json: try next(), codingPath: codingPath)
    }
}

/// Reads the one value.
private struct SingleJSONDecoding: SingleValueDecodingContainer {
    let json: JSON
    let codingPath: [any CodingKey]

    func decodeNil() -> Bool { json == .null }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try Kernel.decode(type, json, codingPath) }
}

/// A value that one word of JSON describes, or JSON itself.
private protocol JSONScalarReading {
    static func read(_ json: JSON) -> Self?
}

extension JSON: JSONScalarReading {
    fileprivate static func read(_ json: JSON) -> JSON? { json }
}

extension Bool: JSONScalarReading {
    fileprivate static func read(_ json: JSON) -> Bool? { json.bool }
}

extension String: JSONScalarReading {
    fileprivate static func read(_ json: JSON) -> String? { json.string }
}

extension Decimal: JSONScalarReading {
    fileprivate static func read(_ json: JSON) -> Decimal? { json.number }
}

extension FixedWidthInteger {
    fileprivate static func read(_ json: JSON) -> Self? {
        guard let number = json.number else { return nil }
        let value = NSDecimalNumber(decimal: number)
        if let whole = Self(exactly: value.int64Value), Decimal(value.int64Value) == number { return whole }
        guard let whole = Self(exactly: value.uint64Value), Decimal(value.uint64Value) == number else { return nil }
        return whole
    }
}

extension Int: JSONScalarReading {}
extension Int8: JSONScalarReading {}
extension Int16: JSONScalarReading {}
extension Int32: JSONScalarReading {}
extension Int64: JSONScalarReading {}
extension UInt: JSONScalarReading {}
extension UInt8: JSONScalarReading {}
extension UInt16: JSONScalarReading {}
extension UInt32: JSONScalarReading {}
extension UInt64: JSONScalarReading {}

extension LosslessStringConvertible where Self: BinaryFloatingPoint {
    fileprivate static func read(_ json: JSON) -> Self? { json.number.flatMap { Self($0.description) } }
}

extension Double: JSONScalarReading {}
extension Float: JSONScalarReading {}
