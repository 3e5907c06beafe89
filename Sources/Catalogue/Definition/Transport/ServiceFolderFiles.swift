import Foundation

extension ServiceFolder {
    /// All texts of the folder.
    package func contents() throws -> ServiceFiles {
        var texts: [String: String] = [:]
        for folder in [nil] + DefinitionLibrary.folders.map(Optional.some) {
            for file in try files(folder) {
                let path = (folder.map { "\($0)/" } ?? "") + "\(file.name).yaml"
                // Some editors put a mark before the text.
                texts[path] = file.text.hasPrefix("\u{FEFF}") ? String(file.text.dropFirst()) : file.text
            }
        }
        return ServiceFiles(texts)
    }

    /// Writes files of the folder, each whole or not at all.
    package func write(_ texts: [String: String]) throws {
        for (path, text) in texts.sorted(by: { $0.key < $1.key }) {
            let file = url.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file, options: .atomic)
        }
    }
}
