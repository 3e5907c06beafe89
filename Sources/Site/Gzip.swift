import CZlib

/// The content coding gzip (RFC 9110, 8.4.1.3; RFC 1952), by zlib.
enum Gzip {
    /// The bytes compressed as one member without name or time, so that the same content always gives the same bytes;
    /// nil when zlib refuses.
    /// - Parameter level: 1 (quick) to 9 (small).
    static func compress(_ bytes: [UInt8], level: Int32) -> [UInt8]? {
        var stream = z_stream()
        // 15 bits of window, and 16 more for a gzip header in place of zlib's own.
        guard
            deflateInit2_(
                &stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { return nil }
        defer { deflateEnd(&stream) }
        let most = Int(deflateBound(&stream, uLong(bytes.count)))
        var code = Z_OK
        var input = bytes
        let out = [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
            input.withUnsafeMutableBufferPointer { source in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = buffer.baseAddress
                stream.avail_out = UInt32(most)
                code = deflate(&stream, Z_FINISH)
                count = most - Int(stream.avail_out)
            }
        }
        return code == Z_STREAM_END ? out : nil
    }
}
