import Directory
import Kernel
import Storage

/// The rows of accounts.
enum AccountStore {
    private static let columns: SQL = """
        id, kind, email, email_confirmed_at, phone, name, coalesce(citizen_number, declared_number) AS own_number,
        assurance, account.password IS NOT NULL AS has_password, totp_confirmed_at, created_at, closed_at, registrations,
        keeper_id, version
        """

    private static func read(_ row: Row) throws -> Account {
        Account(
            id: try row.get("id"), kind: try row.get("kind"), email: try row.get("email"),
            emailConfirmedAt: try row.find("email_confirmed_at"), phone: try row.get("phone"),
            name: try row.get("name"),
            citizenNumber: try row.find("own_number", as: String.self).flatMap(CitizenNumber.init),
            assurance: try row.get("assurance"), hasPassword: try row.get("has_password"),
            secondFactorSince: try row.find("totp_confirmed_at"), createdAt: try row.get("created_at"),
            closedAt: try row.find("closed_at"), registrations: try row.get("registrations"),
            keeper: try row.find("keeper_id"), version: try row.get("version"))
    }

    static func find(_ id: Account.ID, in tx: any Transaction) throws -> Account? {
        try tx.row("SELECT \(columns) FROM account WHERE id = \(id)").map(read)
    }

    static func lock(_ id: Account.ID, in tx: any Transaction) throws -> Account? {
        try tx.lockedRow("SELECT \(columns) FROM account WHERE id = \(id)").map(read)
    }

    static func find(email: EmailAddress, in tx: any Transaction) throws -> Account? {
        try tx.row("SELECT \(columns) FROM account WHERE email_folded = \(email.folded)").map(read)
    }

    /// The account whose number was seen at the counter: what others typed finds nobody.
    static func find(citizenNumber: CitizenNumber, in tx: any Transaction) throws -> Account? {
        try tx.row("SELECT \(columns) FROM account WHERE citizen_number = \(citizenNumber.digits)").map(read)
    }

    static func names(of ids: [Account.ID], in tx: any Transaction) throws -> [Account.ID: String] {
        guard !ids.isEmpty else { return [:] }
        return Dictionary(
            try tx.rows("SELECT id, name FROM account WHERE id IN (\(list: ids))").map {
                (try $0.get("id"), try $0.get("name"))
            }, uniquingKeysWith: { first, _ in first })
    }

    /// Accounts by a condition and order of the caller's.
    static func list(_ rest: SQL, in tx: any Transaction) throws -> [Account] {
        try tx.rows("SELECT \(columns) FROM account \(rest)").map(read)
    }

    /// Where an account stands in lists by name.
    static func sortKey(of id: Account.ID, in tx: any Transaction) throws -> (name: String, id: Account.ID)? {
        try tx.row("SELECT name_folded FROM account WHERE id = \(id)").map { (try $0.get("name_folded"), id) }
    }

    static func insert(
        _ id: Account.ID, kind: Account.Kind, email: EmailAddress, confirmedAt: Instant?, phone: String, name: String,
        password: String?, keeper: Agency.ID? = nil, at now: Instant, in tx: any Transaction
    ) throws {
        try tx.run(
            """
            INSERT INTO account (id, kind, email, email_folded, email_confirmed_at, phone, name, name_folded,
                assurance, password, keeper_id, created_at, version)
            VALUES (\(id), \(kind), \(email.text), \(email.folded), \(confirmedAt), \(phone), \(name),
                \(Folding.fold(name)), 'declared', \(password), \(keeper), \(now), 1)
            """)
    }

    /// The hash of the password; nil when none was set yet.
    static func password(of id: Account.ID, in tx: any Transaction) throws -> String? {
        try tx.row("SELECT password FROM account WHERE id = \(id)")?.find("password")
    }

    static func setPassword(_ hash: String, of id: Account.ID, in tx: any Transaction) throws {
        try tx.run("UPDATE account SET password = \(hash), version = version + 1 WHERE id = \(id)")
    }

    static func rename(_ id: Account.ID, to name: String, in tx: any Transaction) throws {
        try tx.run("UPDATE account SET name = \(name), name_folded = \(Folding.fold(name)) WHERE id = \(id)")
    }

    static func confirmEmail(of id: Account.ID, at now: Instant, in tx: any Transaction) throws {
        try tx.run(
            "UPDATE account SET email_confirmed_at = \(now), version = version + 1 WHERE id = \(id) AND email_confirmed_at IS NULL"
        )
    }

    /// Takes the address from an account that never confirmed it, and closes the account.
    static func releaseAddress(of id: Account.ID, at now: Instant, in tx: any Transaction) throws {
        try tx.run(
            """
            UPDATE account SET email = '', email_folded = \(id.description), closed_at = \(now), version = version + 1
            WHERE id = \(id)
            """)
    }

    static func setKind(_ kind: Account.Kind, of id: Account.ID, in tx: any Transaction) throws {
        try tx.run("UPDATE account SET kind = \(kind), version = version + 1 WHERE id = \(id)")
    }

    static func setKeeper(_ agency: Agency.ID, of id: Account.ID, in tx: any Transaction) throws {
        try tx.run("UPDATE account SET keeper_id = \(agency), version = version + 1 WHERE id = \(id)")
    }

    /// Whether anybody was ever made an administrator: after that the start code is worth nothing.
    static func hadAdministrator(in tx: any Transaction) throws -> Bool {
        try tx.value("SELECT count(*) FROM post WHERE role = 'administrator'", as: Int.self) ?? 0 > 0
    }

    /// Whether somebody administers the agency at the top on a day, or will.
    static func hasAdministrator(on day: Day, in tx: any Transaction) throws -> Bool {
        try tx.value(
            """
            SELECT count(*) FROM post JOIN agency ON agency.id = post.agency_id
            WHERE post.role = 'administrator' AND agency.parent_id IS NULL
              AND (post.valid_until IS NULL OR post.valid_until > \(day))
            """, as: Int.self) ?? 0 > 0
    }
}

extension Account.Kind: SQLBindable, SQLReadable {}
extension Account.Assurance: SQLBindable, SQLReadable {}
