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
    func window(
        _ response: Response, _ raw: HummingbirdCore.Request, _ request: Request?, _ number: String, isHead: Bool
    ) async -> HummingbirdCore.Response {
        var headers = HTTPFields()
        for (name, value) in securityHeaders { headers[name] = value }
        for (name, value) in response.headers {
            guard let field = HTTPField.Name(name) else { continue }
            let secured = field == .setCookie && settings.isSecure ? value + "; Secure" : value
            if field == .setCookie {
                headers.append(HTTPField(name: field, value: secured))
            } else {
                headers[field] = secured
            }
        }
        headers[.xRequestID] = number
        var bytes: [UInt8] = []
        var status = response.status
        switch response.body {
        case .bytes(let content): bytes = content
        case .file(let path):
            return await file(path, status, headers, isHead: isHead)
        case .page(let page):
            (bytes, status) = await render(page, status, request, number, &headers)
        case .none:
            if status >= 400, let request {
                let page = FaultPages.page(status: status, number: number)
                (bytes, status) = await render(page, status, request, number, &headers)
            }
        }
        if status == 200, request?.method == .get, headers[.eTag] == nil, headers[.cacheControl] == nil {
            let tag = Self.tag(bytes)
            headers[.eTag] = tag
            headers[.cacheControl] = request?.visitor == nil ? "no-cache" : "private, no-cache"
            headers[.vary] = "Cookie"
            if raw.headers[.ifNoneMatch]?.contains(tag) ?? false {
                return HummingbirdCore.Response(status: .notModified, headers: headers)
            }
        }
        headers[.contentLength] = String(bytes.count)
        return HummingbirdCore.Response(
            status: .init(code: status), headers: headers,
            body: isHead ? .init() : .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private func render(
        _ page: Page, _ status: Int, _ request: Request?, _ number: String, _ headers: inout HTTPFields
    ) async -> ([UInt8], Int) {
        headers[.contentType] = "text/html; charset=utf-8"
        guard let request else { return (Array("\(status)".utf8), status) }
        do {
            let document = try await frame(page, request)
            var token = request.formToken
            if token.isEmpty, document.hasForm {
                let visit = Secret.random()
                token = Secret.code("form:" + visit, key: settings.secret)
                let cookie = Cookie(CookieJar.visit, visit, seconds: 30 * 86_400).description
                headers.append(HTTPField(name: .setCookie, value: settings.isSecure ? cookie + "; Secure" : cookie))
                headers[.cacheControl] = "private, no-cache"
            }
            return (document.document(Rendering(request.language, formToken: token)), status)
        } catch {
            logger.error(
                "fault in the frame", metadata: ["request": "\(number)", "error": "\(String(describing: error))"])
            return (Array("MotCua 500: \(number)".utf8), 500)
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
        + "connect-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

    /// A tag of the content: FNV-1a, 64 bits, over eight bytes at a time.
    static func tag(_ bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        bytes.withUnsafeBytes { raw in
            var at = 0
            while at + 8 <= raw.count {
                hash = (hash ^ raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)) &* 0x100_0000_01b3
                hash ^= hash >> 29
                at += 8
            }
            while at < raw.count {
                hash = (hash ^ UInt64(raw[at])) &* 0x100_0000_01b3
                at += 1
            }
        }
        return "\"" + String(hash, radix: 36) + "\""
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
