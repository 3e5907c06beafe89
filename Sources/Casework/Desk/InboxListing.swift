package import Catalogue
package import Kernel

/// One open case as the inbox shows it.
package struct InboxRow: Sendable {
    package let id: Dossier.ID
    /// What a row begins with that somebody only follows.
    static let following = "="
    /// The branch that awaits an answer, `~` and the timer that told, or `=` and the role that follows the case; empty
    /// for the task of the step.
    package let branch: String
    /// The agency whose case it is, when it is another's.
    package let askedBy: String?
    /// Whether the holder was reminded.
    package let isReminded: Bool
    /// Whether the clock of a received case stands still.
    package let isStopped: Bool
    package let code: String
    package let service: String
    /// The title under which it was filed.
    package let title: Phrase
    package let owner: String
    package let step: Phrase
    /// The role that the step waits for.
    package let role: String
    package let unit: String?
    package let official: OfficialState
    package let assignee: String?
    package let channel: FilingChannel
    package let filedAt: Instant
    package let openedAt: Instant
    package let stepDueAt: Instant?
    package let dueAt: Instant?
    /// Whether the desk has taken it: before that no limit runs or stands still.
    package let isReceived: Bool

    /// Whether the case is shown to be known of: there is nothing to do.
    package var isFollowed: Bool { branch.hasPrefix(Self.following) }
}

/// How many cases each filter would show, the other filters staying as they are.
package struct InboxCounts: Sendable, Equatable {
    package var standing: [InboxFilter.Standing: Int] = [:]
    package var holder: [InboxFilter.Holder: Int] = [:]
    package var service: [String: Int] = [:]
    /// Every service at once.
    package var services = 0
    /// What the filters chosen show.
    package var shown = 0
}

/// One screen of the inbox.
package struct InboxListing: Sendable {
    package let rows: [InboxRow]
    package let counts: InboxCounts
    /// Before which row the page before ends; nil on the first.
    package let previous: InboxPlace?
    /// After which row the next page begins; nil on the last.
    package let next: InboxPlace?
}
