package import Kernel
package import Storage

/// The notices of a person in the portal: the list, how many are unread, and marking them as read.
package struct NoticeBox: Sendable {
    /// One screen of the list.
    package struct Listing: Sendable {
        package let notices: [Notice]
        package let unread: Int
        /// Where the next page begins; nil after the last.
        package let next: NoticePlace?
    }

    static let perPage = 20

    let database: any Database
    let clock: any TimeSource

    package init(database: any Database, clock: any TimeSource) {
        self.database = database
        self.clock = clock
    }

    package func list(of account: String, after place: NoticePlace? = nil) async throws -> Listing {
        try await database.read { tx in
            var notices = try NoticeStore.page(of: account, after: place, limit: Self.perPage + 1, in: tx)
            let hasMore = notices.count > Self.perPage
            if hasMore { notices.removeLast() }
            return Listing(
                notices: notices, unread: try NoticeStore.unread(of: account, in: tx),
                next: hasMore ? notices.last.map { NoticePlace($0) } : nil)
        }
    }

    /// How many wait to be read, for the navigation.
    package func unread(of account: String) async throws -> Int {
        try await database.read { tx in try NoticeStore.unread(of: account, in: tx) }
    }

    package func markRead(_ id: Notice.ID, of account: String) async throws {
        let now = clock.now
        try await database.write { tx in try NoticeStore.markRead(id, of: account, at: now, in: tx) }
    }

    /// Marks everything up to a moment; what came later stays unread.
    package func markRead(upTo last: Instant, of account: String) async throws {
        let now = clock.now
        try await database.write { tx in try NoticeStore.markRead(upTo: last, of: account, at: now, in: tx) }
    }
}
