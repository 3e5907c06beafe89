import Foundation
import Kernel
import Storage

/// What a backup holds and of which site it is: the file `manifest.json` in its folder.
///
/// Beside it stand the database in the format of its kind, `files.sha256` with a line for every file (as `sha256sum`
/// reads it), the files themselves below `blobs`, and `secret` when the site keeps its secret in the data folder.
package struct BackupManifest: Codable, Sendable, Equatable {
    /// A member of the folder.
    struct Member: Codable, Sendable, Equatable {
        let name: String
        let size: Int
        let sha256: String
    }

    static let name = "manifest.json"
    static let fileList = "files.sha256"
    static let secret = "secret"
    static let format = 1

    let format: Int
    /// The moment whose database it holds, RFC 3339.
    package let at: String
    package let siteName: String
    /// `sqlite` or `postgresql`.
    package let kind: String
    /// The migrations that the database had, as `feature number`.
    let schema: [String]
    /// The rows of every table.
    package let rows: [String: Int]
    let database: Member
    let fileList: Member
    let secret: Member?
    /// Files that the database names, and their bytes together.
    package let files: Int
    package let bytes: Int
    /// Files that the database names and the site had lost or found damaged, by hash.
    package let lost: [String]
    /// The public key of the log: the secret of the site where it is restored must have the same.
    let logKey: String

    /// Errors: there is no manifest, or it is of another format; the description tells the operator.
    package static func read(_ folder: String) throws -> BackupManifest {
        let path = "\(folder)/\(name)"
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CopyProblem("\(folder) is no backup, or one that was not finished: there is no \(name) in it")
        }
        guard let json = try? JSON(utf8: Array(data)), let format = json["format"]?.integer else {
            throw CopyProblem("\(path) cannot be read")
        }
        guard format == Self.format, let manifest = try? json.decoded(as: BackupManifest.self) else {
            throw CopyProblem("\(path) has the format \(format); this program reads format \(Self.format)")
        }
        return manifest
    }

    func write(_ folder: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        try PrivateFile.write(try encoder.encode(self) + Data("\n".utf8), to: "\(folder)/\(Self.name)")
    }

    /// The hash and size of every file that is in the backup.
    static func files(listedIn folder: String) throws -> [Listed] {
        let text = try String(contentsOfFile: "\(folder)/\(fileList)", encoding: .utf8)
        return try text.split(separator: "\n").map { line in
            let hash = String(line.prefix(64))
            // The list was checked against its hash; this is about what may be joined to a path.
            guard hash.utf8.count == 64, hash.allSatisfy({ $0.isHexDigit && $0.isASCII }) else {
                throw CopyProblem("\(fileList) has a line that is none")
            }
            return Listed(sha256: hash, path: "\(folder)/\(path(hash))")
        }
    }

    struct Listed: Sendable {
        let sha256: String
        let path: String
    }

    /// Where a file is in the folder of a backup.
    static func path(_ sha256: String) -> String { "blobs/\(sha256.prefix(2))/\(sha256)" }
}
