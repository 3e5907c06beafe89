import Foundation
import Storage

/// The secret of an installation on one machine: made at the first start and kept beside its data.
enum GeneratedSecret {
    static func path(in folder: String) -> String { folder + "/secret" }

    /// The secret that is kept in the folder; nil when there is none. Errors: there is one that is too short, as after
    /// a disk that was full.
    static func kept(in folder: String) throws -> String? {
        guard let data = FileManager.default.contents(atPath: path(in: folder)) else { return nil }
        let text = String(decoding: data, as: UTF8.self)
        guard text.utf8.count >= 32 else { throw CopyProblem("\(path(in: folder)) is no secret") }
        return text
    }

    /// The secret that is kept in the folder, made first where there is none.
    static func read(in folder: String) throws -> String {
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        if let kept = try kept(in: folder) { return kept }
        var random = SystemRandomNumberGenerator()
        let digits = (0..<6).map { _ in
            let part = String(random.next(), radix: 16)
            return String(repeating: "0", count: 16 - part.count) + part
        }
        let secret = digits.joined()
        // Under another name first: a secret that a crash has cut short would make everything after it worthless.
        let part = path(in: folder) + ".\(ProcessInfo.processInfo.processIdentifier)"
        try PrivateFile.write(Data(secret.utf8), to: part)
        defer { unlink(part) }
        // A second process that starts at the same time takes the secret of the first.
        guard link(part, path(in: folder)) == 0 else {
            guard let kept = try kept(in: folder) else { throw CopyProblem("\(folder) cannot be written") }
            return kept
        }
        try PrivateFile.sync(folder)
        return secret
    }
}
