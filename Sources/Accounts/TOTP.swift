import Crypto
import Foundation
package import Kernel

/// A time-based one-time password (RFC 6238 over RFC 4226): HMAC-SHA-1, steps of 30 seconds, six digits, which is what
/// every authenticator program knows.
package enum TOTP {
    package static let period: Int64 = 30

    /// 20 random bytes, the length that RFC 4226, section 4 recommends.
    static func newSecret() -> [UInt8] { AccountToken.bytes(20) }

    package static func step(at now: Instant) -> Int64 { now.microseconds.floorDivided(by: period * 1_000_000) }

    /// The code of one step.
    package static func code(secret: [UInt8], step: Int64, digits: Int = 6) -> String {
        let counter = withUnsafeBytes(of: UInt64(bitPattern: step).bigEndian) { Array($0) }
        let mac = Array(
            HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret)))
        let offset = Int(mac[mac.count - 1] & 0x0F)
        let value = mac[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let number = String(UInt64(value) % Self.power(digits))
        return String(repeating: "0", count: max(0, digits - number.count)) + number
    }

    /// A key as an authenticator program takes it: base 32, with or without spaces.
    package static func key(typed text: String) -> [UInt8]? { Base32.decode(text) }

    /// The step whose code was typed: this one, the one before or the one after (clocks differ), and none that was used
    /// already (RFC 6238, section 5.2). nil when the code is not right.
    static func match(_ typed: String, secret: [UInt8], at now: Instant, after last: Int64?) -> Int64? {
        let digits = Array(typed.utf8.filter { (0x30...0x39).contains($0) })
        let present = step(at: now)
        var found: Int64?
        for candidate in present - 1...present + 1 {
            let isRight = AccountToken.equal(Array(code(secret: secret, step: candidate).utf8), digits)
            if isRight, candidate > last ?? Int64.min { found = candidate }
        }
        return found
    }

    /// The key as a QR code carries it to an authenticator program.
    static func address(secret: [UInt8], account: String, issuer: String) -> String {
        let label = encode(issuer) + ":" + encode(account)
        return "otpauth://totp/\(label)?secret=\(Base32.encode(secret))&issuer=\(encode(issuer))"
            + "&algorithm=SHA1&digits=6&period=30"
    }

    private static func encode(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }

    private static func power(_ digits: Int) -> UInt64 { (0..<digits).reduce(1) { value, _ in value * 10 } }
}
