import Foundation
import NIOPosix

/// The content of a file, piece by piece, read on the thread pool for blocking calls.
struct FileChunks: AsyncSequence {
    let path: String

    struct AsyncIterator: AsyncIteratorProtocol {
        let path: String
        var handle: FileHandle?

        mutating func next() async throws -> [UInt8]? {
            let source: FileHandle
            if let handle {
                source = handle
            } else {
                source = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
                handle = source
            }
            let data = try await NIOThreadPool.singleton.runIfActive { try source.read(upToCount: 131_072) }
            guard let data, !data.isEmpty else {
                try source.close()
                return nil
            }
            return Array(data)
        }
    }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(path: path) }
}
