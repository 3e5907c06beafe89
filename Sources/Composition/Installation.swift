package import Accounts
package import Blobs
package import Casework
package import Catalogue
package import Directory
import Foundation
package import Jobs
package import Kernel
package import Logging
import Notices
import Payments
package import Site
package import Storage
import StoragePostgreSQL
import StorageSQLite
import WorkingTime

/// One installation: the rooms put together as the settings say. The only place that knows every feature.
package struct Installation: Sendable {
    package let settings: Settings
    package let database: any Database
    package let clock: any TimeSource
    package let blobs: BlobStore
    package let directory: Directory
    package let accounts: Accounts
    package let catalogue: ProcedureShelf
    package let library: ServiceLibrary
    package let office: CaseOffice
    package let queue: JobQueue
    package let metrics: Metrics
    package let logger: Logger

    /// Opens the database and the file store.
    package init(settings: Settings, clock: any TimeSource = SystemTime(), logger: Logger) throws {
        self.settings = settings
        self.clock = clock
        self.logger = logger
        try FileManager.default.createDirectory(
            atPath: settings.data, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let database: any Database =
            switch settings.store {
            case .sqlite(let path): try SQLiteDatabase(path: path)
            case .postgresql(let url): try PostgreSQLDatabase(url: url, connections: settings.connections)
            }
        self.database = database
        blobs = try BlobStore(folder: settings.data + "/blobs")
        let directory = Directory(database: database, clock: clock)
        self.directory = directory
        accounts = Accounts(
            database: database, clock: clock, directory: directory,
            settings: AccountsSettings(
                address: settings.baseURL, siteName: settings.siteName, secret: settings.secret))
        catalogue = ProcedureShelf(database: database, clock: clock)
        library = ServiceLibrary(database: database, clock: clock)
        office = CaseOffice(
            database: database, clock: clock, services: library,
            calendars: DirectoryCalendars(directory: directory, database: database),
            seats: DirectorySeats(clock: clock),
            acts: [PaymentsStepAct(), NoticesStepAct(Self.notices(settings))],
            secret: settings.secret, filingsPerDay: settings.filingsPerDay)
        queue = JobQueue(database: database, clock: clock)
        metrics = Metrics()
    }

    /// Brings the database to the schema of this program and gives it what every installation needs.
    @discardableResult
    package func migrate() async throws -> [String] {
        let applied = try await Migrator(Schema.migrations).migrate(database)
        try await directory.prepare()
        return applied.map { "\($0.feature) \($0.number)" }
    }

    package func close() async { await database.close() }
}

extension ServiceLibrary: ServiceShelf {}

extension Settings {
    /// Whether there is a site: its database is there and was prepared once. Nothing is made.
    package func hasSite() async throws -> Bool {
        guard let database = try store.existing() else { return false }
        do {
            let pending = try await Migrator(Schema.migrations).pending(database)
            await database.close()
            return pending.count < Schema.migrations.count
        } catch {
            await database.close()
            throw error
        }
    }
}

extension Settings.Store {
    /// The database for what only reads; nil when there is none yet: opening would make the file.
    func existing() throws -> (any Database)? {
        switch self {
        case .sqlite(let path):
            guard FileManager.default.fileExists(atPath: path) else { return nil }
            return try SQLiteDatabase(path: path)
        case .postgresql(let url): return try PostgreSQLDatabase(url: url, connections: 1)
        }
    }

    /// How the database of the settings is put into one file.
    func copier() throws -> any DatabaseCopier {
        switch self {
        case .sqlite(let path): SQLiteCopier(path: path)
        case .postgresql(let url): try PostgreSQLCopier(url: url)
        }
    }
}

/// The directory answers casework's question for calendars.
struct DirectoryCalendars: CalendarShelf {
    let directory: Directory
    let database: any Database

    func calendar(of agency: String) async throws -> WorkingCalendar {
        guard let id = Agency.ID(agency) else { throw NoSuchAgency() }
        return try await database.read { tx in try directory.calendar(of: id, in: tx) }
    }

    struct NoSuchAgency: Error {}
}
