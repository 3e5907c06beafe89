import Kernel
import Site
import Storage
import TestKit
import Testing

@testable import Casework

/// What officials search for stands in no address.
@Suite struct SearchSealTests {
    @Test(arguments: Dialect.allCases)
    func `a number that is searched for stands in no address, and finds all the same`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            for number in 0..<30 {
                _ = try await bench.filed(
                    service, owner: CaseBench.party("Lò Thị Mơ (mẫu)"), account: "nguoi-\(number)")
            }
            let visit = DeskVisit(bench, CaseBench.official("one_stop"))
            let sent = try await visit.sends(DeskPaths.search(), [("q", "011190000123")])
            #expect(sent.status == 303)
            #expect(!sent.location.contains("011190000123"))
            let page = try await visit.opens(sent.location)
            #expect(page.html.contains("Lò Thị Mơ (mẫu)"))
            #expect(!page.html.contains("href=\"/ban-lam-viec/tim?q"))
            let link = try #require(page.html.firstMatch(of: /tim\?t=[A-Za-z0-9_-]+/))
            #expect(try await visit.opens("/ban-lam-viec/" + String(link.output)).html.contains("Lò Thị Mơ (mẫu)"))
        }
    }

    @Test func `a sealed search opens for the official who searched and for nobody else`() throws {
        let search = SearchSeal.Search(typed: "Trần Thị Bưởi", after: "a~b")
        let sealed = try SearchSeal(secret: "s", account: "lan").seal(search)
        #expect(SearchSeal(secret: "s", account: "lan").open(sealed) == search)
        #expect(SearchSeal(secret: "s", account: "minh").open(sealed) == nil)
        #expect(SearchSeal(secret: "t", account: "lan").open(sealed) == nil)
        #expect(SearchSeal(secret: "s", account: "lan").open("") == nil)
    }
}
