import Directory
package import Kernel

/// A session (phiên đăng nhập): somebody signed in with one browser. The browser holds the secret, the site its hash.
package struct Session: Sendable, Hashable {
    package typealias ID = Kernel.ID<Session>

    package let id: ID
    package let account: Account.ID
    package let browser: String
    package let createdAt: Instant
    package let seenAt: Instant
    package let endsAt: Instant
}

/// How long a session lasts. People: 30 days, and 12 hours after it was last used, because phones and home computers
/// are shared. Officials: one working day of 10 hours, and 3 hours after it was last used, longer than the lunch break.
enum SessionLength {
    static func longest(_ kind: Account.Kind) -> Int64 { kind == .person ? 30 * 24 : 10 }
    static func idle(_ kind: Account.Kind) -> Int64 { kind == .person ? 12 : 3 }

    /// How stale "last seen" may be: it is written at most this often, in minutes.
    static let seenEvery: Int64 = 5
}

/// A session that has just begun, with the secret for the cookie.
package struct StartedSession: Sendable {
    package let id: Session.ID
    package let secret: String
    package let account: Account.ID
    package let kind: Account.Kind
    /// How long the cookie lives, in seconds; nil until the browser closes.
    package let cookieSeconds: Int?
}
