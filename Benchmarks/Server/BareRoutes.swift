import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore
import Site

/// The site, with bare routes beside it: `/bare/N` answers N bytes and does nothing else. What a page costs is measured
/// against the bare route of the same server that returns as many bytes.
struct BareRoutes: HTTPResponder {
    typealias Context = SiteContext

    private static let prefix = "/bare/"
    private static let most = 1 << 20

    let site: Reception
    private let bytes = ByteBuffer(repeating: UInt8(ascii: "x"), count: most)

    func respond(
        to request: HummingbirdCore.Request, context: SiteContext
    ) async throws -> HummingbirdCore.Response {
        let path = request.uri.path
        guard path.hasPrefix(Self.prefix), let count = Int(path.dropFirst(Self.prefix.count)),
            let body = bytes.getSlice(at: 0, length: min(count, Self.most))
        else { return try await site.respond(to: request, context: context) }
        return HummingbirdCore.Response(
            status: .ok,
            headers: [.contentType: "text/html; charset=utf-8", .contentLength: String(body.readableBytes)],
            body: .init(byteBuffer: body))
    }
}
