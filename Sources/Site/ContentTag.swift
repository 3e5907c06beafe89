/// A name for content, for ETag (RFC 9110, 8.8.3): FNV-1a, 64 bits, over eight bytes at a time.
enum ContentTag {
    static func of(_ bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        bytes.withUnsafeBytes { raw in
            var at = 0
            while at + 8 <= raw.count {
                hash = (hash ^ raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)) &* 0x100_0000_01b3
                hash ^= hash >> 29
                at += 8
            }
            while at < raw.count {
                hash = (hash ^ UInt64(raw[at])) &* 0x100_0000_01b3
                at += 1
            }
        }
        return String(hash, radix: 36)
    }

    /// Whether a browser's If-None-Match names the tag (RFC 9110, 13.1.2: compared weakly).
    static func matches(_ field: String?, _ tag: String) -> Bool {
        (field ?? "").split(separator: ",").contains { part in
            let one = part.trimmingPrefix { $0 == " " }
            return one == "*" || (one.hasPrefix("W/") ? one.dropFirst(2) : one).prefix { $0 != " " } == tag
        }
    }
}
