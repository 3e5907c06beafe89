import CZlib
import HTTPTypes
import Kernel
import Markup
import Testing

@testable import Site

@Suite struct CompressionTests {
    private static let text = String(repeating: "Nộp hồ sơ trực tuyến. ", count: 200)

    private static var routes: Routes {
        var routes = Routes()
        routes.get(PlainPlace("/cong-khai"), .anyone) { _ in
            .page(Page(Phrase(same: "a"), isPublic: true) { p(text) })
        }
        routes.get(PlainPlace("/bieu-mau"), .anyone) { _ in
            .page(
                Page(Phrase(same: "b"), isPublic: true) {
                    p(text)
                    Markup.formToken
                })
        }
        routes.get(PlainPlace("/rieng"), .anyone) { _ in .page(Page(Phrase(same: "c")) { p(text) }) }
        routes.get(PlainPlace("/tep"), .anyone) { _ in
            Response(200, [("Cache-Control", "public, max-age=60")], .fixed(FixedContent(Array(text.utf8))))
        }
        return routes
    }

    @Test(arguments: ["/cong-khai", "/tep"])
    func `public content travels compressed to whoever takes it and is the same unpacked`(path: String) async throws {
        try await Porch.with(Self.routes) { porch in
            let plain = try await porch.get(path)
            let small = try await porch.get(path, [.acceptEncoding: "br;q=1.0, gzip;q=0.8"])
            #expect(plain.headers[.contentEncoding] == nil)
            #expect(small.headers[.contentEncoding] == "gzip")
            #expect(small.headers[.contentLength] == String(small.bytes.count))
            #expect(small.bytes.count * 4 < plain.bytes.count)
            #expect(Self.unpacked(small.bytes) == plain.bytes)
            #expect(plain.headers[.vary]?.contains("Accept-Encoding") == true)
            #expect(small.headers[.vary]?.contains("Accept-Encoding") == true)
        }
    }

    @Test(arguments: ["/cong-khai", "/tep"])
    func `each form of a content has its tag, and whoever has that form gets nothing again`(path: String) async throws {
        try await Porch.with(Self.routes) { porch in
            let plain = try #require(try await porch.get(path).headers[.eTag])
            let small = try #require(try await porch.get(path, [.acceptEncoding: "gzip"]).headers[.eTag])
            #expect(plain != small)
            for (tag, coding) in [(plain, "identity"), (small, "gzip"), ("\"x\", W/\(small)", "gzip")] {
                let again = try await porch.get(path, [.acceptEncoding: coding, .ifNoneMatch: tag])
                #expect(again.status == 304)
                #expect(again.bytes.isEmpty)
                #expect(again.headers[.eTag] != nil)
            }
            let other = try await porch.get(path, [.acceptEncoding: "gzip", .ifNoneMatch: plain])
            #expect(other.status == 200)
        }
    }

    @Test(arguments: ["/bieu-mau", "/rieng"])
    func `a page with a form's token or of somebody's own is never compressed`(path: String) async throws {
        try await Porch.with(Self.routes) { porch in
            let answer = try await porch.get(path, [.acceptEncoding: "gzip"])
            #expect(answer.status == 200)
            #expect(answer.headers[.contentEncoding] == nil)
        }
    }

    @Test func `a public page is not compressed for somebody signed in`() async throws {
        let visitor = Visitor(
            session: "s", account: "a", name: "Mẫu", actor: .person(account: "a", name: "Mẫu"), permissions: [])
        try await Porch.with(Self.routes, signedIn: visitor) { porch in
            let answer = try await porch.get("/cong-khai", [.acceptEncoding: "gzip", .cookie: "__Host-mc_session=x"])
            #expect(answer.status == 200)
            #expect(answer.headers[.contentEncoding] == nil)
        }
    }

    @Test(arguments: [
        ("gzip", true), ("*", true), ("GZIP ; q=0.5", true), ("gzip;q=0", false), ("*;q=1, gzip;q=0", false),
        ("br, deflate", false), ("", false), (nil, false),
    ])
    func `what a browser takes is read from its field`(field: String?, takes: Bool) {
        let isGzip = if case .gzip = ContentCoding(accepted: field) { true } else { false }
        #expect(isGzip == takes)
    }

    private static func unpacked(_ bytes: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        var input = bytes
        inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        defer { inflateEnd(&stream) }
        return [UInt8](unsafeUninitializedCapacity: 1 << 20) { buffer, count in
            input.withUnsafeMutableBufferPointer { source in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = buffer.baseAddress
                stream.avail_out = UInt32(buffer.count)
                inflate(&stream, Z_FINISH)
                count = buffer.count - Int(stream.avail_out)
            }
        }
    }
}
