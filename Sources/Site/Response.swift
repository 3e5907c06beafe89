package import Kernel
package import Markup

/// What a handler answers.
package struct Response: Sendable {
    package enum Body: Sendable {
        case none
        case bytes([UInt8])
        case page(Page)
        /// The same for everybody until the next release.
        case fixed(FixedContent)
        /// A file on disk, streamed.
        case file(path: String)
    }

    package var status: Int
    package var headers: [(name: String, value: String)]
    package var body: Body

    package init(_ status: Int, _ headers: [(name: String, value: String)] = [], _ body: Body = .none) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    package static func page(_ page: Page, status: Int = 200) -> Response { Response(status, [], .page(page)) }

    /// The page again, with what is wrong beside each field.
    package static func problems(_ page: Page) -> Response {
        var page = page
        page.hasProblems = true
        return Response(422, [], .page(page))
    }

    /// Somebody else acted first: the page again, with what happened and with what was typed.
    package static func conflict(_ page: Page) -> Response { Response(409, [], .page(page)) }

    /// After a form took effect: look here next.
    package static func see(_ address: String) -> Response { Response(303, [("Location", address)]) }

    package static func text(_ text: String, type: String = "text/plain; charset=utf-8", status: Int = 200) -> Response
    {
        Response(status, [("Content-Type", type)], .bytes(Array(text.utf8)))
    }

    package static func json(_ value: JSON, status: Int = 200) -> Response {
        text(value.canonical, type: "application/json; charset=utf-8", status: status)
    }

    /// A file to keep, never to be opened as a page of this site.
    package static func attachment(path: String, filename: String, type: String) -> Response {
        Response(
            200,
            [
                ("Content-Type", type),
                ("Content-Disposition", "attachment; filename*=UTF-8''\(URLText.encode(filename))"),
                ("Content-Security-Policy", "sandbox; default-src 'none'"),
            ], .file(path: path))
    }

    /// A file to be seen in a frame of this site's own pages, of a kind that browsers show by themselves. A picture stands
    /// in a sandbox; browsers refuse to show PDF in one, and keep what is inside it apart by themselves.
    package static func shown(path: String, filename: String, type: String) -> Response {
        let apart = type == "application/pdf" ? "" : "sandbox; "
        return Response(
            200,
            [
                ("Content-Type", type),
                ("Content-Disposition", "inline; filename*=UTF-8''\(URLText.encode(filename))"),
                (
                    "Content-Security-Policy",
                    apart + "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; object-src 'self'; "
                        + "frame-ancestors 'self'"
                ),
            ], .file(path: path))
    }

    /// There is no such thing, or the visitor may not know of it: both look the same.
    package static let notFound = Response(404)
    package static let forbidden = Response(403)

    package func setting(_ cookie: Cookie) -> Response {
        var copy = self
        copy.headers.append(("Set-Cookie", cookie.description))
        return copy
    }
}

/// A page of a feature, to be put into the frame of the site.
package struct Page: Sendable {
    package enum Side: Sendable { case portal, desk, plain, paper }

    package var side: Side
    package var title: Phrase
    package var breadcrumbs: [(Phrase, String)]
    package var main: Markup
    /// The same for everybody who is not signed in, and without a secret: it may travel compressed.
    package var isPublic: Bool
    /// The form of the page came back with problems; the title in the tab says so.
    package var hasProblems = false

    package init(
        _ title: Phrase, side: Side = .portal, breadcrumbs: [(Phrase, String)] = [], isPublic: Bool = false,
        @MarkupBuilder main: () -> [Markup]
    ) {
        self.title = title
        self.side = side
        self.breadcrumbs = breadcrumbs
        self.isPublic = isPublic
        self.main = .many(main())
    }
}

/// A cookie of this site. All are HttpOnly and SameSite=Lax; Secure when the site is served over TLS.
package struct Cookie: Sendable, CustomStringConvertible {
    package let name: String
    package let value: String
    package let seconds: Int?

    /// `seconds`: how long it lives; nil until the browser closes, 0 to remove it.
    package init(_ name: String, _ value: String, seconds: Int? = nil) {
        self.name = name
        self.value = value
        self.seconds = seconds
    }

    package var description: String {
        "\(name)=\(value); Path=/; HttpOnly; SameSite=Lax" + (seconds.map { "; Max-Age=\($0)" } ?? "")
    }
}
