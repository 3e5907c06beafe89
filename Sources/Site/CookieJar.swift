import Kernel

/// The cookies of this site.
package enum CookieJar {
    /// Holds the secret of a session.
    package static let session = "mc_session"
    /// Ties the token of a form to the browser in which it was shown.
    package static let visit = "mc_visit"
    package static let language = "mc_lang"
    /// Which dossiers were opened here with their code and secret.
    package static let holder = "mc_holder"

    static func read(_ header: String) -> [String: String] {
        var cookies: [String: String] = [:]
        for part in header.split(separator: ";") {
            let pair = part.split(separator: "=", maxSplits: 1)
            if pair.count == 2 { cookies[String(pair[0]).trimmed] = String(pair[1]).trimmed }
        }
        return cookies
    }
}
