import Kernel
import Storage

/// The rows of agencies.
enum AgencyStore {
    static func columns(_ table: SQL) -> SQL {
        """
        \(table).id, \(table).parent_id, \(table).kind, \(table).code, \(table).name, \(table).name_en,
        \(table).territory_code, \(table).address, \(table).phone, \(table).calendar_name, \(table).valid_from,
        \(table).valid_until, \(table).successor_id, \(table).version
        """
    }

    static func read(_ row: Row) throws -> Agency {
        Agency(
            id: try row.get("id"), parent: try row.find("parent_id"), kind: try row.get("kind"),
            code: try row.find("code"), name: try row.get("name"), englishName: try row.find("name_en"),
            territory: try row.find("territory_code"), address: try row.get("address"), phone: try row.get("phone"),
            calendar: try row.find("calendar_name"), validity: try row.validity(),
            successor: try row.find("successor_id"), version: try row.get("version"))
    }

    static func find(_ id: Agency.ID, in tx: any Transaction) throws -> Agency? {
        try tx.row("SELECT \(columns("agency")) FROM agency WHERE id = \(id)").map(read)
    }

    static func find(_ ids: [Agency.ID], in tx: any Transaction) throws -> [Agency] {
        guard !ids.isEmpty else { return [] }
        return try tx.rows("SELECT \(columns("agency")) FROM agency WHERE id IN (\(list: ids)) ORDER BY id").map(read)
    }

    /// What kind each agency is, by its id as text.
    static func kinds(in tx: any Transaction) throws -> [String: AgencyKind] {
        Dictionary(
            uniqueKeysWithValues: try tx.rows("SELECT id, kind FROM agency").map { row in
                (try row.get("id", as: Agency.ID.self).description, try row.get("kind"))
            })
    }

    static func lock(_ id: Agency.ID, in tx: any Transaction) throws -> Agency? {
        try tx.lockedRow("SELECT \(columns("agency")) FROM agency WHERE id = \(id)").map(read)
    }

    static func find(code: AgencyCode, in tx: any Transaction) throws -> Agency? {
        try tx.row("SELECT \(columns("agency")) FROM agency WHERE code = \(code)").map(read)
    }

    /// The tops of the trees; a site has one.
    static func tops(in tx: any Transaction) throws -> [Agency] {
        try tx.rows("SELECT \(columns("agency")) FROM agency WHERE parent_id IS NULL ORDER BY valid_from, id").map(read)
    }

    static func subtreeIDs(of id: Agency.ID) -> SQL {
        """
        WITH RECURSIVE below (id) AS (
            SELECT id FROM agency WHERE id = \(id)
            UNION ALL SELECT agency.id FROM agency JOIN below ON agency.parent_id = below.id
        )
        SELECT id FROM below
        """
    }

    /// The agency first, then what is below it; siblings by name.
    static func subtree(of id: Agency.ID, in tx: any Transaction) throws -> [Agency] {
        let found = try tx.rows(
            """
            WITH RECURSIVE below (id) AS (
                SELECT id FROM agency WHERE id = \(id)
                UNION ALL SELECT agency.id FROM agency JOIN below ON agency.parent_id = below.id
            )
            SELECT \(columns("agency")) FROM agency JOIN below ON below.id = agency.id
            """
        ).map(read)
        var children: [Agency.ID: [Agency]] = [:]
        for agency in found where agency.id != id {
            if let parent = agency.parent { children[parent, default: []].append(agency) }
        }
        var ordered: [Agency] = []
        func visit(_ agency: Agency) {
            ordered.append(agency)
            let below = children[agency.id] ?? []
            for child in below.sorted(by: { Folding.fold($0.name) < Folding.fold($1.name) }) { visit(child) }
        }
        if let top = found.first(where: { $0.id == id }) { visit(top) }
        return ordered
    }

    /// An agency with the units and desks that act in its name.
    static func inside(_ id: Agency.ID, in tx: any Transaction) throws -> [Agency] {
        try tx.rows(
            """
            WITH RECURSIVE inside (id) AS (
                SELECT id FROM agency WHERE id = \(id)
                UNION ALL SELECT agency.id FROM agency JOIN inside ON agency.parent_id = inside.id
                WHERE agency.kind IN ('unit', 'desk')
            )
            SELECT \(columns("agency")) FROM agency JOIN inside ON inside.id = agency.id
            """
        ).map(read)
    }

    static func children(of id: Agency.ID, in tx: any Transaction) throws -> [Agency] {
        try tx.rows("SELECT \(columns("agency")) FROM agency WHERE parent_id = \(id)").map(read)
    }

    static func path(to id: Agency.ID, in tx: any Transaction) throws -> [Agency] {
        try tx.rows(
            """
            WITH RECURSIVE above (id, parent_id, depth) AS (
                SELECT id, parent_id, 0 FROM agency WHERE id = \(id)
                UNION ALL
                SELECT agency.id, agency.parent_id, above.depth + 1
                FROM agency JOIN above ON agency.id = above.parent_id WHERE above.depth < 20
            )
            SELECT \(columns("agency")) FROM agency JOIN above ON above.id = agency.id ORDER BY above.depth DESC
            """
        ).map(read)
    }

    static func agency(territory code: String, on day: Day, in tx: any Transaction) throws -> Agency? {
        try tx.rows(
            """
            SELECT \(columns("agency")) FROM agency
            WHERE territory_code = \(code) AND kind IN ('commune', 'province') AND valid_from <= \(day)
              AND (valid_until IS NULL OR valid_until > \(day))
            ORDER BY valid_from DESC, id LIMIT 1
            """
        ).first.map(read)
    }

    static func insert(_ agency: Agency, in tx: any Transaction) throws {
        try tx.run(
            """
            INSERT INTO agency (id, parent_id, kind, code, name, name_en, territory_code, address, phone,
                calendar_name, valid_from, valid_until, successor_id, version)
            VALUES (\(agency.id), \(agency.parent), \(agency.kind), \(agency.code), \(agency.name),
                \(agency.englishName), \(agency.territory), \(agency.address), \(agency.phone), \(agency.calendar),
                \(agency.validity.from), \(agency.validity.until), \(agency.successor), 1)
            """)
        try keepName(of: agency.id, agency.name, agency.englishName, from: agency.validity.from, in: tx)
    }

    static func keepName(
        of id: Agency.ID, _ name: String, _ englishName: String?, from day: Day, in tx: any Transaction
    ) throws {
        try tx.run(
            """
            INSERT INTO agency_name (agency_id, valid_from, name, name_en)
            VALUES (\(id), \(day), \(name), \(englishName))
            ON CONFLICT (agency_id, valid_from) DO UPDATE SET name = excluded.name, name_en = excluded.name_en
            """)
    }

    /// The names an agency had, the newest first.
    static func names(of id: Agency.ID, in tx: any Transaction) throws -> [(from: Day, name: String)] {
        try tx.rows(
            "SELECT valid_from, name FROM agency_name WHERE agency_id = \(id) ORDER BY valid_from DESC"
        ).map { (from: try $0.get("valid_from"), name: try $0.get("name")) }
    }
}
