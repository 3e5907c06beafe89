/// What accounts must know of the site.
package struct AccountsSettings: Sendable {
    /// Where browsers find the site, for links in messages: `https://motcua.example`, without a slash at the end.
    package var address: String
    /// As it stands in messages and in authenticator programs.
    package var siteName: String
    package var passwordCost: PasswordCost
    /// The site's secret; the code of the first-start page comes from it.
    package var secret: String

    package init(address: String, siteName: String, secret: String, passwordCost: PasswordCost = .usual) {
        self.address = address
        self.siteName = siteName
        self.secret = secret
        self.passwordCost = passwordCost
    }
}
