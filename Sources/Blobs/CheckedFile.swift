import Crypto
import Foundation
import Kernel

/// A file with the SHA-256 of its content, read from the disk to the end.
package struct CheckedFile: Sendable, Equatable {
    package let sha256: String
    package let size: Int

    private static let piece = 1_048_576

    /// Reads the file at `path`. Blocking. Errors: the file cannot be read.
    package init(at path: String) throws {
        self = try Self.reading(path) { _ in }
    }

    private init(sha256: String, size: Int) {
        self.sha256 = sha256
        self.size = size
    }

    /// Copies the file at `path` to a new file at `target` that only its owner may read, and says what was written.
    /// Blocking; the content is on the disk when it returns.
    package static func copying(_ path: String, to target: String) throws -> CheckedFile {
        let descriptor = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw BlobStore.Problem(errno: errno) }
        let out = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        let file = try reading(path) { try out.write(contentsOf: $0) }
        try out.synchronize()
        try out.close()
        return file
    }

    private static func reading(_ path: String, _ use: (Data) throws -> Void) throws -> CheckedFile {
        let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        defer { try? handle.close() }
        var hash = SHA256()
        var size = 0
        while let data = try handle.read(upToCount: piece), !data.isEmpty {
            hash.update(data: data)
            size += data.count
            try use(data)
        }
        let digest = Hex.text(hash.finalize())
        return CheckedFile(sha256: digest, size: size)
    }
}
