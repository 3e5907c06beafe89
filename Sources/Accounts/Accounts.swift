package import Directory
package import Kernel
package import Storage

/// The accounts of people and officials, their sessions and mandates. The door other rooms use, and what the
/// operations of this room work with.
package struct Accounts: Sendable {
    package let database: any Database
    package let clock: any TimeSource
    package let directory: Directory
    package let settings: AccountsSettings
    let hasher: PasswordHasher
    /// Moves on whenever sessions were ended, so that nothing kept in memory outlives them.
    let sessionEpoch: SessionEpoch

    package init(database: any Database, clock: any TimeSource, directory: Directory, settings: AccountsSettings) {
        self.database = database
        self.clock = clock
        self.directory = directory
        self.settings = settings
        hasher = PasswordHasher(cost: settings.passwordCost)
        sessionEpoch = SessionEpoch()
    }

    package func account(_ id: Account.ID) async throws -> Account? {
        try await database.read { tx in try AccountStore.find(id, in: tx) }
    }

    package static func account(_ id: Account.ID, in tx: any Transaction) throws -> Account? {
        try AccountStore.find(id, in: tx)
    }

    /// The names of accounts, for lists that hold ids.
    package static func names(of ids: some Sequence<Account.ID>, in tx: any Transaction) throws -> [Account.ID: String]
    {
        try AccountStore.names(of: Array(Set(ids)), in: tx)
    }

    package func names(of ids: [Account.ID]) async throws -> [Account.ID: String] {
        try await database.read { tx in try AccountStore.names(of: Array(Set(ids)), in: tx) }
    }

    /// Who can be given work at an agency or unit: the holders of posts there (and their delegates) with their names.
    package static func officials(
        in agency: Agency.ID, role: Role? = nil, at now: Instant, in tx: any Transaction
    ) throws -> [NamedPost] {
        let held = try Directory.officials(in: agency, role: role, at: now, in: tx)
        let names = try AccountStore.names(of: Array(Set(held.map(\.account))), in: tx)
        return held.compactMap { post in names[post.account].map { NamedPost(name: $0, held: post) } }
    }

    package func officials(in agency: Agency.ID, role: Role? = nil) async throws -> [NamedPost] {
        let now = clock.now
        return try await database.read { tx in try Self.officials(in: agency, role: role, at: now, in: tx) }
    }

    /// Those whom an account may act for today, as it declared: its children, its firms, those who authorised it.
    package static func mandates(of account: Account.ID, on day: Day, in tx: any Transaction) throws -> [Mandate] {
        try MandateStore.all(of: account, in: tx).filter { $0.validity.contains(day) }
    }

    package func mandates(of account: Account.ID) async throws -> [Mandate] {
        let day = clock.now.day
        return try await database.read { tx in try Self.mandates(of: account, on: day, in: tx) }
    }

    /// The ways of signing in that this site offers.
    package var signInMethods: [SignInMethod] { [.password] }

    /// Whether nobody has ever administered the site: only then does its first page ask for the start code.
    package func needsFirstAdministrator() async throws -> Bool {
        try await database.read { tx in try !AccountStore.hadAdministrator(in: tx) }
    }

    /// Removes what has ended long ago: sessions, links, counts of failed tries. A job calls this now and then.
    package func sweep() async throws {
        let now = clock.now
        try await database.write { tx in
            try tx.run("DELETE FROM session WHERE ends_at < \(now.adding(days: -30))")
            try tx.run("DELETE FROM account_link WHERE ends_at < \(now.adding(days: -30))")
            try tx.run("DELETE FROM sign_in_guard WHERE changed_at < \(now.adding(days: -1))")
        }
    }
}

/// An official by name in a post.
package struct NamedPost: Sendable, Hashable {
    package let name: String
    package let held: HeldPost
}

/// A way of signing in. OpenID Connect will be another; `account_identity` keeps who is who at a provider.
package enum SignInMethod: Sendable, Hashable {
    /// E-mail and password, for officials with a code besides.
    case password
    case openIDConnect(provider: String, name: Phrase)
}
