import Foundation
package import Storage
import StoragePostgreSQL
import StorageSQLite

/// Room for one test's database: a file in a folder of its own, or a schema of its own on the PostgreSQL server that
/// `MOTCUA_TEST_POSTGRES` names.
package struct DatabasePlace: Sendable {
    package let dialect: Dialect
    /// The path of the file, or the URL with the schema in its options.
    package let address: String
    private let name: String

    /// Without a PostgreSQL server a test of both databases fails: half a test run must not look like a whole one.
    package struct PostgreSQLMissing: Error, CustomStringConvertible {
        package let description =
            "no PostgreSQL for the tests: set MOTCUA_TEST_POSTGRES (bin/postgres-for-tests start DIR prints the URL)"
    }

    package static func make(_ dialect: Dialect) async throws -> DatabasePlace {
        let name = "test_" + UUID().uuidString.lowercased().replacing("-", with: "")
        switch dialect {
        case .sqlite:
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent("motcua_\(name)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            return DatabasePlace(
                dialect: dialect, address: folder.appendingPathComponent("test.sqlite").path, name: folder.path)
        case .postgresql:
            let url = try postgresURL()
            try await administrate(url, "CREATE SCHEMA \(name)")
            let address =
                url + (url.contains("?") ? "&" : "?") + "options=-c%20search_path%3D\(name)&application_name=\(name)"
            return DatabasePlace(dialect: dialect, address: address, name: name)
        }
    }

    /// Opens the database there; it may be open several times, as by several nodes.
    package func open(connections: Int = 6, statementTimeout: Duration = .seconds(30)) throws -> any Database {
        switch dialect {
        case .sqlite: try SQLiteDatabase(path: address, readers: connections, statementTimeout: statementTimeout)
        case .postgresql:
            try PostgreSQLDatabase(url: address, connections: connections, statementTimeout: statementTimeout)
        }
    }

    package func remove() async throws {
        switch dialect {
        case .sqlite: try FileManager.default.removeItem(atPath: name)
        case .postgresql: try await Self.administrate(Self.postgresURL(), "DROP SCHEMA \(name) CASCADE")
        }
    }

    /// The URL of the tests' server, with rights to make schemas.
    package static func postgresURL() throws -> String {
        guard let url = ProcessInfo.processInfo.environment["MOTCUA_TEST_POSTGRES"], !url.isEmpty else {
            throw PostgreSQLMissing()
        }
        return url
    }

    private static func administrate(_ url: String, _ statement: String) async throws {
        let server = try PostgreSQLDatabase(url: url, connections: 1)
        do {
            _ = try await server.write { tx in try tx.run(SQL(composed: statement)) }
        } catch {
            await server.close()
            throw error
        }
        await server.close()
    }
}
