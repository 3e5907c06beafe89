import Kernel

/// Proof that a form was shown by this site in this browser, and to whom (form token).
///
/// Two codes with a dot between: one of the browser (`CookieJar.visit`), one of the browser and the session under which
/// the form was shown. Without the second, whoever could lay their own visit cookie into somebody's browser would know
/// the token of everything that person may do. OWASP, Cross-Site Request Forgery Prevention, "Signed double submit".
struct FormToken: Sendable {
    enum Fit {
        /// Shown in this browser under the session that sends it, or where nobody is signed in.
        case whole
        /// Shown in this browser, but under another session or none: it is asked once more before it has effect.
        case browserOnly
        case none
    }

    private let browser: String
    private let session: String

    /// - Parameters:
    ///   - visit: the browser's own secret.
    ///   - session: the secret of the session that holds now; nil when nobody is signed in.
    init(visit: String, session: String?, key: String) {
        browser = visit.isEmpty ? "" : Secret.code("form:" + visit, key: key)
        self.session = session.map { Secret.code("form:" + visit + ":" + Secret.hash($0), key: key) } ?? ""
    }

    /// As it stands in a form; empty without a visit cookie.
    var text: String { browser.isEmpty || session.isEmpty ? browser : browser + "." + session }

    func fit(_ given: String) -> Fit {
        let parts = given.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard !browser.isEmpty, let first = parts.first, Secret.equal(first, browser) else { return .none }
        guard !session.isEmpty else { return .whole }
        return parts.count == 2 && Secret.equal(parts[1], session) ? .whole : .browserOnly
    }
}
