import HTTPTypes
import Kernel
import Markup
import Storage
import TestKit
import Testing

@testable import Site

@Suite struct TooSoonTests {
    @Test(arguments: Dialect.allCases)
    func `whoever tries too often is told how long to wait, up to the end of the window`(dialect: Dialect) async throws
    {
        try await withDatabase(dialect, SiteSchema.migrations) { database in
            let clock = TestClock("2026-04-22T09:10:30+07:00")
            let limiter = RateLimiter(database: database, clock: clock)
            var waits: [TooSoon?] = []
            for bucket in ["a", "a", "b"] {
                waits.append(try await limiter.refuses(bucket, limit: 1, seconds: 3_600))
            }
            #expect(waits == [nil, TooSoon(seconds: 49 * 60 + 30), nil])
            clock.move(minutes: 50)
            let later = try await limiter.refuses("a", limit: 1, seconds: 3_600)
            #expect(later == nil)
        }
    }

    @Test func `the answer says the same time to people and to programs, and keeps the page`() async throws {
        var routes = Routes()
        let wait = TooSoon(seconds: 2_970)
        routes.get(PlainPlace("/cho"), .anyone) { _ in .tooMany(wait) }
        routes.get(PlainPlace("/lai"), .anyone) { _ in .tooMany(wait, Page(Phrase(same: "a")) { p("thu@example.vn") }) }
        try await Porch.with(routes) { porch in
            for (path, wanted) in [("/cho", "Xin chờ 50 phút"), ("/lai", "thu@example.vn")] {
                let answer = try await porch.get(path)
                #expect(answer.status == 429)
                #expect(answer.headers[.retryAfter] == "2970")
                #expect(String(decoding: answer.bytes, as: UTF8.self).contains(wanted), "\(path)")
            }
        }
    }
}
