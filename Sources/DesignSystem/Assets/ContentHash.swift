import Crypto

/// The beginning of a content's SHA-256 in hexadecimal, as part of its file name.
enum ContentHash {
    static func short(_ text: String) -> String {
        let digits = Array("0123456789abcdef")
        return String(
            SHA256.hash(data: Array(text.utf8)).prefix(5).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
}
