import Catalogue
import Journal
import Kernel
import Storage
import TestKit
import Testing

@testable import Casework

/// How the desk finds a case, and who is told that it was looked for.
@Suite struct DeskSearchTests {
    private func find(
        _ typed: String, _ bench: CaseBench, by official: DeskOfficial = CaseBench.official("one_stop")
    ) async throws -> [String] {
        guard let term = SearchTerm(typed, agencyCode: "H99.41") else { return [] }
        return try await FindCases(bench.office)(term, by: official).found.map(\.code)
    }

    @Test(arguments: Dialect.allCases)
    func `a case is found by code, name, telephone and number, and by nothing like them`(
        dialect: Dialect
    ) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let one = try await bench.filed(
                service, owner: CaseBench.party("Trần Thị Bưởi (mẫu)", number: "011190000123", phone: "0912345678"))
            let other = try await bench.filed(
                service, owner: CaseBench.party("Lê Bưởi Hồng (mẫu)", number: "011190000124", phone: "0912345679"))
            for typed in [
                one.code, one.code.lowercased(), "260601-0001", " \(one.code) ", "0912 345 678", "+84912345678",
                "011190000123", "011.190.000.123", "tran thi", "Thị Bưởi",
            ] {
                #expect(try await find(typed, bench) == [one.code], "\(typed)")
            }
            #expect(Set(try await find("buoi", bench)) == [one.code, other.code])
            #expect(Set(try await find("260601", bench)) == [one.code, other.code])
            for typed in [
                "", "b", "uoi", "091234567", "01119000012", "0000", "H99.42-260601-0001", "Bưởi Trần", "%", "'",
            ] {
                #expect(try await find(typed, bench) == [], "\(typed)")
            }
        }
    }

    @Test(arguments: Dialect.allCases)
    func `another agency's cases are not found`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let one = try await bench.filed(service)
            let other = CaseBench.official("one_stop", agency: "01930000-0000-7000-8000-000000000099")
            for typed in [one.code, "buoi", "0912345678", "011190000123"] {
                #expect(try await find(typed, bench, by: other) == [], "\(typed)")
            }
            #expect(try await bench.looks() == [])
            #expect(try await OpenCase(bench.office)(one.id, by: other) == nil)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `an ended case is found too`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let one = try await bench.filed(service)
            _ = try await bench.act("refuse", on: one, as: "one_stop").get()
            #expect(try await find("buoi", bench) == [one.code])
        }
    }

    @Test(arguments: Dialect.allCases)
    func `what was found comes page by page`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            for number in 0..<53 {
                // Two words of some names begin alike, so that a case matches twice.
                let name = number % 3 == 0 ? "Hoa Hoa \(number)" : "Nguyễn Hoa \(number)"
                _ = try await bench.filed(service, owner: CaseBench.party(name), account: "a\(number)")
                bench.time.move(minutes: 1)
            }
            let official = CaseBench.official("one_stop")
            for (typed, isWhole) in [("hoa", false), ("0912345678", true), ("260601", true)] {
                let term = try #require(SearchTerm(typed, agencyCode: "H99.41"))
                var codes: [String] = []
                var page = try await FindCases(bench.office)(term, by: official)
                codes += page.found.map(\.code)
                while let next = page.next {
                    #expect(FindCases.Place("\(next)") == next)
                    page = try await FindCases(bench.office)(term, by: official, after: next)
                    codes += page.found.map(\.code)
                }
                #expect(Set(codes).count == 53, "\(typed)")
                if isWhole {
                    #expect(codes == codes.sorted().reversed(), "the newest first")
                    #expect(codes.count == 53)
                }
            }
        }
    }

    @Test(arguments: Dialect.allCases)
    func `whoever is found by personal data is told once an hour, by code nobody is`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let one = try await bench.filed(service)
            _ = try await find(one.code, bench)
            #expect(try await bench.looks() == [])
            for _ in 0..<3 { _ = try await find("buoi", bench) }
            #expect(try await bench.looks() == ["case-search"])
            // Under the citizen number too, for whoever has another account.
            #expect(try await bench.looks("nobody", citizen: "011190000123") == ["case-search"])
            bench.time.move(hours: 1, minutes: 1)
            _ = try await find("0912345678", bench)
            #expect(try await bench.looks().count == 2)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `opening a case leaves one record an hour for each official`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let one = try await bench.filed(service)
            let other = try await bench.filed(service)
            // Two officials of one name are two.
            for name in ["lan", "lan", "lan-2", "lan"] {
                #expect(try await OpenCase(bench.office)(one.id, by: CaseBench.official("one_stop", name)) != nil)
            }
            #expect(try await bench.looks() == ["case-work", "case-work"])
            _ = try await OpenCase(bench.office)(other.id, by: CaseBench.official("one_stop"))
            #expect(try await bench.looks().count == 3)
            let looks = try await WhoLooked(bench.office)(account: "anna", citizen: nil)
            #expect(Set(looks.map(\.dossier?.code)) == [one.code, other.code])
            #expect(Set(looks.map(\.agency)) == ["UBND xã Mẫu (mẫu)"])
        }
    }

    @Test(arguments: Dialect.allCases)
    func `every way of searching has its index`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, _ in
            let place = try #require(FindCases.Place("buoi~01930000-0000-7000-8000-000000000001"))
            for term in [SearchTerm.name("bu"), .phone("0912345678"), .number("011190000123"), .code("H99.41-26")] {
                for from in [nil, place] {
                    let sql = CaseSearchStore.placesSQL(term, at: CaseBench.agency, after: from, limit: 26)
                    let plan = try await bench.database.plan(of: sql)
                    #expect(plan.lowercased().contains("index"), "\(plan)")
                    #expect(!plan.contains("Seq Scan") && !plan.contains("SCAN dossier\n"), "\(plan)")
                    #expect(!plan.contains("Sort") && !plan.contains("TEMP B-TREE"), "\(plan)")
                }
            }
        }
    }

    @Test func `what is typed is read as what it looks like`() {
        let read = { (typed: String) in SearchTerm(typed, agencyCode: "H99.41") }
        #expect(read("H99.41-260601-0001") == .code("H99.41-260601-0001"))
        #expect(read("h99.41-260601") == .code("H99.41-260601"))
        #expect(read("H99.41-") == .code("H99.41-") && read("H99.41-26") == .code("H99.41-26"))
        #expect(read("H56.13-260601") == .code("H56.13-260601"))
        for typed in ["H56.13-", "H56.13-26", "H56.13-2606-0001"] {
            #expect(read(typed)?.isPersonal != false, "not all of another agency's codes: \(typed)")
        }
        #expect(read("260601-0001") == .code("H99.41-260601-0001"))
        #expect(read("0912 345 678") == .phone("0912345678"))
        #expect(read("011190000123") == .number("011190000123"))
        #expect(read("0100109106") == .number("0100109106"))
        #expect(read("0100109106-001") == .number("0100109106001"))
        #expect(read("  Trần   Bưởi ") == .name("tran buoi"))
        #expect(read("Hộ kinh doanh 24h") == .name("ho kinh doanh 24h"))
        #expect(read("12345") == nil)
        #expect(read("ă") == nil)
    }
}
