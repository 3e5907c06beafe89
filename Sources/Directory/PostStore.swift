import Kernel
import Storage

/// The rows of posts and delegations.
enum PostStore {
    private static let columns: SQL =
        "post.id, post.account_id, post.agency_id, post.role, post.title, post.valid_from, post.valid_until"

    private static func read(_ row: Row) throws -> Post {
        Post(
            id: try row.get("id"), account: try row.get("account_id"), agency: try row.get("agency_id"),
            role: try row.get("role"), title: try row.get("title"), validity: try row.validity())
    }

    static func find(_ id: Post.ID, in tx: any Transaction) throws -> Post? {
        try tx.row("SELECT \(columns) FROM post WHERE id = \(id)").map(read)
    }

    static func lock(_ id: Post.ID, in tx: any Transaction) throws -> Post? {
        try tx.lockedRow("SELECT \(columns) FROM post WHERE id = \(id)").map(read)
    }

    /// Every post of an account, ended ones too, the newest first.
    static func all(of account: AccountID, in tx: any Transaction) throws -> [Post] {
        try tx.rows("SELECT \(columns) FROM post WHERE account_id = \(account) ORDER BY valid_from DESC, id DESC")
            .map(read)
    }

    static func hasHolder(in agency: Agency.ID, role: Role, on day: Day, in tx: any Transaction) throws -> Bool {
        try tx.value(
            """
            SELECT count(*) FROM post WHERE agency_id = \(agency) AND role = \(role) AND valid_from <= \(day)
              AND (valid_until IS NULL OR valid_until > \(day))
            """, as: Int.self) ?? 0 > 0
    }

    /// How many posts of an agency are held on a day or begin later.
    static func count(in agency: Agency.ID, after day: Day, in tx: any Transaction) throws -> Int {
        try tx.value(
            "SELECT count(*) FROM post WHERE agency_id = \(agency) AND (valid_until IS NULL OR valid_until > \(day))")
            ?? 0
    }

    /// Posts in agencies that are held on a day or begin later.
    static func present(in agencies: [Agency.ID], on day: Day, in tx: any Transaction) throws -> [Post] {
        guard !agencies.isEmpty else { return [] }
        return try tx.rows(
            """
            SELECT \(columns) FROM post WHERE agency_id IN (\(list: agencies))
              AND (valid_until IS NULL OR valid_until > \(day)) ORDER BY valid_from, id
            """
        ).map(read)
    }

    /// Posts of accounts that are held on a day or begin later.
    static func present(of accounts: [AccountID], on day: Day, in tx: any Transaction) throws -> [Post] {
        guard !accounts.isEmpty else { return [] }
        return try tx.rows(
            """
            SELECT \(columns) FROM post WHERE account_id IN (\(list: accounts))
              AND (valid_until IS NULL OR valid_until > \(day)) ORDER BY valid_from, id
            """
        ).map(read)
    }

    static func held(by account: AccountID, at now: Instant, in tx: any Transaction) throws -> [HeldPost] {
        let day = now.day
        let own = try tx.rows(
            """
            SELECT \(columns) FROM post WHERE account_id = \(account) AND valid_from <= \(day)
              AND (valid_until IS NULL OR valid_until > \(day)) ORDER BY valid_from, id
            """
        ).map { (try read($0), nil as Delegation?) }
        // A delegate holds a post of their own in the agency; whoever has left acts for nobody either.
        guard !own.isEmpty else { return [] }
        let delegated = try DelegationStore.to(account, at: now, in: tx).compactMap { delegation in
            try find(delegation.post, in: tx).map { ($0, delegation) }
        }
        var held: [HeldPost] = []
        for (post, delegation) in own + delegated where post.validity.contains(day) {
            guard let agency = try AgencyStore.find(post.agency, in: tx), agency.validity.contains(day) else {
                continue
            }
            held.append(HeldPost(post: post, agency: agency, account: account, delegation: delegation))
        }
        return held
    }

    static func holders(
        in agencies: [Agency.ID], roles: [Role]?, at now: Instant, in tx: any Transaction
    ) throws -> [HeldPost] {
        let day = now.day
        let wanted: SQL = roles.map { "AND role IN (\(list: $0))" } ?? ""
        let posts = try tx.rows(
            """
            SELECT \(columns) FROM post WHERE agency_id IN (\(list: agencies)) \(wanted) AND valid_from <= \(day)
              AND (valid_until IS NULL OR valid_until > \(day)) ORDER BY valid_from, id
            """
        ).map(read)
        var known: [Agency.ID: Agency] = [:]
        for id in Set(posts.map(\.agency)) { known[id] = try AgencyStore.find(id, in: tx) }
        let delegations = try DelegationStore.of(posts.map(\.id), at: now, in: tx)
        func held(_ post: Post, _ account: AccountID, _ delegation: Delegation?) -> HeldPost? {
            guard let agency = known[post.agency], agency.validity.contains(day) else { return nil }
            return HeldPost(post: post, agency: agency, account: account, delegation: delegation)
        }
        let own = posts.compactMap { held($0, $0.account, nil) }
        let others = delegations.compactMap { delegation in
            posts.first { $0.id == delegation.post }.flatMap { held($0, delegation.account, delegation) }
        }
        return own + others
    }

    static func insert(_ post: Post, in tx: any Transaction) throws {
        try tx.run(
            """
            INSERT INTO post (id, account_id, agency_id, role, title, valid_from, valid_until)
            VALUES (\(post.id), \(post.account), \(post.agency), \(post.role), \(post.title), \(post.validity.from),
                \(post.validity.until))
            """)
    }

    static func end(_ id: Post.ID, until day: Day, in tx: any Transaction) throws {
        try tx.run("UPDATE post SET valid_until = \(day) WHERE id = \(id)")
    }
}
