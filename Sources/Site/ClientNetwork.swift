import Foundation
import Kernel

/// The network from which somebody asks, for counting tries.
///
/// An IPv4 address is counted by itself. An IPv6 one counts by its first 64 bits: whoever is connected has at least such
/// a network to themself (RFC 6177) and takes another address of it whenever they like (RFC 8981).
enum ClientNetwork {
    static func of(_ address: String) -> String {
        let text = address.split(separator: "%", maxSplits: 1).first.map(String.init) ?? address
        var bytes = [UInt8](repeating: 0, count: 16)
        guard inet_pton(AF_INET6, text, &bytes) == 1 else { return address }
        // An IPv4 address as a socket for both kinds shows it: `::ffff:192.0.2.1` (RFC 4291, 2.5.5.2).
        if bytes.prefix(10).allSatisfy({ $0 == 0 }), bytes[10] == 0xFF, bytes[11] == 0xFF {
            return bytes[12...].map { String($0) }.joined(separator: ".")
        }
        return Hex.text(bytes.prefix(8)) + "/64"
    }
}
