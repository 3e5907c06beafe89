package import Directory
package import Kernel

/// An account (tài khoản): somebody who can sign in, as a person at the portal or as an official at the desk.
package struct Account: Sendable {
    package typealias ID = AccountID

    package enum Kind: String, Sendable { case person, official }

    /// How sure the site is that the account belongs to whom it names.
    package enum Assurance: String, Sendable {
        /// What the person typed.
        case declared
        /// Seen at the counter with the person's papers.
        case counter
    }

    package let id: ID
    package let kind: Kind
    package let email: String
    package let emailConfirmedAt: Instant?
    package let phone: String
    package let name: String
    /// Unique only when it was seen at the counter: several accounts may declare one number.
    package let citizenNumber: CitizenNumber?
    package let assurance: Assurance
    package let hasPassword: Bool
    /// Since when signing in needs a code besides the password.
    package let secondFactorSince: Instant?
    package let createdAt: Instant
    package let closedAt: Instant?
    /// How often the address was registered until it was confirmed.
    let registrations: Int
    /// The agency or unit for which an administrator made the account, or to which it was handed over
    /// (`HandOverAccount`); nil when the person registered it.
    package let keeper: Agency.ID?
    package let version: Int

    /// Registered by the person: it stays theirs in office too, so that no administrator sets its password.
    package var isPersonal: Bool { keeper == nil }

    /// Whether name and number are what the person says, and so theirs to change.
    var namesItself: Bool { kind == .person && assurance == .declared }

    /// The citizen number if it was seen with the person's papers; only that one says who somebody is.
    package var seenNumber: CitizenNumber? { assurance == .counter ? citizenNumber : nil }

    /// `ng…@mau.example`: enough to recognise one's own address, not enough to learn another's.
    package var maskedEmail: String { Self.masked(email) }

    static func masked(_ email: String) -> String {
        guard let at = email.firstIndex(of: "@") else { return "…" }
        return email[..<at].prefix(2) + "…" + email[at...]
    }
}
