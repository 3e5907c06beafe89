package import Kernel
import Synchronization

/// A clock that goes on only when a test moves it.
package final class TestClock: TimeSource {
    private let moment: Mutex<Instant>

    package init(_ moment: Instant = Instant(seconds: 1_800_000_000)) { self.moment = Mutex(moment) }

    /// - Parameter text: RFC 3339, like `2026-04-22T09:00:00+07:00`.
    package convenience init(_ text: String) { self.init(Self.read(text)) }

    package var now: Instant { moment.withLock { $0 } }

    package func move(days: Int64 = 0, hours: Int64 = 0, minutes: Int64 = 0, seconds: Int64 = 0) {
        moment.withLock { $0 = $0.adding(days: days).adding(seconds: (hours * 60 + minutes) * 60 + seconds) }
    }

    package func move(to text: String) {
        let there = Self.read(text)
        moment.withLock { $0 = there }
    }

    package func move(to there: Instant) { moment.withLock { $0 = there } }

    private static func read(_ text: String) -> Instant {
        guard let instant = Instant(text) else { preconditionFailure("no moment: \(text)") }
        return instant
    }
}
