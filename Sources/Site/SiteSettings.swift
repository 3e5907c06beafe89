/// What the site must know of its surroundings.
package struct SiteSettings: Sendable {
    /// Whether browsers reach the site over TLS (its own or a proxy's): cookies are Secure then.
    package var isSecure: Bool
    /// The address under which browsers reach the site; nil when only the host they ask for is known.
    package var address: String?
    /// Whether a proxy in front is trusted to say who asks (`X-Forwarded-For`).
    package var trustsProxy: Bool
    /// The secret for form tokens; the same on every node.
    package var secret: String
    /// A folder for files while they arrive.
    package var uploadFolder: String
    /// The bearer token for `/metrics`; without one only the machine itself may ask.
    package var metricsToken: String?

    package init(
        isSecure: Bool, address: String? = nil, trustsProxy: Bool, secret: String, uploadFolder: String,
        metricsToken: String? = nil
    ) {
        self.address = address
        self.isSecure = isSecure
        self.trustsProxy = trustsProxy
        self.secret = secret
        self.uploadFolder = uploadFolder
        self.metricsToken = metricsToken
    }
}
