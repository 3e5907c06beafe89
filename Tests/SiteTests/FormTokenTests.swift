import HTTPTypes
import Kernel
import Markup
import Testing

@testable import Site

/// Forms sent as browsers send them, and as others would like to.
@Suite struct FormTokenTests {
    static let an = Visitor(
        session: "1", account: "an", name: "An", actor: .person(account: "an", name: "An"), permissions: [])
    private static let visit = "trinh-duyet"

    static var routes: Routes {
        var routes = Routes()
        routes.post(PlainPlace("/mo"), .anyone) { _ in .see("/mo-xong") }
        routes.post(PlainPlace("/kin"), .signedIn) { request, _ in .see("/kin-xong?ten=\(request.form["ten"])") }
        return routes
    }

    private func send(
        _ porch: Porch, _ path: String, session: String? = nil, tokenOf: String? = nil, visit: String = visit,
        _ more: [HTTPField.Name: String] = [:]
    ) async throws -> Porch.Answer {
        let token = FormToken(visit: visit, session: tokenOf, key: Porch.secret).text
        let cookies = ["__Host-mc_visit=\(visit)"] + (session.map { ["__Host-mc_session=\($0)"] } ?? [])
        return try await porch.post(
            path, Array("_token=\(token)&ten=Lan".utf8), "application/x-www-form-urlencoded",
            more.merging([.cookie: cookies.joined(separator: "; ")]) { $1 })
    }

    @Test func `a form shown to somebody signed in takes effect under that session`() async throws {
        try await Porch.with(Self.routes, visitors: ["s": Self.an]) { porch in
            let answer = try await send(porch, "/kin", session: "s", tokenOf: "s")
            #expect(answer.headers[.location] == "/kin-xong?ten=Lan")
        }
    }

    @Test(arguments: [nil, "other"])
    func `knowing the browser is not enough once somebody is signed in`(tokenOf: String?) async throws {
        try await Porch.with(Self.routes, visitors: ["s": Self.an]) { porch in
            let answer = try await send(porch, "/kin", session: "s", tokenOf: tokenOf)
            #expect(answer.status == 303)
            #expect(answer.headers[.location]?.hasPrefix("/tiep-tuc/") ?? false)
        }
    }

    @Test func `a form for nobody in particular may have been shown before signing in`() async throws {
        try await Porch.with(Self.routes, visitors: ["s": Self.an]) { porch in
            let signedIn = try await send(porch, "/mo", session: "s")
            #expect(signedIn.headers[.location] == "/mo-xong")
            let nobody = try await send(porch, "/mo")
            #expect(nobody.headers[.location] == "/mo-xong")
        }
    }

    @Test func `over TLS a cookie counts only when this host has set it`() async throws {
        try await Porch.with(Self.routes, visitors: ["s": Self.an]) { porch in
            let token = FormToken(visit: Self.visit, session: nil, key: Porch.secret).text
            let answer = try await porch.post(
                "/mo", Array("_token=\(token)".utf8), "application/x-www-form-urlencoded",
                [.cookie: "mc_visit=\(Self.visit); mc_session=s"])
            #expect(answer.status == 403)
        }
        try await Porch.with(Self.routes, isSecure: false) { porch in
            let token = FormToken(visit: Self.visit, session: nil, key: Porch.secret).text
            let answer = try await porch.post(
                "/mo", Array("_token=\(token)".utf8), "application/x-www-form-urlencoded",
                [.cookie: "mc_visit=\(Self.visit)"])
            #expect(answer.status == 303)
        }
    }

    @Test func `cookies go out with the prefix over TLS and without it otherwise`() async throws {
        var routes = Routes()
        routes.get(PlainPlace("/dat"), .anyone) { _ in .see("/").setting(Cookie(CookieJar.session, "s")) }
        for (isSecure, wanted) in [
            (true, "__Host-mc_session=s; Path=/; HttpOnly; SameSite=Lax; Secure"),
            (false, "mc_session=s; Path=/; HttpOnly; SameSite=Lax"),
        ] {
            try await Porch.with(routes, isSecure: isSecure) { porch in
                let answer = try await porch.get("/dat")
                #expect(answer.headers[.setCookie] == wanted)
            }
        }
    }

    @Test(arguments: [
        ("origin", "https://motcua.example", 303), ("origin", "http://localhost", 303),
        ("origin", "https://lang-gieng.example", 403), ("origin", "https://motcua.example:8443", 403),
        ("origin", "null", 403), ("sec-fetch-site", "same-origin", 303), ("sec-fetch-site", "none", 303),
        ("sec-fetch-site", "same-site", 403), ("sec-fetch-site", "cross-site", 403),
    ])
    func `a form from another site is refused, also with the right token`(
        header: String, value: String, status: Int
    ) async throws {
        let name = try #require(HTTPField.Name(header))
        try await Porch.with(Self.routes) { porch in
            let answer = try await send(porch, "/mo", [name: value])
            #expect(answer.status == status)
        }
    }
}
