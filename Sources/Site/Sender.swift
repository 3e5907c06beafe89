import Foundation
import Kernel

/// Which site a form was sent from, as the browser says it.
///
/// Browsers set `Sec-Fetch-Site` (W3C Fetch Metadata) and `Origin` (Fetch, 3.1) themselves; pages cannot. Programs and
/// old browsers send neither, and their forms are judged by the token alone.
enum Sender {
    /// - Parameters:
    ///   - host: the host and port that were asked.
    ///   - address: the address under which browsers reach the site.
    static func isThisSite(_ headers: [String: String], host: String?, address: String?) -> Bool {
        if let site = headers["sec-fetch-site"] { return site == "same-origin" || site == "none" }
        guard let origin = headers["origin"] else { return true }
        guard let from = authority(of: origin) else { return false }
        return from == address.flatMap { authority(of: $0) } || from == host?.lowercased()
    }

    /// Host and port of an address, without the port that its scheme has anyway; nil for `null`.
    private static func authority(of address: String) -> String? {
        guard let parts = URLComponents(string: address), let host = parts.host?.lowercased(), !host.isEmpty else {
            return nil
        }
        guard let port = parts.port, port != (parts.scheme == "https" ? 443 : 80) else { return host }
        return "\(host):\(port)"
    }
}
