import Foundation
import NIOPosix

/// The content of a file, piece by piece, read on the thread pool for blocking calls.
struct FileChunks: AsyncSequence {
    let path: String

    struct AsyncIterator: AsyncIteratorProtocol {
        let path: String
        var handle: FileHandle?

        mutating func next() async throws -> [UInt8]? {
            let open: FileHandle
            if let handle {
                open = handle
            } else {
                open = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
                handle = open
            }
            let data = try await NIOThreadPool.singleton.runIfActive { try open.read(upToCount: 131_072) }
            guard let data, !data.isEmpty else {
                try open.close()
                return nil
            }
            return Array(data)
        }
    }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(path: path) }
}
