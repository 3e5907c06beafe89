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
    /// The field in which a proxy says who asks.
    static let forwarded = HTTPField.Name("X-Forwarded-For") ?? .via
    static let secret = String(repeating: "k", count: 40)

    struct Answer {
        let status: Int
        let headers: HTTPFields
        let bytes: [UInt8]
    }

    static func with(
        _ routes: Routes, signedIn: Visitor? = nil, visitors: [String: Visitor] = [:], dialect: Dialect = .sqlite,
        clock: any TimeSource = SystemTime(), isSecure: Bool = true,
        _ body: (Porch) async throws -> Void
    ) async throws {
        try await withDatabase(dialect, SiteSchema.migrations) { database in
            let reception = Reception(
                routes: routes,
                settings: SiteSettings(
                    isSecure: isSecure, address: "https://motcua.example", trustsProxy: true, secret: Porch.secret,
                    uploadFolder: "/tmp"),
                sessions: Sessions(visitors: visitors, anySecret: signedIn), signInPath: "/dang-nhap",
                database: database,
                clock: clock, metrics: Metrics(), logger: Logger(label: "test"), frame: { page, _ in page.main })
            try await body(Porch(reception: reception))
        }
    }

    func get(_ path: String, _ headers: [HTTPField.Name: String] = [:]) async throws -> Answer {
        try await ask(.get, path, headers, [])
    }

    func post(
        _ path: String, _ body: [UInt8], _ type: String, _ headers: [HTTPField.Name: String] = [:]
    ) async throws -> Answer {
        try await ask(.post, path, headers.merging([.contentType: type]) { $1 }, body)
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

    static func key(_ path: String) -> PublicPages.Key? { PublicPages.Key(request(path, [:]), isSecure: true) }

    private static func request(
        _ path: String, _ headers: [HTTPField.Name: String], _ method: HTTPRequest.Method = .get, _ body: [UInt8] = []
    ) -> HummingbirdCore.Request {
        var head = HTTPRequest(method: method, scheme: "http", authority: "localhost", path: path)
        for (name, value) in headers { head.headerFields[name] = value }
        return HummingbirdCore.Request(head: head, body: .init(buffer: ByteBuffer(bytes: body)))
    }
}

/// Sessions by their secrets, as long as they hold.
private struct Sessions: SessionFinder {
    let visitors: [String: Visitor]
    let anySecret: Visitor?
    func visitor(secret: String) async throws -> Visitor? { anySecret ?? visitors[secret] }
    /// A session that has ended carries its account's name in its secret here.
    func account(secret: String) async throws -> String? {
        (anySecret ?? visitors[secret])?.account ?? secret.split(separator: "@").last.map(String.init)
    }
}

/// Takes a body as the connection would.
private final class Collector: ResponseBodyWriter {
    private(set) var bytes: [UInt8] = []
    func write(_ buffer: ByteBuffer) async throws { bytes += Array(buffer.readableBytesView) }
    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
