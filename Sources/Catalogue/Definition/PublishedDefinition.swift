import Crypto
import Foundation
import Kernel

/// A service definition with everything it uses written into it, as one canonical JSON document named by its hash.
///
/// Two definitions with the same content have the same hash, wherever they were written.
package struct PublishedDefinition: Sendable, Hashable {
    package let definition: ServiceDefinition
    /// Canonical JSON (Kernel's `JSON.canonical`).
    package let document: String
    /// SHA-256 of the document's UTF-8, in hexadecimal digits.
    package let hash: String

    package init(_ definition: ServiceDefinition) throws {
        self.definition = definition
        document = try JSON(encoding: definition).canonical
        hash = Self.hash(of: document)
    }

    /// Reads a stored document again; the hash is computed anew.
    package init(document: String) throws {
        definition = try JSON(parsing: document).decoded(as: ServiceDefinition.self)
        self.document = document
        hash = Self.hash(of: document)
    }

    private static func hash(of document: String) -> String {
        Hex.text(SHA256.hash(data: Data(document.utf8)))
    }

    package static func == (a: Self, b: Self) -> Bool { a.hash == b.hash }
    package func hash(into hasher: inout Hasher) { hasher.combine(hash) }
}
