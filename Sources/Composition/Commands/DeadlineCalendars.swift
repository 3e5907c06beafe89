import Directory
package import Storage
package import WorkingTime

/// The calendars by which `motcua deadline` counts: those of the site where there is one, else the national calendar
/// that the program brings along.
package enum DeadlineCalendars {
    /// By code; `national` is always there. Nothing is made or changed: a site that was not prepared yet has no
    /// calendars. Errors: the database of the settings cannot be read.
    package static func of(_ settings: Settings) async throws -> [String: WorkingCalendar] {
        guard let database = try settings.store.existing() else { return ["national": .national] }
        do {
            let calendars = try await stored(in: database)
            await database.close()
            return calendars
        } catch {
            await database.close()
            throw error
        }
    }

    /// The stored calendars; the years that one lacks are the national ones.
    package static func stored(in database: any Database) async throws -> [String: WorkingCalendar] {
        guard try await !Migrator(Schema.migrations).pending(database).contains(where: Self.isFirstOfDirectory)
        else {
            return ["national": .national]
        }
        let all = try await database.read { tx in try CalendarStore.all(in: tx).map(\.calendar) }
        let national = all.first { $0.code == CalendarStore.national } ?? .national
        var calendars = [CalendarStore.national: national]
        for calendar in all where calendar.code != CalendarStore.national {
            calendars[calendar.code] = calendar.inheriting(from: national)
        }
        return calendars
    }

    /// The migration that makes the table of calendars.
    private static func isFirstOfDirectory(_ migration: Migration) -> Bool {
        migration.feature == "directory" && migration.number == 1
    }
}
