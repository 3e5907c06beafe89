import NIOCore
import Synchronization

/// Content that is the same for everybody: a file of the design, or a public page as it was made a moment ago. Tagged
/// once, and compressed once, when somebody takes it so.
package final class FixedContent: Sendable {
    private enum Compressed {
        case notYet
        case content(ByteBuffer)
        /// Compressing makes it no smaller: a picture already is.
        case useless
    }

    private let plain: ByteBuffer
    private let name: String
    private let level: Int32
    private let compressed = Mutex(Compressed.notYet)

    /// `level`: how much compressing may cost, 1 to 9.
    package init(_ bytes: [UInt8], level: Int32 = 9) {
        plain = ByteBuffer(bytes: bytes)
        name = ContentTag.of(bytes)
        self.level = level
    }

    var size: Int { plain.readableBytes }

    /// What goes out to whoever accepts `coding`.
    func form(_ coding: ContentCoding) -> (content: ByteBuffer, coding: ContentCoding, tag: String) {
        if case .gzip = coding, let gzip { return (gzip, .gzip, ContentCoding.gzip.tag(name)) }
        return (plain, .identity, ContentCoding.identity.tag(name))
    }

    private var gzip: ByteBuffer? {
        compressed.withLock { compressed in
            if case .notYet = compressed {
                let made = Gzip.compress(Array(plain.readableBytesView), level: level)
                compressed = made.flatMap { $0.count < size ? .content(ByteBuffer(bytes: $0)) : nil } ?? .useless
            }
            if case .content(let content) = compressed { return content }
            return nil
        }
    }
}
