import Foundation
import TestKit
import Testing

/// A text that is committed beside the program and made again by a test. `MOTCUA_UPDATE=1` writes it instead.
enum Snapshot {
    static func matches(_ text: String, _ path: String) throws {
        let url = ReferenceData.projectRoot.appendingPathComponent(path)
        if ProcessInfo.processInfo.environment["MOTCUA_UPDATE"] == "1" {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
            return
        }
        let kept = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
        let (old, new) = (lines(kept), lines(text))
        let gone = old.filter { !new.contains($0) }
        let come = new.filter { !old.contains($0) }
        #expect(
            kept == text,
            "\(path) is not what the program makes (MOTCUA_UPDATE=1 writes it); gone: \(gone); come: \(come)")
    }

    private static func lines(_ text: String) -> [Substring] { text.split(separator: "\n") }
}
