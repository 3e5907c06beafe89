import Catalogue
import Foundation
import Journal
import Kernel
import Storage

/// The SQL of registers. Every statement names the agency, so that nobody reads another's.
enum RegisterStore {
    /// No counter of results has such a name: their series have no slash.
    static func counter(_ register: String) -> String { "register/\(register)" }

    /// The entries of a case that are not struck out.
    static func standing(of dossier: Dossier.ID, in tx: any Transaction) throws -> [(
        id: RegisterEntry.ID, register: String
    )] {
        try tx.rows(
            """
            SELECT id, register FROM register_entry WHERE dossier_id = \(dossier) AND struck_on IS NULL
            ORDER BY register
            """
        ).map { (try $0.get("id"), try $0.get("register")) }
    }

    /// Writes an entry with the keys under which it is found; returns the commitment to what it says.
    static func insert(
        _ entry: RegisterEntry, at agency: String, texts: [String], in tx: any Transaction
    ) throws -> String {
        let content = try JSON(encoding: entry.content)
        let salt = Journal.salt()
        let keys = keys(texts).map { key -> SQL in "(\(agency), \(entry.register), \(key), \(entry.id))" }
        let insertion: SQL = "INSERT INTO register_key (agency_id, register, value, entry_id) VALUES "
        let rows: [SQL] = [
            """
            INSERT INTO register_entry (id, agency_id, register, year, number, series, dossier_id, definition, entered_on)
            VALUES (\(entry.id), \(agency), \(entry.register), \(entry.year), \(entry.number), \(entry.series),
                \(entry.dossier), \(entry.definition), \(entry.enteredOn))
            """,
            "INSERT INTO register_content (entry_id, content, salt) VALUES (\(entry.id), \(content), \(salt))",
        ]
        try tx.runAll(rows + (keys.isEmpty ? [] : [insertion + .joined(keys, by: ", ")]))
        return RegisterEntry.commitment(
            content, register: entry.register, number: entry.number, year: entry.year, day: entry.enteredOn, salt: salt
        )
    }

    static func strike(_ id: RegisterEntry.ID, on day: Day, in tx: any Transaction) throws {
        try tx.run("UPDATE register_entry SET struck_on = \(day) WHERE id = \(id) AND struck_on IS NULL")
    }

    /// An entry is found by each text of its columns, from any of the first words on.
    private static func keys(_ texts: [String]) -> Set<String> {
        var keys: Set<String> = []
        for text in texts {
            var words = Folding.words(String(text.prefix(ContentStore.longestKey * 4)))[...]
            for _ in 0..<min(ContentStore.mostWords, words.count) {
                keys.insert(String(words.joined(separator: " ").prefix(ContentStore.longestKey)))
                words = words.dropFirst()
            }
        }
        return keys
    }

    // MARK: reading

    /// The registers with entries at an agency, each with its years, the newest first.
    static func registers(at agency: String, in tx: any Transaction) throws -> [String: [Int]] {
        var years: [String: [Int]] = [:]
        for row in try tx.rows(
            """
            SELECT register, year FROM register_entry WHERE agency_id = \(agency)
            GROUP BY register, year ORDER BY register, year DESC
            """
        ) { years[try row.get("register"), default: []].append(try row.get("year")) }
        return years
    }

    static func count(_ register: String, year: Int, at agency: String, in tx: any Transaction) throws -> Int {
        try tx.value(
            """
            SELECT count(*) FROM register_entry
            WHERE agency_id = \(agency) AND register = \(register) AND year = \(year)
            """) ?? 0
    }

    /// The version under which the last entry was made.
    static func lastDefinition(_ register: String, at agency: String, in tx: any Transaction) throws -> String? {
        try tx.value(
            """
            SELECT definition FROM register_entry WHERE agency_id = \(agency) AND register = \(register)
            ORDER BY year DESC, number DESC LIMIT 1
            """)
    }

    private static let selected: SQL = """
        SELECT e.id, e.register, e.year, e.number, e.series, e.dossier_id, e.definition, e.entered_on, e.struck_on,
            c.content
        """
    private static let columns = selected + " FROM register_entry e LEFT JOIN register_content c ON c.entry_id = e.id"

    /// The entries of a year, the newest first, below a number; or all of them as they stand in the book.
    static func yearSQL(_ register: String, year: Int, at agency: String, below number: Int?, limit: Int?) -> SQL {
        let from: SQL = number.map { " AND e.number < \($0)" } ?? ""
        let order: SQL = limit.map { " ORDER BY e.number DESC LIMIT \($0)" } ?? " ORDER BY e.number"
        return columns + " WHERE e.agency_id = \(agency) AND e.register = \(register) AND e.year = \(year)" + from
            + order
    }

    static func numberSQL(_ register: String, number: Int, at agency: String, years: [Int]) -> SQL {
        columns + """
             WHERE e.agency_id = \(agency) AND e.register = \(register) AND e.year IN (\(list: years))
                AND e.number = \(number) ORDER BY e.year DESC
            """
    }

    /// The entries that a text finds, in the order of the alphabet. `{` is what follows the letters.
    static func textSQL(_ register: String, text: String, at agency: String, limit: Int) -> SQL {
        columns + """
             WHERE e.id IN (SELECT entry_id FROM register_key WHERE agency_id = \(agency) AND register = \(register)
                AND value >= \(text) AND value < \(text + "{") ORDER BY value LIMIT \(limit * 4))
            ORDER BY e.year DESC, e.number DESC LIMIT \(limit)
            """
    }

    /// Those entries of some dossiers that are not struck out, the newest first.
    ///
    /// The dossiers come first and `register_entry_of_dossier` finds their entries: a book is never read through. SQLite keeps
    /// the order of a cross join, which means no more than a join elsewhere; an expression in the place of the agency keeps
    /// both databases from the order of the book.
    static func heldSQL(_ registers: [String], of dossiers: SQL, at agency: String) -> SQL {
        selected + " FROM (" + dossiers + """
            ) d CROSS JOIN register_entry e LEFT JOIN register_content c ON c.entry_id = e.id
            WHERE e.dossier_id = d.id AND e.agency_id || '' = \(agency) AND e.register IN (\(list: registers))
                AND e.struck_on IS NULL ORDER BY e.year DESC, e.number DESC
            """
    }

    static func entries(_ sql: SQL, in tx: any Transaction) throws -> [RegisterEntry] {
        try tx.rows(sql).map { row in
            RegisterEntry(
                id: try row.get("id"), register: try row.get("register"), year: try row.get("year"),
                number: try row.get("number"), series: try row.find("series"), dossier: try row.get("dossier_id"),
                definition: try row.get("definition"), enteredOn: try row.get("entered_on"),
                struckOn: try row.find("struck_on"),
                content: try row.find("content", as: JSON.self)?.decoded(as: RegisterEntry.Content.self))
        }
    }

    /// The people of these cases, for the record of who looked at them.
    static func people(
        of dossiers: [Dossier.ID], in tx: any Transaction
    ) throws -> [(dossier: Dossier.ID, submitter: String?, parties: Parties)] {
        var people: [(dossier: Dossier.ID, submitter: String?, parties: Parties)] = []
        // A year of a register is more than one statement takes.
        for start in stride(from: 0, to: dossiers.count, by: 500) {
            let some = Array(dossiers[start..<min(start + 500, dossiers.count)])
            people += try tx.rows(
                """
                SELECT d.id, d.submitter, c.owner FROM dossier d JOIN dossier_content c ON c.dossier_id = d.id
                WHERE d.id IN (\(list: some))
                """
            ).map { row in
                (
                    try row.get("id"), try row.find("submitter"),
                    try row.get("owner", as: JSON.self).decoded(as: Parties.self)
                )
            }
        }
        return people
    }
}
