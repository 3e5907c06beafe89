import Kernel

/// The cookies of this site.
///
/// Over TLS their names carry the prefix `__Host-`: browsers take such a cookie from this host alone, over TLS, for the
/// whole site (RFC 6265bis, 4.1.3.2), so that no neighbour below the same domain can lay one in.
package enum CookieJar {
    private static let prefix = "__Host-"

    /// Holds the secret of a session.
    package static let session = "mc_session"
    /// Ties the token of a form to the browser in which it was shown.
    package static let visit = "mc_visit"
    package static let language = "mc_lang"
    /// Which dossiers were opened here with their code and secret.
    package static let holder = "mc_holder"

    /// The values by the names that features use; over TLS only those that this host itself has set.
    static func read(_ header: String, isSecure: Bool) -> [String: String] {
        var cookies: [String: String] = [:]
        for part in header.split(separator: ";") {
            let pair = part.split(separator: "=", maxSplits: 1)
            guard pair.count == 2 else { continue }
            let name = String(pair[0]).trimmed
            guard isSecure else {
                cookies[name] = String(pair[1]).trimmed
                continue
            }
            if name.hasPrefix(prefix) { cookies[String(name.dropFirst(prefix.count))] = String(pair[1]).trimmed }
        }
        return cookies
    }

    /// The field that sets a cookie, as it goes out.
    static func field(_ cookie: String, isSecure: Bool) -> String {
        isSecure ? prefix + cookie + "; Secure" : cookie
    }
}
