package import Kernel

/// A time during which a limit does not run: the office waits for the applicant, for money or for another agency.
///
/// Without an end it still lasts. Whether a supplement stops the clock or starts the count anew is a setting of the
/// service (NĐ 61/2018/NĐ-CP, Đ.17–19 starts anew); a new count is simply one with a later receipt.
package struct ClockStop: Hashable, Sendable, Codable {
    package let from: Instant
    package let to: Instant?
    /// What is waited for, as the derivation says it: `chờ người nộp bổ sung hồ sơ`.
    package let reason: Phrase?

    package init(from: Instant, to: Instant?, reason: Phrase? = nil) {
        self.from = from
        self.to = to
        self.reason = reason
    }

    /// The stops by their beginning, when they can be counted: after receipt, each ended before the next begins.
    static func inOrder(_ stops: [ClockStop], received: Instant) throws(DeadlineRefusal) -> [ClockStop] {
        let ordered = stops.sorted { $0.from < $1.from }
        for stop in ordered {
            guard stop.from >= received else { throw .stopBeforeReceipt(stop.from) }
            if let to = stop.to, to <= stop.from { throw .stopEndsBeforeItBegins(from: stop.from, to: to) }
        }
        for (stop, next) in zip(ordered, ordered.dropFirst()) {
            guard let to = stop.to, to <= next.from else { throw .stopsOverlap(at: next.from) }
        }
        return ordered
    }
}
