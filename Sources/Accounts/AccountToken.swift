import Crypto
import Foundation
import Kernel

/// Secrets of sessions and links: long and random, kept only as their SHA-256.
enum AccountToken {
    /// 32 random bytes as 43 characters that may stand in an address.
    static func random() -> String {
        SymmetricKey(size: .bits256).withUnsafeBytes { bytes in
            Data(bytes).base64EncodedString()
                .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
        }
    }

    /// 80 random bits as 16 letters and digits that are hard to confuse, for a sheet of paper: `ABCD-EFGH-JKLM-NPQR`.
    static func printable() -> String {
        let letters = Array(Base32.encode(bytes(10)))
        return stride(from: 0, to: 16, by: 4).map { String(letters[$0..<$0 + 4]) }.joined(separator: "-")
    }

    /// A printed code as it is hashed, however it was typed: RFC 4648's digits 2 to 7 leave 0, 1 and 8 free.
    static func canonical(printed text: String) -> String {
        let bare = text.uppercased().filter { $0.isLetter || $0.isNumber }
            .replacing("0", with: "O").replacing("1", with: "I").replacing("8", with: "B")
        guard bare.count == 16 else { return text }
        let letters = Array(bare)
        return stride(from: 0, to: 16, by: 4).map { String(letters[$0..<$0 + 4]) }.joined(separator: "-")
    }

    static func hash(_ secret: String) -> String {
        Hex.text(SHA256.hash(data: Data(secret.utf8)))
    }

    /// `count` random bytes (a multiple of eight bits of a key).
    static func bytes(_ count: Int) -> [UInt8] {
        SymmetricKey(size: SymmetricKeySize(bitCount: count * 8)).withUnsafeBytes { Array($0) }
    }

    /// Compares without telling by its time where the first difference is.
    static func equal(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        guard a.count == b.count else { return false }
        return zip(a, b).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
