package import Kernel
package import Storage
package import WorkingTime

/// The directory of the site: agencies, posts and who holds them, territories, calendars. The door other rooms use.
///
/// What runs in an act's own transaction is a static function that takes it; the others read on their own.
package struct Directory: Sendable {
    package let database: any Database
    package let clock: any TimeSource
    private let territoryCache: TerritoryCache
    private let calendarCache: CalendarCache
    private let stationCache: StationCache

    package init(database: any Database, clock: any TimeSource) {
        self.database = database
        self.clock = clock
        territoryCache = TerritoryCache(database: database, clock: clock)
        calendarCache = CalendarCache()
        stationCache = StationCache(database: database, clock: clock)
    }

    /// The names of these provinces and communes, those that have ended too.
    package static func territoryNames(
        _ codes: Set<String>, in tx: any Transaction
    ) throws -> [(code: String, name: String)] { try TerritoryStore.names(codes, in: tx) }

    /// The names of these units of before 1 July 2025.
    package static func earlierTerritoryNames(
        _ codes: Set<String>, in tx: any Transaction
    ) throws -> [(code: String, name: String)] { try EarlierTerritoryStore.names(codes, in: tx) }

    // MARK: Agencies

    package func agency(_ id: Agency.ID) async throws -> Agency? {
        try await database.read { tx in try AgencyStore.find(id, in: tx) }
    }

    package static func agency(_ id: Agency.ID, in tx: any Transaction) throws -> Agency? {
        try AgencyStore.find(id, in: tx)
    }

    /// Those of these agencies that are there, in the order of their ids.
    package static func agencies(_ ids: [Agency.ID], in tx: any Transaction) throws -> [Agency] {
        try AgencyStore.find(ids, in: tx)
    }

    /// What kind each agency is, by id.
    package static func agencyKinds(in tx: any Transaction) throws -> [String: AgencyKind] {
        try AgencyStore.kinds(in: tx)
    }

    /// The agency, locked until the end of the transaction: for whoever writes about it, as its journal demands.
    package static func lockAgency(_ id: Agency.ID, in tx: any Transaction) throws -> Agency? {
        try AgencyStore.lock(id, in: tx)
    }

    package func agency(code: String) async throws -> Agency? {
        guard let code = AgencyCode(code) else { return nil }
        return try await database.read { tx in try AgencyStore.find(code: code, in: tx) }
    }

    package static func agency(code: String, in tx: any Transaction) throws -> Agency? {
        try AgencyCode(code).flatMap { try AgencyStore.find(code: $0, in: tx) }
    }

    /// The agency and everything below it, closed ones too.
    package static func subtree(of id: Agency.ID, in tx: any Transaction) throws -> [Agency] {
        try AgencyStore.subtree(of: id, in: tx)
    }

    package func subtree(of id: Agency.ID) async throws -> [Agency] {
        try await database.read { tx in try AgencyStore.subtree(of: id, in: tx) }
    }

    /// From the top of the tree down to the agency itself.
    package static func agencyPath(to id: Agency.ID, in tx: any Transaction) throws -> [Agency] {
        try AgencyStore.path(to: id, in: tx)
    }

    package func agencyPath(to id: Agency.ID) async throws -> [Agency] {
        try await database.read { tx in try AgencyStore.path(to: id, in: tx) }
    }

    /// The agency in whose name a unit acts: itself, or the nearest one above it that is no internal division.
    package static func authority(of id: Agency.ID, in tx: any Transaction) throws -> Agency? {
        try AgencyStore.path(to: id, in: tx).last { $0.kind.isAuthority }
    }

    /// The agency whose territory is the commune or province of that code, on that day.
    package static func agency(territory code: String, on day: Day, in tx: any Transaction) throws -> Agency? {
        try AgencyStore.agency(territory: code, on: day, in: tx)
    }

    /// The names an agency had, the newest first.
    package func names(of id: Agency.ID) async throws -> [(from: Day, name: String)] {
        try await database.read { tx in try AgencyStore.names(of: id, in: tx) }
    }

    /// What somebody administers: the scope and its agencies in the order of the tree.
    package func administration(of actor: Actor) async throws -> Reach {
        let now = clock.now
        return try await database.read { tx in
            let scope = try AdministrationScope.of(actor, at: now, in: tx)
            return Reach(scope: scope, agencies: try scope.agencies(in: tx))
        }
    }

    // MARK: The one-stop desk

    /// Where dossiers for an agency are received: its own desk, or the nearest one above it.
    package static func desk(for id: Agency.ID, on day: Day, in tx: any Transaction) throws -> Agency? {
        try DeskSearch.desk(for: id, on: day, in: tx)
    }

    package func desk(for id: Agency.ID) async throws -> Agency? {
        let day = clock.now.day
        return try await database.read { tx in try DeskSearch.desk(for: id, on: day, in: tx) }
    }

    /// The desk of the commune (or province) with that territory code.
    package func desk(forTerritory code: String) async throws -> Agency? {
        let day = clock.now.day
        return try await database.read { tx in
            guard let agency = try AgencyStore.agency(territory: code, on: day, in: tx) else { return nil }
            return try DeskSearch.desk(for: agency.id, on: day, in: tx)
        }
    }

    // MARK: Posts

    /// The posts somebody may act in now: their own first, then those delegated to them.
    package static func posts(of account: AccountID, at now: Instant, in tx: any Transaction) throws -> [HeldPost] {
        try PostStore.held(by: account, at: now, in: tx)
    }

    package func posts(of account: AccountID, at now: Instant) async throws -> [HeldPost] {
        try await database.read { tx in try PostStore.held(by: account, at: now, in: tx) }
    }

    /// Who holds a post of a role (or any) in an agency itself, not below it. Delegates stand after the holders.
    package static func officials(
        in agency: Agency.ID, role: Role? = nil, at now: Instant, in tx: any Transaction
    ) throws -> [HeldPost] { try PostStore.holders(in: [agency], roles: role.map { [$0] }, at: now, in: tx) }

    package func officials(in agency: Agency.ID, role: Role? = nil) async throws -> [HeldPost] {
        let now = clock.now
        return try await database.read { tx in
            try PostStore.holders(in: [agency], roles: role.map { [$0] }, at: now, in: tx)
        }
    }

    package static func post(_ id: Post.ID, in tx: any Transaction) throws -> Post? { try PostStore.find(id, in: tx) }

    /// Every post an account ever held, the newest first.
    package static func allPosts(of account: AccountID, in tx: any Transaction) throws -> [Post] {
        try PostStore.all(of: account, in: tx)
    }

    /// The posts in agencies that are held on a day or begin later.
    package static func presentPosts(in agencies: [Agency.ID], on day: Day, in tx: any Transaction) throws -> [Post] {
        try PostStore.present(in: agencies, on: day, in: tx)
    }

    /// Everybody with a post in the agency in whose name a post stands, and in its units: those it may be delegated to.
    package static func colleagues(of post: Post.ID, at now: Instant, in tx: any Transaction) throws -> [HeldPost] {
        guard let authority = try Station.of(post, in: tx)?.authority else { return [] }
        let inside = try AgencyStore.inside(authority.id, in: tx).map(\.id)
        return try PostStore.holders(in: inside, roles: nil, at: now, in: tx).filter { $0.delegation == nil }
    }

    /// The posts of accounts that are held on a day or begin later.
    package static func presentPosts(of accounts: [AccountID], on day: Day, in tx: any Transaction) throws -> [Post] {
        try PostStore.present(of: accounts, on: day, in: tx)
    }

    /// A query for the ids of an agency and of everything below it, as a part of other statements.
    package static func subtreeIDs(of id: Agency.ID) -> SQL { AgencyStore.subtreeIDs(of: id) }

    /// Delegations of a post that are in force or still to come.
    package static func openDelegations(
        of post: Post.ID, at now: Instant, in tx: any Transaction
    ) throws -> [Delegation] { try DelegationStore.open(of: post, at: now, in: tx) }

    /// Where the post of an official stands: agency and unit.
    package static func station(of post: Post.ID, in tx: any Transaction) throws -> Station? {
        try Station.of(post, in: tx)
    }

    /// In memory for a few seconds, as sessions are.
    package func station(of actor: Actor) async throws -> Station? {
        guard let post = actor.postID else { return nil }
        return try await stationCache.station(of: post)
    }

    // MARK: Territories and calendars

    /// Provinces and communes, in memory for forms and search.
    package func territories() async throws -> TerritoryTable { try await territoryCache.table() }

    /// After an import: the next reader loads anew.
    package func forgetTerritories() { territoryCache.forget() }

    /// The calendar of an agency: its own, or the nearest above it, or the national one. Years that it lacks are the
    /// national ones.
    package func calendar(of agency: Agency.ID, in tx: any Transaction) throws -> WorkingCalendar {
        try calendarCache.calendar(of: agency, in: tx)
    }

    package func calendar(named name: String, in tx: any Transaction) throws -> WorkingCalendar {
        try calendarCache.calendar(name, in: tx)
    }

    /// What a new installation needs before its first agency: the national calendar.
    package func prepare() async throws {
        let now = clock.now
        try await database.write { tx in try CalendarStore.seed(at: now, in: tx) }
    }
}

/// The identity of an account. Accounts keeps what belongs to it; the directory only says which posts it holds.
package enum AccountHolder {}
package typealias AccountID = ID<AccountHolder>

extension Actor {
    /// The account that acts, as a typed id.
    package var accountID: AccountID? { account.flatMap(AccountID.init) }
    /// The post an official acts in.
    package var postID: Post.ID? { if case .official(_, _, let post, _) = self { Post.ID(post) } else { nil } }
    /// The agency or unit of that post.
    package var agencyID: Agency.ID? { if case .official(_, _, _, let id) = self { Agency.ID(id) } else { nil } }
}
