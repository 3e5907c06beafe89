import Foundation
import Journal
import NIOPosix
import Storage

/// The newest checkpoint of the log as a file of the data folder. Every node of a site has that folder; whoever writes
/// later writes a later checkpoint or an earlier one that the log contains as well.
struct CheckpointFile: CheckpointShelf {
    let path: String

    init(in folder: String, of database: Dialect) { path = "\(folder)/checkpoint-\(database.rawValue).json" }

    func kept() async throws -> Checkpoint? {
        try await NIOThreadPool.singleton.runIfActive {
            guard let data = FileManager.default.contents(atPath: path) else { return nil }
            guard let checkpoint = try? JSONDecoder().decode(Checkpoint.self, from: data) else {
                throw CopyProblem("\(path) cannot be read: it is no checkpoint of the log")
            }
            return checkpoint
        }
    }

    func keep(_ checkpoint: Checkpoint) async throws {
        try await NIOThreadPool.singleton.runIfActive {
            let part = "\(path).\(UUID().uuidString)"
            try PrivateFile.write(try JSONEncoder().encode(checkpoint), to: part)
            guard rename(part, path) == 0 else {
                unlink(part)
                throw CopyProblem("\(path) cannot be written")
            }
        }
    }

    /// Forgets the checkpoint: another database is put in its place.
    func forget() throws {
        guard unlink(path) == 0 || errno == ENOENT else { throw CopyProblem("\(path) cannot be removed") }
    }
}
