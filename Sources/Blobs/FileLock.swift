import Foundation

/// A lock on a file (`flock`), held by one process or thread among all that share the folder; it is gone when its
/// process is.
package struct FileLock: Sendable {
    package enum Kind: Sendable {
        /// Beside others that share it.
        case shared
        /// Alone.
        case exclusive
    }

    private let descriptor: Int32

    /// Waits for the lock. Blocking: call it on a thread for blocking work.
    init(_ path: String, _ kind: Kind) throws {
        descriptor = try Self.open(path)
        while flock(descriptor, kind == .shared ? LOCK_SH : LOCK_EX) != 0 {
            let problem = errno
            guard problem == EINTR else {
                close(descriptor)
                throw BlobStore.Problem(errno: problem)
            }
        }
    }

    /// Takes the lock alone; nil when somebody has it.
    init?(ifFree path: String) throws {
        descriptor = try Self.open(path)
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            return nil
        }
    }

    /// Gives the lock back; call it once.
    package func release() { close(descriptor) }

    private static func open(_ path: String) throws -> Int32 {
        let descriptor = Foundation.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw BlobStore.Problem(errno: errno) }
        return descriptor
    }
}
