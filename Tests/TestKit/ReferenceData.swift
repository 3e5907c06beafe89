package import Foundation

/// The shared reference data: the national catalogue, the territory, the DMN kit.
///
/// Found through `MOTCUA_REFERENCE_DATA`, by default `../shared/data` beside the project's root.
package enum ReferenceData {
    package static let root: URL = {
        if let path = ProcessInfo.processInfo.environment["MOTCUA_REFERENCE_DATA"] {
            return URL(fileURLWithPath: path, isDirectory: true)
        }
        return projectRoot.deletingLastPathComponent().appendingPathComponent("shared/data", isDirectory: true)
    }()

    package static let projectRoot = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The file of that name; nil, with one loud line, when the reference data is not there.
    package static func file(_ name: String) -> URL? {
        let url = root.appendingPathComponent(name)
        if FileManager.default.fileExists(atPath: url.path) { return url }
        FileHandle.standardError.write(
            Data(
                "!!! REFERENCE DATA MISSING: \(name); tests that need it did not run (set MOTCUA_REFERENCE_DATA)\n".utf8
            ))
        return nil
    }
}

/// Whether the full counts were asked for (`bin/test --long`).
package let longRun = ProcessInfo.processInfo.environment["MOTCUA_TEST_LONG"] == "1"
