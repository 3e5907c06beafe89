import Crypto
import Foundation
import Kernel

/// Signs the checkpoints of the log (Ed25519). The key is derived from the site's secret, so that every node has it.
package struct LogKey: Sendable {
    private let seed: SymmetricKey

    package init(secret: String) {
        seed = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: Data(secret.utf8)), info: Data("motcua log checkpoint".utf8),
            outputByteCount: 32)
    }

    private func key() throws -> Curve25519.Signing.PrivateKey {
        try seed.withUnsafeBytes { try Curve25519.Signing.PrivateKey(rawRepresentation: Data($0)) }
    }

    /// The public half, by which somebody else can check the log and recognise the site's secret; base64.
    package func publicKey() throws -> String { try key().publicKey.rawRepresentation.base64EncodedString() }

    static func text(size: Int, root: String, at: Instant) -> Data {
        Data("motcua-log\n\(size)\n\(root)\n\(at)\n".utf8)
    }

    func sign(size: Int, root: String, at: Instant) throws -> String {
        try key().signature(for: Self.text(size: size, root: root, at: at)).base64EncodedString()
    }

    func verifies(_ signature: String, size: Int, root: String, at: Instant) throws -> Bool {
        guard let bytes = Data(base64Encoded: signature) else { return false }
        return try key().publicKey.isValidSignature(bytes, for: Self.text(size: size, root: root, at: at))
    }
}
