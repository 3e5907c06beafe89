import HTTPTypes
import Kernel
import Markup
import Storage
import TestKit
import Testing

@testable import Site

/// Forms whose session ended before they were sent. A session that has ended is called `old@ACCOUNT` here.
@Suite struct ParkedFormTests {
    private static let binh = Visitor(
        session: "2", account: "binh", name: "Bình", actor: .person(account: "binh", name: "Bình"), permissions: [])
    private static let visitors = ["s": FormTokenTests.an, "b": binh]
    private static let type = "application/x-www-form-urlencoded"

    private static var routes: Routes {
        var routes = FormTokenTests.routes
        routes.post(PlainPlace("/co-quan"), .signedIn, uploads: .init(files: 2, bytes: 1_000)) { request, _ in
            .see("/xong?code=\(request.form["code"])&tep=\(request.form.files.count)")
        }
        return routes
    }

    private func cookies(_ visit: String, _ session: String?) -> [HTTPField.Name: String] {
        [.cookie: "__Host-mc_visit=\(visit)" + (session.map { "; __Host-mc_session=\($0)" } ?? "")]
    }

    /// Sends a form whose session has ended; returns the address under which it waits.
    private func park(
        _ porch: Porch, _ form: String, to path: String = "/kin", visit: String = "v", session: String? = "old@an"
    ) async throws -> String {
        let token = FormToken(visit: visit, session: session, key: Porch.secret).text
        let answer = try await porch.post(
            path, Array("_token=\(token)&\(form)".utf8), Self.type, cookies(visit, session))
        #expect(answer.status == 303)
        let next = URLText.decode(try #require(answer.headers[.location]?.split(separator: "ve=").last))
        #expect(next.hasPrefix("/tiep-tuc/"))
        return next
    }

    private func text(_ answer: Porch.Answer) -> String { String(decoding: answer.bytes, as: UTF8.self) }

    @Test(arguments: Dialect.allCases)
    func `a form of a stranger is not handed to whoever opens its link`(dialect: Dialect) async throws {
        try await Porch.with(Self.routes, visitors: Self.visitors, dialect: dialect) { porch in
            let link = try await park(porch, "ten=Lan", visit: "ke-la", session: nil)
            #expect(try await porch.get(link, cookies("v", "s")).status == 410)
            #expect(try await porch.get(link, cookies("ke-la", "s")).status == 200)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `the first who signs in again in that browser gets a form of nobody known, others do not`(
        dialect: Dialect
    ) async throws {
        try await Porch.with(Self.routes, visitors: Self.visitors, dialect: dialect) { porch in
            let ofAn = try await park(porch, "ten=Lan")
            #expect(try await porch.get(ofAn, cookies("v", "b")).status == 410)
            #expect(try await porch.get(ofAn, cookies("v", "s")).status == 200)
            let unknown = try await park(porch, "ten=Lan", session: nil)
            #expect(try await porch.get(unknown, cookies("v", "s")).status == 200)
            #expect(try await porch.get(unknown, cookies("v", "b")).status == 410)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `the page shows where a form goes and what is in it, and it waits no longer once sent`(
        dialect: Dialect
    ) async throws {
        try await Porch.with(Self.routes, visitors: Self.visitors, dialect: dialect) { porch in
            let link = try await park(porch, "ten=Lan&code=H99.41.01&old_password=x", to: "/co-quan")
            let page = text(try await porch.get(link, cookies("v", "s")))
            #expect(page.contains("<dd class=\"answer\">/co-quan</dd>"))
            #expect(page.contains("<dd class=\"answer\">H99.41.01</dd>"))
            #expect(page.contains("name=\"code\" value=\"H99.41.01\""))
            #expect(!page.contains("password"))
            let secret = try #require(link.split(separator: "/").last)
            let token = FormToken(visit: "v", session: "s", key: Porch.secret).text
            let sent = try await porch.post(
                "/co-quan", Array("_token=\(token)&code=H99.41.01&_parked=\(secret)".utf8), Self.type,
                cookies("v", "s"))
            #expect(sent.headers[.location] == "/xong?code=H99.41.01&tep=0")
            #expect(try await porch.get(link, cookies("v", "s")).status == 410)
        }
    }

    @Test func `files that were not kept are asked for again by name`() async throws {
        try await Porch.with(Self.routes, visitors: Self.visitors) { porch in
            let token = FormToken(visit: "v", session: nil, key: Porch.secret).text
            let parts = [("_token\"", token), ("ten\"", "Lan"), ("giay\"; filename=\"don.pdf\"", "%PDF")].map {
                "--bien\r\nContent-Disposition: form-data; name=\"\($0.0)\r\n\r\n\($0.1)\r\n"
            }
            let answer = try await porch.post(
                "/co-quan", Array((parts.joined() + "--bien--\r\n").utf8), "multipart/form-data; boundary=bien",
                cookies("v", "old@an"))
            let link = URLText.decode(try #require(answer.headers[.location]?.split(separator: "ve=").last))
            let page = text(try await porch.get(link, cookies("v", "s")))
            #expect(page.contains("Chọn lại tệp don.pdf"))
            #expect(page.contains("enctype=\"multipart/form-data\""))
            #expect(page.contains("name=\"giay\""))
        }
    }

    @Test(arguments: Dialect.allCases)
    func `what waits is bounded, and half of the room is for those who are known`(dialect: Dialect) async throws {
        try await withDatabase(dialect, SiteSchema.migrations) { database in
            let clock = TestClock("2026-04-22T09:00:00+07:00")
            let form = FormValues(pairs: [("ten", String(repeating: "x", count: 300))])
            for room in [ParkedForms.Room(forms: 4), ParkedForms.Room(bytes: 1_500)] {
                let parked = ParkedForms(database: database, clock: clock, room: room)
                for (account, isKept) in [(nil, true), (nil, true), (nil, false), ("an", true), ("an", true)] {
                    let secret = try await parked.park(form, for: "/kin", of: account, visit: "v")
                    #expect((secret != nil) == isKept, "\(account ?? "nobody")")
                }
                #expect(try await parked.park(form, for: "/kin", of: "an", visit: "v") == nil)
                clock.move(minutes: 61)
            }
        }
    }

    @Test func `a network has one share of parked forms, however many addresses it has`() async throws {
        try await Porch.with(Self.routes) { porch in
            for number in 1...21 {
                let token = FormToken(visit: "v", session: nil, key: Porch.secret).text
                let answer = try await porch.post(
                    "/kin", Array("_token=\(token)".utf8), Self.type,
                    cookies("v", nil).merging([Porch.forwarded: "2001:db8::\(number)"]) { $1 })
                #expect((answer.headers[.location]?.contains("tiep-tuc") ?? false) == (number <= 20))
            }
        }
    }
}
