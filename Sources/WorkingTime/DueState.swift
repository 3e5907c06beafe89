package import Kernel

/// Where a deadline stands: passed, today, or later.
///
/// What ends at the due moment ends in time (QĐ 766/QĐ-TTg: end not later than the promised date). In SQL: overdue is
/// `due_at < now`, today is `due_at >= now` and before the start of tomorrow in Vietnam.
package enum DueState: String, Hashable, Sendable, Codable, CaseIterable {
    case overdue, today, later

    package init(due: Instant, at now: Instant) {
        self = due < now ? .overdue : due.day == now.day ? .today : .later
    }

    package var words: Phrase {
        switch self {
        case .overdue: Phrase(vi: "Quá hạn", en: "Overdue")
        case .today: Phrase(vi: "Đến hạn hôm nay", en: "Due today")
        case .later: Phrase(vi: "Còn hạn", en: "On time")
        }
    }
}
