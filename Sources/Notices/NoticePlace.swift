import Kernel

/// A place in the list of notices: the one after which a page begins.
package struct NoticePlace: Sendable, Equatable, LosslessStringConvertible {
    let at: Instant
    let id: Notice.ID

    init(_ notice: Notice) {
        at = notice.at
        id = notice.id
    }

    package init?(_ text: String) {
        let parts = text.split(separator: "~")
        guard parts.count == 2, let micro = Int64(parts[0]), let id = Notice.ID(String(parts[1])) else { return nil }
        at = Instant(microseconds: micro)
        self.id = id
    }

    package var description: String { "\(at.microseconds)~\(id)" }
}
