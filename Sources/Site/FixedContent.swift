import NIOCore

/// Content that is the same for everybody until the program is built anew: the files of the design. Tagged and
/// compressed once, at start.
package struct FixedContent: Sendable {
    private let plain: ByteBuffer
    private let gzip: ByteBuffer?
    private let name: String

    /// Compressed only when that makes it smaller: a picture already is.
    package init(_ bytes: [UInt8]) {
        plain = ByteBuffer(bytes: bytes)
        gzip = Gzip.compress(bytes, level: 9).flatMap { $0.count < bytes.count ? ByteBuffer(bytes: $0) : nil }
        name = ContentTag.of(bytes)
    }

    /// What goes out to whoever accepts `coding`.
    func form(_ coding: ContentCoding) -> (content: ByteBuffer, coding: ContentCoding, tag: String) {
        if case .gzip = coding, let gzip { return (gzip, .gzip, ContentCoding.gzip.tag(name)) }
        return (plain, .identity, ContentCoding.identity.tag(name))
    }
}
