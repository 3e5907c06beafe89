package import Kernel
import Storage

/// From when to when an agency, a post or a name is in force. The last day is the one before `until`.
package struct Validity: Hashable, Sendable {
    package var from: Day
    /// The first day on which it is no longer in force; nil while no end is known.
    package var until: Day?

    package init(from: Day, until: Day? = nil) {
        self.from = from
        self.until = until
    }

    package func contains(_ day: Day) -> Bool { from <= day && (until.map { day < $0 } ?? true) }

    /// Whether it ends on `day` at the latest.
    package func isOver(on day: Day) -> Bool { until.map { $0 <= day } ?? false }
}

extension Row {
    func validity() throws -> Validity { Validity(from: try get("valid_from"), until: try find("valid_until")) }
}
