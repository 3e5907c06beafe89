/// The account of one import: how many records were read and what became of them, and every cell that was not taken as
/// it stands.
package struct ImportReport: Codable, Hashable, Sendable {
    package var read = 0
    package var new = 0
    package var changed = 0
    package var unchanged = 0
    package var refused = 0
    package var accounts: [CellAccount] = []

    package init() {}

    /// How many cells there are of each reason, most frequent first.
    package var byReason: [(reason: CellReason, count: Int)] {
        Dictionary(grouping: accounts, by: \.reason).map { (reason: $0.key, count: $0.value.count) }
            .sorted { ($1.count, $0.reason.rawValue) < ($0.count, $1.reason.rawValue) }
    }
}
