import HTTPTypes
import Kernel
import Markup
import Synchronization
import Testing

@testable import Site

@Suite struct PublicPagesTests {
    /// Counts how often its page was made, and can be moved on.
    private final class Kitchen: TimeSource {
        private let state = Mutex((made: 0, now: Instant(seconds: 1_800_000_000)))
        var made: Int { state.withLock { $0.made } }
        var now: Instant { state.withLock { $0.now } }
        func cook() { state.withLock { $0.made += 1 } }
        func wait(seconds: Int64) { state.withLock { $0.now = $0.now.adding(seconds: seconds) } }

        func routes(isPublic: Bool = true) -> Routes {
            var routes = Routes()
            routes.get(PlainPlace("/trang"), .anyone) { [self] _ in
                cook()
                return .page(Page(Phrase(same: "a"), isPublic: isPublic) { p(Phrase(vi: "Chào", en: "Hello")) })
            }
            return routes
        }
    }

    @Test func `a public page is made once for a few seconds`() async throws {
        let kitchen = Kitchen()
        try await Porch.with(kitchen.routes(), clock: kitchen) { porch in
            let first = try await porch.get("/trang")
            let second = try await porch.get("/trang")
            #expect(kitchen.made == 1)
            #expect(first.bytes == second.bytes)
            for name in [HTTPField.Name.eTag, .contentType, .cacheControl, .vary, .contentSecurityPolicy] {
                #expect(first.headers[name] == second.headers[name] && first.headers[name] != nil, "\(name)")
            }
            kitchen.wait(seconds: PublicPages.seconds + 1)
            _ = try await porch.get("/trang")
            #expect(kitchen.made == 2)
        }
    }

    @Test func `languages and addresses have pages of their own`() async throws {
        let kitchen = Kitchen()
        try await Porch.with(kitchen.routes(), clock: kitchen) { porch in
            let vietnamese = try await porch.get("/trang")
            let english = try await porch.get("/trang", [.cookie: "__Host-mc_lang=en"])
            #expect(vietnamese.bytes != english.bytes)
            #expect(try await porch.get("/trang").bytes == vietnamese.bytes)
            _ = try await porch.get("/trang?trang=2")
            #expect(kitchen.made == 3)
        }
    }

    @Test func `whoever has a session gets a page of their own, and so does everybody where it is not public`()
        async throws
    {
        for (isPublic, cookie) in [(true, "__Host-mc_session=x"), (false, "__Host-mc_lang=vi")] {
            let kitchen = Kitchen()
            try await Porch.with(kitchen.routes(isPublic: isPublic), clock: kitchen) { porch in
                _ = try await porch.get("/trang", [.cookie: cookie])
                _ = try await porch.get("/trang", [.cookie: cookie])
                #expect(kitchen.made == 2)
            }
        }
    }

    @Test func `pages are forgotten before they fill the memory`() throws {
        let pages = PublicPages(most: 10_000)
        let now = Instant(seconds: 1_800_000_000)
        func key(_ number: Int) throws -> PublicPages.Key { try #require(Porch.key("/trang?trang=\(number)")) }
        for number in 0..<50 {
            let content = FixedContent([UInt8](repeating: 97, count: 2_000))
            pages.keep(content, under: try key(number), pattern: "/trang", at: now)
            #expect(pages.find(try key(number), at: now) != nil)
        }
        #expect(try (0..<50).filter { pages.find(try key($0), at: now) != nil }.count <= 2)
    }
}
