import Foundation

extension JSON {
    /// Any encodable value as JSON: what Foundation's encoder would write, without the text between, which takes three
    /// times as long; every act encodes half a dozen values. (Foundation's own forms of `Data` and `URL` are not known.)
    package init(encoding value: some Encodable) throws { self = try JSONTreeEncoder.json(of: value) }
}

/// Builds the JSON of one value.
private final class JSONTreeEncoder: Encoder, JSONPart {
    let codingPath: [any CodingKey] = []
    let userInfo: [CodingUserInfoKey: Any] = [:]
    private var part: (any JSONPart)?

    var json: JSON { part?.json ?? [:] }

    static func json<Value: Encodable>(of value: Value) throws -> JSON {
        if let scalar = value as? any JSONScalar { return try scalar.scalar }
        let encoder = JSONTreeEncoder()
        try value.encode(to: encoder)
        return encoder.json
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        let members = part as? JSONMembers ?? JSONMembers()
        part = members
        return KeyedEncodingContainer(KeyedJSONEncoding(members: members))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        let items = part as? JSONItems ?? JSONItems()
        part = items
        return UnkeyedJSONEncoding(items: items)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        let single = JSONSingle()
        part = single
        return SingleJSONEncoding(single: single)
    }
}

/// What an encoder is filling; nested containers are parts of their own until the end.
private protocol JSONPart: AnyObject {
    var json: JSON { get }
}

/// An object that is being filled.
private final class JSONMembers: JSONPart {
    var members: [String: JSON] = [:]
    var nested: [(key: String, part: any JSONPart)] = []

    var json: JSON {
        if nested.isEmpty { return .object(members) }
        return .object(members.merging(nested.map { ($0.key, $0.part.json) }) { $1 })
    }
}

/// An array that is being filled.
private final class JSONItems: JSONPart {
    var items: [JSON] = []
    var nested: [(place: Int, part: any JSONPart)] = []

    var json: JSON {
        var items = items
        for (place, part) in nested { items[place] = part.json }
        return .array(items)
    }
}

/// One value that stands alone.
private final class JSONSingle: JSONPart {
    var json = JSON.null
}

/// Fills an object, member by member.
private struct KeyedJSONEncoding<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let members: JSONMembers
    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) { members.members[key.stringValue] = .null }

    func encode(_ value: String, forKey key: Key) { members.members[key.stringValue] = .string(value) }

    func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
        members.members[key.stringValue] = try JSONTreeEncoder.json(of: value)
    }

    private func nest<Part: JSONPart>(_ part: Part, _ key: String) -> Part {
        members.nested.append((key, part))
        return part
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        KeyedEncodingContainer(KeyedJSONEncoding<Nested>(members: nest(JSONMembers(), key.stringValue)))
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        UnkeyedJSONEncoding(items: nest(JSONItems(), key.stringValue))
    }

    func superEncoder() -> any Encoder { nest(JSONTreeEncoder(), "super") }

    func superEncoder(forKey key: Key) -> any Encoder { nest(JSONTreeEncoder(), key.stringValue) }
}

/// Fills an array, item by item.
private struct UnkeyedJSONEncoding: UnkeyedEncodingContainer {
    let items: JSONItems
    var codingPath: [any CodingKey] { [] }
    var count: Int { items.items.count }

    func encodeNil() { items.items.append(.null) }

    func encode<Value: Encodable>(_ value: Value) throws { items.items.append(try JSONTreeEncoder.json(of: value)) }

    private func nest<Part: JSONPart>(_ part: Part) -> Part {
        items.nested.append((count, part))
        items.items.append(.null)
        return part
    }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        KeyedEncodingContainer(KeyedJSONEncoding<Nested>(members: nest(JSONMembers())))
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { UnkeyedJSONEncoding(items: nest(JSONItems())) }

    func superEncoder() -> any Encoder { nest(JSONTreeEncoder()) }
}

/// Sets the one value.
private struct SingleJSONEncoding: SingleValueEncodingContainer {
    let single: JSONSingle
    var codingPath: [any CodingKey] { [] }

    func encodeNil() { single.json = .null }

    func encode<Value: Encodable>(_ value: Value) throws { single.json = try JSONTreeEncoder.json(of: value) }
}

/// A value that is one word of JSON, or JSON already.
private protocol JSONScalar {
    var scalar: JSON { get throws }
}

extension JSON: JSONScalar {
    fileprivate var scalar: JSON { self }
}

extension Bool: JSONScalar {
    fileprivate var scalar: JSON { .bool(self) }
}

extension String: JSONScalar {
    fileprivate var scalar: JSON { .string(self) }
}

extension Decimal: JSONScalar {
    fileprivate var scalar: JSON { .number(self) }
}

extension FixedWidthInteger {
    fileprivate var scalar: JSON { .number(Int64(exactly: self).map { Decimal($0) } ?? Decimal(UInt64(self))) }
}

extension Int: JSONScalar {}
extension Int8: JSONScalar {}
extension Int16: JSONScalar {}
extension Int32: JSONScalar {}
extension Int64: JSONScalar {}
extension UInt: JSONScalar {}
extension UInt8: JSONScalar {}
extension UInt16: JSONScalar {}
extension UInt32: JSONScalar {}
extension UInt64: JSONScalar {}

extension BinaryFloatingPoint where Self: CustomStringConvertible & Encodable {
    fileprivate var scalar: JSON {
        get throws {
            guard isFinite, let number = Decimal(string: description, locale: nil) else {
                throw EncodingError.invalidValue(
                    self, .init(codingPath: [], debugDescription: "JSON has no such number"))
            }
            return .number(number)
        }
    }
}

extension Double: JSONScalar {}
extension Float: JSONScalar {}
