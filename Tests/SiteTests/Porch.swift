import HTTPTypes
import HummingbirdCore
import Kernel
import Logging
import Markup
import NIOCore
import NIOEmbedded
import Storage
import TestKit

@testable import Hummingbird
@testable import Site

/// The reception without a socket: asks it as a browser would and reads what comes back.
struct Porch {
    let reception: Reception

    struct Answer {
        let status: Int
        let headers: HTTPFields
        let bytes: [UInt8]
    }

    static func with(
        _ routes: Routes, signedIn: Visitor? = nil, clock: any TimeSource = SystemTime(),
        _ body: (Porch) async throws -> Void
    ) async throws {
        try await withDatabase(.sqlite, SiteSchema.migrations) { database in
            let reception = Reception(
                routes: routes,
                settings: SiteSettings(
                    isSecure: true, trustsProxy: false, secret: String(repeating: "k", count: 40), uploadFolder: "/tmp"),
                sessions: OneSession(visitor: signedIn), signInPath: "/dang-nhap", database: database,
                clock: clock, metrics: Metrics(), logger: Logger(label: "test"), frame: { page, _ in page.main })
            try await body(Porch(reception: reception))
        }
    }

    func get(_ path: String, _ headers: [HTTPField.Name: String] = [:]) async throws -> Answer {
        try await ask(.get, path, headers, [])
    }

    func post(_ path: String, _ body: [UInt8], _ type: String) async throws -> Answer {
        try await ask(.post, path, [.contentType: type], body)
    }

    private func ask(
        _ method: HTTPRequest.Method, _ path: String, _ headers: [HTTPField.Name: String], _ body: [UInt8]
    ) async throws -> Answer {
        let context = SiteContext(
            source: ApplicationRequestContextSource(channel: EmbeddedChannel(), logger: Logger(label: "test")))
        let response = try await reception.respond(
            to: Self.request(path, headers, method, body), context: context)
        let collector = Collector()
        try await response.body.write(collector)
        return Answer(status: response.status.code, headers: response.headers, bytes: collector.bytes)
    }

    static func key(_ path: String) -> PublicPages.Key? { PublicPages.Key(request(path, [:])) }

    private static func request(
        _ path: String, _ headers: [HTTPField.Name: String], _ method: HTTPRequest.Method = .get, _ body: [UInt8] = []
    ) -> HummingbirdCore.Request {
        var head = HTTPRequest(method: method, scheme: "http", authority: "localhost", path: path)
        for (name, value) in headers { head.headerFields[name] = value }
        return HummingbirdCore.Request(head: head, body: .init(buffer: ByteBuffer(bytes: body)))
    }
}

private struct OneSession: SessionFinder {
    let visitor: Visitor?
    func visitor(secret: String) async throws -> Visitor? { visitor }
    func account(secret: String) async throws -> String? { visitor?.account }
}

/// Takes a body as the connection would.
private final class Collector: ResponseBodyWriter {
    private(set) var bytes: [UInt8] = []
    func write(_ buffer: ByteBuffer) async throws { bytes += Array(buffer.readableBytesView) }
    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
