import Foundation

/// A file that somebody names on the command line, read as text.
package enum InputFile {
    /// Why a file cannot be read, and what to do.
    package enum Problem: Error, Equatable {
        case missing(String)
        case folder(String)
        case unreadable(String)
        /// Not UTF-8, first in this line.
        case notUTF8(String, line: Int)
        case empty(String)

        package var words: String {
            switch self {
            case .missing(let path): "there is no file \(path): look at its name, and at the folder you are in"
            case .folder(let path): "\(path) is a folder: name a file in it"
            case .unreadable(let path): "\(path) may not be read by this user: sudo chmod a+r, or run as its owner"
            case .notUTF8(let path, let line):
                "\(path) is not UTF-8 text (line \(line)): save it anew as “UTF-8”, in a spreadsheet as “CSV UTF-8”"
            case .empty(let path): "\(path) is empty: nothing was done"
            }
        }
    }

    /// The text without the mark that some editors put first.
    package static func text(of path: String) throws(Problem) -> String {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { throw .missing(path) }
        if isFolder.boolValue { throw .folder(path) }
        guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable(path) }
        let bytes = data.starts(with: [0xEF, 0xBB, 0xBF]) ? data.dropFirst(3) : data
        if bytes.isEmpty { throw .empty(path) }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .notUTF8(path, line: firstWrongLine(bytes))
        }
        return text
    }

    private static func firstWrongLine(_ bytes: Data) -> Int {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0) + 1
    }
}
