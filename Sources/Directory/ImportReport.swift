package import Kernel

/// What an import did: how many rows it took and every row or cell it could not use, with its line.
package struct ImportReport: Sendable, Equatable {
    /// One thing that was wrong with the file.
    package struct Problem: Sendable, Hashable {
        /// Counted from 1, as editors and spreadsheets count.
        package let line: Int
        package let message: Phrase
        package init(_ line: Int, _ message: Phrase) {
            self.line = line
            self.message = message
        }
    }

    package var added = 0
    package var changed = 0
    package var unchanged = 0
    package var problems: [Problem] = []

    package init() {}

    package var summary: Phrase {
        Phrase(
            vi:
                "Thêm mới \(added), thay đổi \(changed), giữ nguyên \(unchanged), không dùng được \(problems.count) dòng.",
            en: "Added \(added), changed \(changed), unchanged \(unchanged), \(problems.count) lines not usable.")
    }
}
