package import Kernel

/// A request as a handler sees it: after session, language, token and form have been read.
package struct Request: Sendable {
    package let method: Route.Method
    package let path: String
    /// The path with its query, as it can be linked to again.
    package let address: String
    package let query: FormValues
    package let form: FormValues
    package let headers: [String: String]
    package let language: Language
    package let visitor: Visitor?
    /// Proof of dossiers whose code and secret were given in this browser, as `CookieJar` keeps it.
    package let cookies: [String: String]
    /// The address of whoever asks, for rate limits; never written to logs in full.
    package let clientAddress: String
    /// What tries are counted by: the address, or its network when it has one to itself.
    package var clientNetwork: String { ClientNetwork.of(clientAddress) }
    /// Names this request in logs and on the fault page.
    package let number: String
    package let formToken: String

    /// The secret of the session that holds; nil when nobody is signed in, whatever the cookie says.
    var liveSession: String? { visitor == nil ? nil : cookies[CookieJar.session] }

    package func header(_ name: String) -> String? { headers[name.lowercased()] }

    /// A path of this site that the caller asked to be brought back to; nil for anything that leads elsewhere.
    package static func localPath(_ text: String) -> String? {
        // Browsers drop tabs and other signs of control from an address, so that `/<tab>/host` would lead to `host`.
        guard text.hasPrefix("/"), !text.hasPrefix("//"), !text.contains("\\"),
            text.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F })
        else { return nil }
        return text
    }
}
