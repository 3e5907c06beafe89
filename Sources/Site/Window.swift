import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Kernel
import Logging
import Markup
import NIOCore

extension Reception {
    /// Makes the answer of a feature into bytes with the headers that every answer carries.
    /// `keep` is given a public page that was made for it, to be handed out again.
    func window(
        _ response: Response, _ raw: HummingbirdCore.Request, _ request: Request?, _ number: String, isHead: Bool,
        keep: (FixedContent) -> Void = { _ in }
    ) async -> HummingbirdCore.Response {
        var headers = HTTPFields()
        for (name, value) in securityHeaders { headers[name] = value }
        for (name, value) in response.headers {
            guard let field = HTTPField.Name(name) else { continue }
            if field == .setCookie {
                headers.append(
                    HTTPField(name: field, value: CookieJar.field(value, isSecure: settings.isSecure)))
            } else {
                headers[field] = value
            }
        }
        headers[.xRequestID] = number
        var bytes: [UInt8] = []
        var status = response.status
        var isSecretFree = false
        switch response.body {
        case .bytes(let content): bytes = content
        case .fixed(let content): return fixed(content, status, headers, raw, isHead: isHead)
        case .file(let path):
            return await file(path, status, headers, isHead: isHead)
        case .page(let page):
            (bytes, status, isSecretFree) = await render(page, status, request, number, &headers)
        case .none:
            if status >= 400, let request {
                let page = FaultPages.page(
                    status: status, number: number,
                    wait: headers[.retryAfter].flatMap { Int64($0) }.map { TooSoon(seconds: $0) })
                (bytes, status, _) = await render(page, status, request, number, &headers)
            }
        }
        if status == 200, request?.method == .get, headers[.eTag] == nil, headers[.cacheControl] == nil {
            if isSecretFree {
                let content = FixedContent(bytes, level: 6)
                keep(content)
                for (name, value) in Response.publicPageHeaders { headers[name] = value }
                return fixed(content, status, headers, raw, isHead: isHead)
            }
            let tag = ContentCoding.identity.tag(ContentTag.of(bytes))
            headers[.eTag] = tag
            headers[.cacheControl] = request?.visitor == nil ? "no-cache" : "private, no-cache"
            headers[.vary] = "Cookie"
            if ContentTag.matches(raw.headers[.ifNoneMatch], tag) {
                return HummingbirdCore.Response(status: .notModified, headers: headers)
            }
        }
        headers[.contentLength] = String(bytes.count)
        return HummingbirdCore.Response(
            status: .init(code: status), headers: headers,
            body: isHead ? .init() : .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private func fixed(
        _ content: FixedContent, _ status: Int, _ headers: HTTPFields, _ raw: HummingbirdCore.Request, isHead: Bool
    ) -> HummingbirdCore.Response {
        var headers = headers
        let (content, coding, tag) = content.form(ContentCoding(accepted: raw.headers[.acceptEncoding]))
        if case .gzip = coding { headers[.contentEncoding] = "gzip" }
        headers[.vary] = headers[.vary].map { "\($0), Accept-Encoding" } ?? "Accept-Encoding"
        headers[.eTag] = tag
        if ContentTag.matches(raw.headers[.ifNoneMatch], tag) {
            return HummingbirdCore.Response(status: .notModified, headers: headers)
        }
        headers[.contentLength] = String(content.readableBytes)
        return HummingbirdCore.Response(
            status: .init(code: status), headers: headers, body: isHead ? .init() : .init(byteBuffer: content))
    }

    /// The page as HTML, its status, and whether it holds no secret: public, read by nobody in particular, without the
    /// token of a form.
    private func render(
        _ page: Page, _ status: Int, _ request: Request?, _ number: String, _ headers: inout HTTPFields
    ) async -> ([UInt8], Int, Bool) {
        headers[.contentType] = "text/html; charset=utf-8"
        guard let request else { return (Array("\(status)".utf8), status, false) }
        do {
            let document = try await frame(page, request)
            var token = request.formToken
            let hasForm = document.hasForm
            if token.isEmpty, hasForm {
                let visit = Secret.random()
                token =
                    FormToken(visit: visit, session: request.liveSession, key: settings.secret).text
                let cookie = Cookie(CookieJar.visit, visit, seconds: 30 * 86_400).description
                headers.append(
                    HTTPField(name: .setCookie, value: CookieJar.field(cookie, isSecure: settings.isSecure)))
                headers[.cacheControl] = "private, no-cache"
            }
            let isSecretFree = page.isPublic && request.visitor == nil && !hasForm
            return (document.document(Rendering(request.language, formToken: token)), status, isSecretFree)
        } catch {
            logger.error(
                "fault in the frame", metadata: ["request": "\(number)", "error": "\(String(describing: error))"])
            return (Array("MotCua 500: \(number)".utf8), 500, false)
        }
    }

    private func file(
        _ path: String, _ status: Int, _ headers: HTTPFields, isHead: Bool
    ) async -> HummingbirdCore.Response {
        var headers = headers
        headers[.cacheControl] = "private, no-store"
        guard let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int else {
            return HummingbirdCore.Response(status: .notFound)
        }
        headers[.contentLength] = String(size)
        if isHead { return HummingbirdCore.Response(status: .init(code: status), headers: headers) }
        let body = ResponseBody(contentLength: size) { writer in
            for try await chunk in FileChunks(path: path) { try await writer.write(ByteBuffer(bytes: chunk)) }
            try await writer.finish(nil)
        }
        return HummingbirdCore.Response(status: .init(code: status), headers: headers, body: body)
    }

    private var securityHeaders: [(HTTPField.Name, String)] {
        var headers: [(HTTPField.Name, String)] = [
            (.contentSecurityPolicy, Self.policy), (.xContentTypeOptions, "nosniff"),
            (.referrerPolicy, "same-origin"), (.permissionsPolicy, "camera=(), microphone=(), geolocation=()"),
            (.crossOriginOpenerPolicy, "same-origin"),
        ]
        if settings.isSecure { headers.append((.strictTransportSecurity, "max-age=31536000")) }
        return headers
    }

    /// Nothing but this site's own files; nothing inline.
    private static let policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; frame-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
}

extension Response {
    fileprivate static let publicPageHeaders: [(HTTPField.Name, String)] = [
        (.contentType, "text/html; charset=utf-8"), (.cacheControl, "no-cache"), (.vary, "Cookie"),
    ]

    /// A public page that was made before.
    static func publicPage(_ content: FixedContent) -> Response {
        Response(200, publicPageHeaders.map { ($0.0.canonicalName, $0.1) }, .fixed(content))
    }
}

extension HTTPField.Name {
    static let xRequestID = Self.custom("X-Request-Id")
    static let referrerPolicy = Self.custom("Referrer-Policy")
    static let permissionsPolicy = Self.custom("Permissions-Policy")
    static let crossOriginOpenerPolicy = Self.custom("Cross-Origin-Opener-Policy")

    private static func custom(_ name: String) -> HTTPField.Name { HTTPField.Name(name) ?? .server }
}

extension Markup {
    /// Whether a form with effects stands in it.
    var hasForm: Bool {
        switch self {
        case .element(_, _, let children), .many(let children): children.contains { $0.hasForm }
        case .formToken: true
        case .void, .text, .phrase, .trusted: false
        }
    }
}
