import Crypto
import Foundation
import Kernel
import Storage

/// A form that was sent when its session had ended. Its answers wait until the person has signed in again.
struct ParkedForms: Sendable {
    let database: any Database
    let clock: any TimeSource

    /// Keeps the answers for an hour, but no password or code; returns the secret under which they are found again.
    /// - Parameter account: whose session had ended; nobody else gets the answers back.
    func park(_ form: FormValues, for address: String, of account: String?) async throws -> String {
        let secret = Secret.random()
        let body = JSON.array(
            form.pairs.filter { $0.name != "_token" && $0.name != "code" && !$0.name.hasSuffix("password") }
                .map { .array([.string($0.name), .string($0.value)]) })
        let ends = clock.now.adding(hours: 1)
        _ = try await database.write { tx in
            try tx.run(
                """
                INSERT INTO parked_form (id_hash, address, body, ends_at, account)
                VALUES (\(Secret.hash(secret)), \(address), \(body), \(ends), \(account))
                """)
        }
        return secret
    }

    /// The answers and where they were sent; nil when they are not there any more, or are somebody else's.
    func find(_ secret: String, by account: String) async throws -> (address: String, form: FormValues)? {
        let now = clock.now
        return try await database.read { tx in
            guard
                let row = try tx.row(
                    """
                    SELECT address, body FROM parked_form
                    WHERE id_hash = \(Secret.hash(secret)) AND ends_at > \(now)
                      AND (account IS NULL OR account = \(account))
                    """)
            else { return nil }
            let body: JSON = try row.get("body")
            let pairs = (body.array ?? []).map { ($0[0]?.string ?? "", $0[1]?.string ?? "") }
            return (try row.get("address"), FormValues(pairs: pairs))
        }
    }
}

/// Random secrets for cookies and links, and the hashes under which they are kept.
package enum Secret {
    /// 32 random bytes as 43 characters that may stand in an address.
    package static func random() -> String {
        let key = SymmetricKey(size: .bits256)
        return key.withUnsafeBytes { base64($0) }
    }

    /// SHA-256 in hexadecimal digits: enough for secrets that are long and random.
    package static func hash(_ secret: String) -> String {
        SHA256.hash(data: Data(secret.utf8)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// A keyed code over `text`, for tokens that need not be kept.
    package static func code(_ text: String, key: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: SymmetricKey(data: Data(key.utf8)))
        return code.withUnsafeBytes { base64($0) }
    }

    /// Compares without telling by its time where the first difference is.
    package static func equal(_ a: String, _ b: String) -> Bool {
        let (a, b) = (Array(a.utf8), Array(b.utf8))
        guard a.count == b.count else { return false }
        return zip(a, b).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static func base64(_ bytes: UnsafeRawBufferPointer) -> String {
        Data(bytes).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
