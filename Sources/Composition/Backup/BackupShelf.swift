import Foundation
import Kernel
import Storage

/// A folder with backups of one site, each under the moment when it was made: `20260422T020000`. Their names sort as
/// they were made.
package struct BackupShelf: Sendable {
    package let folder: String

    package init(_ folder: String) { self.folder = folder }

    /// Where a backup made now belongs.
    package func newPlace(for installation: Installation) throws -> String {
        try PrivateFile.makeFolder(folder)
        let digits = installation.clock.now.description.prefix { $0 != "+" && $0 != "." }.filter {
            $0 != "-" && $0 != ":"
        }
        return "\(folder)/\(digits)"
    }

    /// The finished backups, oldest first.
    package var backups: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.sorted().filter(Self.isMoment).map { "\(folder)/\($0)" }.filter {
            FileManager.default.fileExists(atPath: "\($0)/\(BackupManifest.name)")
        }
    }

    /// Removes the oldest, so that `count` stay. Returns what was removed.
    package func keep(_ count: Int) throws -> [String] {
        let old = Array(backups.dropLast(max(1, count)))
        for path in old { try FileManager.default.removeItem(atPath: path) }
        return old
    }

    private static func isMoment(_ name: String) -> Bool {
        name.utf8.count == 15 && name.enumerated().allSatisfy { $0 == 8 ? $1 == "T" : $1.isASCII && $1.isNumber }
    }
}
