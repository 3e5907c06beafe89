package import Storage

/// Gives `body` an empty database with the schema of `migrations`, and takes it away afterwards.
///
///     @Test(arguments: Dialect.allCases) func `a dossier is found by its code`(dialect: Dialect) async throws {
///         try await withDatabase(dialect, CaseworkSchema.migrations) { db in … }
///     }
@discardableResult
package func withDatabase<Value>(
    _ dialect: Dialect, _ migrations: [Migration] = [], isolation: isolated (any Actor)? = #isolation,
    _ body: (any Database) async throws -> Value
) async throws -> Value {
    try await withDatabasePlace(dialect) { place in
        let database = try place.open()
        do {
            try await Migrator(migrations).migrate(database)
            let value = try await body(database)
            await database.close()
            return value
        } catch {
            await database.close()
            throw error
        }
    }
}

/// Gives `body` room for a database that it opens itself, perhaps several times.
@discardableResult
package func withDatabasePlace<Value>(
    _ dialect: Dialect, isolation: isolated (any Actor)? = #isolation, _ body: (DatabasePlace) async throws -> Value
) async throws -> Value {
    await Turnstile.databases.enter()
    do {
        let place = try await DatabasePlace.make(dialect)
        do {
            let value = try await body(place)
            try await place.remove()
            await Turnstile.databases.leave()
            return value
        } catch {
            try? await place.remove()
            throw error
        }
    } catch {
        await Turnstile.databases.leave()
        throw error
    }
}
