package import Casework

/// What notices must know of the site.
package struct NoticeSettings: Sendable {
    /// Where browsers find the site, without a slash at the end.
    package let address: String
    package let siteName: String
    /// The path of a dossier's page, for whoever is signed in.
    package let dossierPath: @Sendable (Dossier.ID) -> String
    /// The path where a dossier is followed by its code and secret.
    package let lookupPath: String
    /// Whether anybody carries mail. Where nobody does, none is written: it would be old news when somebody does.
    package let sendsMail: Bool

    package init(
        address: String, siteName: String, dossierPath: @escaping @Sendable (Dossier.ID) -> String, lookupPath: String,
        sendsMail: Bool
    ) {
        self.address = address
        self.siteName = siteName
        self.dossierPath = dossierPath
        self.lookupPath = lookupPath
        self.sendsMail = sendsMail
    }
}
