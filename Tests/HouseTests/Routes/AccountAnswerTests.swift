import Accounts
import Composition
import HTTPTypes
import HummingbirdTesting
import Jobs
import Kernel
import Storage
import TestKit
import Testing

@testable import Site

/// What the screens of accounts answer.
@Suite struct AccountAnswerTests {
    @Test func `a form that comes back with problems says so in the title of the tab`() async throws {
        try await TrialSite.with(.sqlite) { site in
            try await Asking.with(site) { asking in
                let before = try await asking.ask("GET", "/dang-nhap", session: nil)
                let after = try await asking.ask("POST", "/dang-nhap", session: nil, form: "email=&password=")
                #expect(after.code == 422)
                #expect(!before.text.contains("<title>Cần sửa:"))
                #expect(after.text.contains("<title>Cần sửa:"))
            }
        }
    }

    @Test(arguments: Dialect.allCases)
    func `whoever registers on the way to a service is led back to it`(dialect: Dialect) async throws {
        try await TrialSite.with(dialect) { site in
            try await Asking.with(site) { asking in
                let sent = try await asking.ask(
                    "POST", "/dang-ky", session: nil,
                    form: "name=An&email=an@example.vn&phone=0912345678&password=ba+con+meo+luoi&ve=/dich-vu/mot?a=1")
                #expect(sent.code == 303)
                let mails = try await site.installation.database.read { tx in
                    try tx.rows("SELECT payload FROM job WHERE kind = 'mail'").map {
                        try Mail(payload: $0.get("payload"))
                    }
                }
                let text = try #require(mails.last { $0.to == "an@example.vn" }).text.vi
                let start = try #require(text.firstRange(of: AccountLink.path)).lowerBound
                let link = String(text[start...].prefix { !$0.isWhitespace })
                let done = try await asking.ask("POST", link, session: nil)
                #expect(done.code == 303)
                let page = try await asking.ask("GET", done.location, session: nil)
                #expect(page.text.contains("href=\"/dang-nhap?ve=%2Fdich-vu%2Fmot%3Fa%3D1\""))
                let elsewhere = try await asking.ask("GET", "/tai-khoan/xong?ve=//la.example", session: nil)
                #expect(!elsewhere.text.contains("/dang-nhap?ve="))
            }
        }
    }

    @Test(arguments: Dialect.allCases)
    func `the counter shows no account without a record, and none of an official`(dialect: Dialect) async throws {
        try await TrialSite.with(dialect) { site in
            try await Asking.with(site) { asking in
                func looks() async throws -> Int {
                    try await site.installation.database.read { tx in
                        try tx.value(
                            "SELECT count(*) FROM access_record WHERE purpose = 'account-recovery'", as: Int.self) ?? 0
                    }
                }
                let session = site.sessions[.oneStop]
                let before = try await looks()
                let official = try await asking.ask(
                    "POST", "/quay/cap-lai-tai-khoan/\(site.ids["official"] ?? "")", session: session)
                #expect(official.code == 404)
                #expect(try await looks() == before)
                let person = try await asking.ask(
                    "POST", "/quay/cap-lai-tai-khoan/\(site.ids["owner"] ?? "")", session: session)
                #expect(person.code == 422)
                #expect(try await looks() == before + 1)
            }
        }
    }
}
