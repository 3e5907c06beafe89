import Storage
import TestKit

/// A database in which something happens once between the first read of an operation and what it writes, as when
/// somebody else is quicker.
final class BetweenSteps: Database {
    let database: any Database
    let meanwhile: @Sendable () async throws -> Void
    private let turn = Turn()

    init(_ database: any Database, _ meanwhile: @escaping @Sendable () async throws -> Void) {
        self.database = database
        self.meanwhile = meanwhile
    }

    private actor Turn {
        private var isTaken = false
        func take() -> Bool {
            defer { isTaken = true }
            return !isTaken
        }
    }

    var dialect: Dialect { database.dialect }
    var figures: DatabaseFigures { database.figures }
    func isReachable() async -> Bool { await database.isReachable() }
    func close() async {}

    func read<Value: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Value) async throws -> Value {
        let value = try await database.read(body)
        if await turn.take() { try await meanwhile() }
        return value
    }

    func write<Value: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Value) async throws -> Value {
        try await database.write(body)
    }
}
