import Composition
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import Markup
import NIOCore
import Synchronization

@testable import Site

/// Asks the whole site as a browser does, without a socket.
struct Asking: Sendable {
    let client: any TestClientProtocol
    let secret: String
    private let count = Counter()

    private final class Counter: Sendable {
        private let value = Mutex(0)
        func next() -> Int {
            value.withLock { value in
                value += 1
                return value
            }
        }
    }

    static func with(_ site: TrialSite, _ body: @Sendable (Asking) async throws -> Void) async throws {
        let application = Application(responder: site.installation.reception())
        try await application.test(.router) { client in
            try await body(Asking(client: client, secret: site.settings.secret))
        }
    }

    /// - Parameters:
    ///   - session: the secret in the session's cookie.
    ///   - token: whether the form carries the token of this browser.
    func ask(
        _ method: String, _ address: String, session: String?, form: String = "", token: Bool = true,
        headers more: HTTPFields = [:]
    ) async throws -> TestResponse {
        let number = count.next()
        var headers = more
        // Everybody asks from an address of their own: limits on tries have tests elsewhere.
        headers[.init("X-Forwarded-For") ?? .via] = "10.\(number >> 16).\(number >> 8 & 255).\(number & 255)"
        headers[.cookie] =
            session.map { "__Host-\(CookieJar.session)=\($0); __Host-\(CookieJar.visit)=visit" }
            ?? "__Host-\(CookieJar.visit)=visit"
        guard method == "POST" else {
            return try await client.execute(uri: address, method: .get, headers: headers) { $0 }
        }
        headers[.contentType] = "application/x-www-form-urlencoded"
        let field = "\(Rendering.formTokenField)=\(FormToken(visit: "visit", session: session, key: secret).text)"
        let body = [token ? field : "", form].filter { !$0.isEmpty }.joined(separator: "&")
        return try await client.execute(
            uri: address, method: .post, headers: headers, body: ByteBuffer(string: body)
        ) { $0 }
    }
}

extension TestResponse {
    var text: String { String(buffer: body) }
    var location: String { headers[.location] ?? "" }
    var code: Int { status.code }
    var asksToSignIn: Bool { code == 303 && location.hasPrefix("/dang-nhap") }
}
