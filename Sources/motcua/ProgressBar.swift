import Foundation
import Synchronization

/// A line on the terminal that fills up; nothing where standard error is no terminal.
final class ProgressBar: Sendable {
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private let drawn = Mutex(-1)
    private let label: String

    init(_ label: String = "") { self.label = label.isEmpty ? "" : label + " " }

    /// Draws when there is something new to see.
    func show(_ done: Int, of all: Int, _ words: String) {
        guard isTerminal else { return }
        let filled = all == 0 ? 40 : min(40, done * 40 / all)
        let isNew = drawn.withLock { last in
            defer { last = done == all ? -1 : filled }
            return last != filled || done == all
        }
        guard isNew else { return }
        let bar = String(repeating: "█", count: filled) + String(repeating: "·", count: 40 - filled)
        let end = done == all ? "\n" : ""
        FileHandle.standardError.write(Data("\r\(label)\(bar) \(words)\(end)".utf8))
    }
}
