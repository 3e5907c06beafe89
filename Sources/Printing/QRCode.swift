import CQREncode

/// A QR code (ISO/IEC 18004) as SVG.
package enum QRCode {
    /// The code for `text` with error correction M and a quiet zone of four modules; nil when the text is too long.
    ///
    /// The SVG has no size of its own and no name: `QRFigure` gives it both.
    package static func svg(_ text: String) -> String? {
        guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        var path = ""
        for y in 0..<width {
            var x = 0
            while x < width {
                var run = 0
                while x + run < width, code.pointee.data[y * width + x + run] & 1 == 1 { run += 1 }
                if run > 0 { path += "M\(x + 4) \(y + 4)h\(run)v1h-\(run)z" }
                x += max(run, 1)
            }
        }
        let side = width + 8
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(side) \(side)" aria-hidden="true" \
            shape-rendering="crispEdges"><rect width="\(side)" height="\(side)" fill="#fff"/><path d="\(path)"/></svg>
            """
    }
}
