import Foundation

/// What waits for the threads of a database, first in, first out.
///
/// Blocking calls of a database run on threads of their own, never on the few that Swift's tasks share.
package final class Mailbox<Message: Sendable>: @unchecked Sendable {
    // Unchecked: `waiting`, `head` and `isClosed` are touched only while `condition` is locked.
    private let condition = NSCondition()
    private var waiting: [Message] = []
    private var head = 0
    private var isClosed = false

    package init() {}

    /// False when nobody takes messages any more.
    package func put(_ message: Message) -> Bool {
        condition.lock()
        defer { condition.unlock() }
        guard !isClosed else { return false }
        waiting.append(message)
        condition.signal()
        return true
    }

    /// The next message; waits for one. Nil when the mailbox is closed and empty.
    package func take() -> Message? {
        condition.lock()
        defer { condition.unlock() }
        while head == waiting.count {
            if isClosed { return nil }
            condition.wait()
        }
        return removeFirst()
    }

    /// The next message if one is there.
    package func takeIfAny() -> Message? {
        condition.lock()
        defer { condition.unlock() }
        return head == waiting.count ? nil : removeFirst()
    }

    /// Takes nothing new; what is there will still be taken.
    package func close() {
        condition.lock()
        defer { condition.unlock() }
        isClosed = true
        condition.broadcast()
    }

    private func removeFirst() -> Message {
        let first = waiting[head]
        head += 1
        if head == waiting.count {
            waiting.removeAll(keepingCapacity: true)
            head = 0
        } else if head >= 256, head * 2 >= waiting.count {
            waiting.removeFirst(head)
            head = 0
        }
        return first
    }
}
