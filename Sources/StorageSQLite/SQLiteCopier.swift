import Foundation
import GRDB
package import Storage

/// Copies the database in a file to another file: `VACUUM INTO`, which reads one snapshot while others write (SQLite
/// documentation, "VACUUM").
package struct SQLiteCopier: DatabaseCopier {
    package let dialect = Dialect.sqlite
    package let fileName = "database.sqlite"
    private let path: String
    private let threads = DatabaseThreads()

    /// `path`: where the database is, or will be.
    package init(path: String) { self.path = path }

    package func save<Value: Sendable>(
        to target: String, _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await threads.run("sqlite-copy") { [path] in
            try Self.faults { try Self.copy(path, to: target) }
            return try Self.faults { try Self.reading(target, body) }
        }
    }

    package func whatIsThere() async throws -> String? {
        let found = [path, path + "-wal"].first { FileManager.default.fileExists(atPath: $0) }
        return found.map { "the file \($0) is there already" }
    }

    package func load(from file: String) async throws {
        try await threads.run("sqlite-copy") { [path] in
            let part = path + ".part"
            try? FileManager.default.removeItem(atPath: part)
            try FileManager.default.createDirectory(
                atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            try FileManager.default.copyItem(atPath: file, toPath: part)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: part)
            guard let handle = FileHandle(forUpdatingAtPath: part) else {
                throw CopyProblem("\(part) cannot be opened")
            }
            try handle.synchronize()
            try handle.close()
            guard rename(part, path) == 0 else { throw CopyProblem("\(path) cannot be written") }
        }
    }

    /// Writes a consistent copy of `source` to the new file `target`.
    static func copy(_ source: String, to target: String) throws {
        var configuration = Configuration()
        configuration.readonly = true
        let queue = try DatabaseQueue(path: source, configuration: configuration)
        defer { try? queue.close() }
        try queue.writeWithoutTransaction { db in try db.execute(sql: "VACUUM INTO ?", arguments: [target]) }
    }

    private static func reading<Value>(
        _ file: String, _ body: (any Transaction) throws -> Value
    ) throws -> Value {
        var configuration = Configuration()
        configuration.readonly = true
        let queue = try DatabaseQueue(path: file, configuration: configuration)
        defer { try? queue.close() }
        return try queue.unsafeRead { db in
            // Counting the rows of a large database takes its time.
            let connection = try SQLiteConnection(db.sqliteConnection, statementTimeout: .seconds(3_600))
            defer { connection.close() }
            let tx = SQLiteTransaction(connection, mayWrite: false)
            defer { tx.end() }
            return try body(tx)
        }
    }

    static func faults<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw SQLiteFault.make(
                code: error.extendedResultCode.rawValue, message: error.message ?? "", statement: "VACUUM INTO")
        }
    }
}
