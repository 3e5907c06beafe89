import Foundation
package import Kernel
package import Storage

/// The SQL of the catalogue's records and their versions.
package enum ProcedureStore {
    package static let migrations = [
        Migration(
            "catalogue", 1,
            [
                """
                CREATE TABLE procedure_record (
                    code TEXT NOT NULL PRIMARY KEY,
                    version INTEGER NOT NULL,
                    document JSON NOT NULL,
                    changed_at INSTANT NOT NULL
                )
                """,
                """
                CREATE TABLE procedure_version (
                    code TEXT NOT NULL REFERENCES procedure_record (code),
                    version INTEGER NOT NULL,
                    document JSON NOT NULL,
                    difference JSON,
                    imported_at INSTANT NOT NULL,
                    PRIMARY KEY (code, version)
                )
                """,
                // Counts the imports that changed something, so that every node knows when to read again.
                "CREATE TABLE catalogue_state (id INTEGER NOT NULL PRIMARY KEY, version INTEGER NOT NULL)",
                "INSERT INTO catalogue_state (id, version) VALUES (1, 0)",
            ])
    ]

    enum Kept { case new, changed, unchanged }

    /// Keeps a record: a new one, a new version with its difference, or nothing when it is as it was.
    static func keep(_ procedure: Procedure, at now: Instant, in tx: any Transaction) throws -> Kept {
        let document = try JSON(encoding: procedure).canonical
        let code = procedure.code.description
        guard let row = try tx.lockedRow("SELECT version, document FROM procedure_record WHERE code = \(code)") else {
            try tx.runAll([
                """
                INSERT INTO procedure_record (code, version, document, changed_at)
                VALUES (\(code), 1, \(document), \(now))
                """,
                """
                INSERT INTO procedure_version (code, version, document, difference, imported_at)
                VALUES (\(code), 1, \(document), NULL, \(now))
                """,
            ])
            return .new
        }
        let old: String = try row.get("document")
        guard old != document else { return .unchanged }
        let version = try row.get("version", as: Int.self) + 1
        let before = try JSONDecoder().decode(Procedure.self, from: Data(old.utf8))
        let difference = try JSON(encoding: ProcedureDifference(from: before, to: procedure))
        try tx.runAll([
            """
            UPDATE procedure_record SET version = \(version), document = \(document), changed_at = \(now)
            WHERE code = \(code)
            """,
            """
            INSERT INTO procedure_version (code, version, document, difference, imported_at)
            VALUES (\(code), \(version), \(document), \(difference), \(now))
            """,
        ])
        return .changed
    }

    static func bump(in tx: any Transaction) throws {
        try tx.run("UPDATE catalogue_state SET version = version + 1 WHERE id = 1")
    }

    static func version(in tx: any Transaction) throws -> Int {
        try tx.value("SELECT version FROM catalogue_state WHERE id = 1") ?? 0
    }

    static func all(in tx: any Transaction) throws -> [Procedure] {
        try tx.rows("SELECT document FROM procedure_record ORDER BY code").map { row in
            try JSONDecoder().decode(Procedure.self, from: Data(try row.get("document", as: String.self).utf8))
        }
    }

    /// The codes of all records, without reading what they say.
    package static func codes(in tx: any Transaction) throws -> Set<String> {
        Set(try tx.rows("SELECT code FROM procedure_record").map { try $0.get("code", as: String.self) })
    }

    /// The codes of records that have more than their first version.
    static func changed(in tx: any Transaction) throws -> Set<Procedure.Code> {
        Set(
            try tx.rows("SELECT code FROM procedure_record WHERE version > 1").compactMap {
                Procedure.Code(try $0.get("code", as: String.self))
            })
    }

    /// One change of a record, for its history.
    package struct Version: Sendable {
        package let number: Int
        package let importedAt: Instant
        package let difference: ProcedureDifference?
    }

    package static func versions(of code: Procedure.Code, in tx: any Transaction) throws -> [Version] {
        try tx.rows(
            """
            SELECT version, difference, imported_at FROM procedure_version
            WHERE code = \(code.description) ORDER BY version DESC
            """
        ).map { row in
            Version(
                number: try row.get("version"), importedAt: try row.get("imported_at"),
                difference: try row.find("difference", as: JSON.self)?.decoded(as: ProcedureDifference.self))
        }
    }
}
