import Directory
package import Kernel
package import Storage

/// The names of the places that answers name by their codes, as they are when something is written down.
package struct CasePlaces {
    private let present: [String: String]
    private let earlier: [String: String]

    package init(in answers: JSON, _ tx: any Transaction) throws {
        let codes = Self.codes(in: answers)
        func names(_ found: [(code: String, name: String)]) -> [String: String] {
            Dictionary(found.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        }
        present = names(try Directory.territoryNames(codes, in: tx))
        earlier = names(try Directory.earlierTerritoryNames(codes, in: tx))
    }

    package func name(_ code: String, _ isEarlier: Bool) -> String? { (isEarlier ? earlier : present)[code] }

    /// What among answers may be a code: two digits to five.
    private static func codes(in answers: JSON) -> Set<String> {
        switch answers {
        case .string(let text):
            (2...5).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? [text] : []
        case .array(let items): items.reduce(into: []) { $0.formUnion(codes(in: $1)) }
        case .object(let members): members.values.reduce(into: []) { $0.formUnion(codes(in: $1)) }
        case .null, .bool, .number: []
        }
    }
}
