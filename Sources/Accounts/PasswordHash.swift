import Crypto
import CryptoExtras
import Foundation
import NIOPosix

/// How much work a guess at a password costs: the parameters of scrypt (RFC 7914), kept beside each hash so that they
/// can be raised later.
package struct PasswordCost: Sendable, Hashable {
    /// Binary logarithm of N.
    package let rounds: Int
    package let blockSize: Int
    package let parallelism: Int

    package init(rounds: Int, blockSize: Int = 8, parallelism: Int = 1) {
        self.rounds = rounds
        self.blockSize = blockSize
        self.parallelism = parallelism
    }

    /// N = 2^15, r = 8, p = 3: one of the equal settings of OWASP's password storage cheat sheet, with 32 MiB a guess.
    package static let usual = PasswordCost(rounds: 15, blockSize: 8, parallelism: 3)
}

/// Hashes passwords on the thread pool for blocking calls.
struct PasswordHasher: Sendable {
    let cost: PasswordCost

    /// `scrypt$15$8$3$salt$hash`, both in base 64.
    func hash(_ password: String) async throws -> String {
        let salt = AccountToken.bytes(16)
        let key = try await Self.derive(password, salt: salt, cost)
        return "scrypt$\(cost.rounds)$\(cost.blockSize)$\(cost.parallelism)$"
            + Data(salt).base64EncodedString() + "$" + Data(key).base64EncodedString()
    }

    /// Whether the password is the one that was hashed. Without a hash the same work is done and the answer is no, so
    /// that the time tells nothing about whether there is an account.
    func verify(_ password: String, against stored: String?) async throws -> Bool {
        guard let stored, let known = Stored(stored) else {
            _ = try await Self.derive(password, salt: [UInt8](repeating: 0, count: 16), cost)
            return false
        }
        let key = try await Self.derive(password, salt: known.salt, known.cost)
        return AccountToken.equal(key, known.key)
    }

    /// Whether a hash was made with other parameters than today's.
    func isOutdated(_ stored: String) -> Bool { Stored(stored)?.cost != cost }

    private struct Stored {
        let cost: PasswordCost
        let salt: [UInt8]
        let key: [UInt8]

        init?(_ text: String) {
            let parts = text.split(separator: "$")
            guard parts.count == 6, parts[0] == "scrypt", let rounds = Int(parts[1]), let block = Int(parts[2]),
                let lanes = Int(parts[3]), let salt = Data(base64Encoded: String(parts[4])),
                let key = Data(base64Encoded: String(parts[5])), (1...24).contains(rounds)
            else { return nil }
            cost = PasswordCost(rounds: rounds, blockSize: block, parallelism: lanes)
            self.salt = Array(salt)
            self.key = Array(key)
        }
    }

    private static func derive(_ password: String, salt: [UInt8], _ cost: PasswordCost) async throws -> [UInt8] {
        // The two Unicode forms of an accented letter are one password: keyboards differ.
        let bytes = Array(password.precomposedStringWithCanonicalMapping.utf8)
        return try await NIOThreadPool.singleton.runIfActive {
            try KDF.Scrypt.deriveKey(
                from: bytes, salt: salt, outputByteCount: 32, rounds: 1 << cost.rounds, blockSize: cost.blockSize,
                parallelism: cost.parallelism
            ).withUnsafeBytes { Array($0) }
        }
    }
}
