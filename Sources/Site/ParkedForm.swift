import Crypto
import Foundation
import Kernel
import Storage

/// A form that was sent when its session had ended. Its answers wait in the database until the person has signed in
/// again, in the browser from which they were sent.
///
/// A form that one browser sent is never shown in another: otherwise a stranger could lay a form of their own making
/// into the hands of an official, who would send it with one press.
struct ParkedForms: Sendable {
    /// Where a form was going, what was typed in it, and which files came with it and were not kept.
    struct Parked: Sendable {
        let address: String
        let form: FormValues
        let files: [FormValues.FileName]
    }

    /// How many forms wait at most, and how many bytes of them; those of nobody known may take half of it.
    struct Room: Sendable {
        var forms = 20_000
        var bytes = 256 << 20
    }

    let database: any Database
    let clock: any TimeSource
    var room = Room()

    /// Keeps the answers for an hour, but no password; returns the secret under which they are found again, or nil when
    /// too much waits already.
    /// - Parameters:
    ///   - account: whose session had ended; nil when the browser has no trace of one. Nobody else gets the answers.
    ///   - visit: the browser's own secret, `CookieJar.visit`.
    func park(_ form: FormValues, for address: String, of account: String?, visit: String) async throws -> String? {
        let secret = Secret.random()
        let pairs = form.pairs.filter { !$0.name.hasPrefix("_") && !$0.name.hasSuffix("password") }
        let body = JSON.object([
            "pairs": .array(pairs.map { .array([.string($0.name), .string($0.value)]) }),
            "files": .array(form.fileNames.map { .array([.string($0.field), .string($0.filename)]) }),
        ])
        let size = body.canonical.utf8.count
        let now = clock.now
        let share = account == nil ? 2 : 1
        let room = room
        return try await database.write { tx in
            let waiting = try tx.row(
                """
                SELECT count(*) AS forms, CAST(coalesce(sum(size), 0) AS BIGINT) AS bytes
                FROM parked_form WHERE ends_at > \(now)
                """)
            guard let waiting, try waiting.get("forms", as: Int.self) < room.forms / share,
                try waiting.get("bytes", as: Int.self) + size <= room.bytes / share
            else { return nil }
            try tx.run(
                """
                INSERT INTO parked_form (id_hash, address, body, ends_at, account, visit_hash, size)
                VALUES (\(Secret.hash(secret)), \(address), \(body), \(now.adding(hours: 1)), \(account),
                    \(Secret.hash(visit)), \(size))
                """)
            return secret
        }
    }

    /// The answers and where they were going; nil when they are not there any more, are somebody else's or came from
    /// another browser. From now on they are those of `account`.
    func take(_ secret: String, by account: String, visit: String) async throws -> Parked? {
        let now = clock.now
        return try await database.write { tx in
            let row = try tx.row(
                """
                UPDATE parked_form SET account = \(account)
                WHERE id_hash = \(Secret.hash(secret)) AND visit_hash = \(Secret.hash(visit)) AND ends_at > \(now)
                  AND (account IS NULL OR account = \(account))
                RETURNING address, body
                """)
            guard let row else { return nil }
            let body: JSON = try row.get("body")
            func pairs(_ name: String) -> [(String, String)] {
                (body[name]?.array ?? []).map { ($0[0]?.string ?? "", $0[1]?.string ?? "") }
            }
            return Parked(
                address: try row.get("address"), form: FormValues(pairs: pairs("pairs")),
                files: pairs("files").map { FormValues.FileName(field: $0.0, filename: $0.1) })
        }
    }

    /// The answers were sent: they wait no longer.
    func remove(_ secret: String, of account: String, visit: String) async throws {
        _ = try await database.write { tx in
            try tx.run(
                """
                DELETE FROM parked_form
                WHERE id_hash = \(Secret.hash(secret)) AND visit_hash = \(Secret.hash(visit)) AND account = \(account)
                """)
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
        Hex.text(SHA256.hash(data: Data(secret.utf8)))
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
        let text = Data(bytes).base64EncodedData().compactMap { byte -> UInt8? in
            switch byte {
            case UInt8(ascii: "+"): UInt8(ascii: "-")
            case UInt8(ascii: "/"): UInt8(ascii: "_")
            case UInt8(ascii: "="): nil
            default: byte
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
