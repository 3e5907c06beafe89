import Casework
import Catalogue
import Kernel
import Storage
import TestKit
import Testing

@testable import Site

/// Who reaches which of the applicant's pages.
@Suite struct ReachTests {
    private let anna = PageBench.visitor("anna")
    private let minh = PageBench.visitor("minh")

    /// Every route with the ids of Anna's draft and dossier, and what each kind of visitor gets.
    @Test(arguments: Dialect.allCases)
    func `nobody reaches another's draft or dossier by any route`(dialect: Dialect) async throws {
        try await PageBench.with(dialect) { pages in
            let bench = pages.bench
            let draft = try await bench.draft(pages.service)
            let dossier = try await bench.filed(pages.service)
            let paper = try #require(try await bench.office.file(dossier.id)?.papers.first)
            for route in pages.routes where route.pattern.contains("/ho-so/") && route.pattern.contains("{}") {
                let id = route.pattern.hasPrefix("/ho-so/nhap/") ? draft.id.description : dossier.id.description
                var ids = [id, paper.id.description][...]
                let path = route.pattern.split(separator: "/").map {
                    $0 == "{}" ? ids.popFirst() ?? "" : String($0)
                }.joined(separator: "/")
                let send = { (visitor: Visitor?) in
                    route.method == .get
                        ? try await pages.get("/" + path, as: visitor) : try await pages.post("/" + path, as: visitor)
                }
                let stranger = try await send(minh)
                // Throwing away what one does not have leads to one's own list and changes nothing.
                let isDiscard = route.method == .post && route.pattern.hasSuffix("/xoa")
                #expect(stranger.status == (isDiscard ? 303 : 404), "\(route.method) \(route.pattern)")
                #expect(try await send(PageBench.desk).status == 404, "\(route.method) \(route.pattern)")
                let nobody = try await send(nil)
                #expect(nobody.status == 303 && nobody.location.hasPrefix("/dang-nhap"), "\(route.pattern)")
            }
            #expect(try await bench.office.draft(draft.id, of: "anna") != nil)
            #expect(try await bench.office.file(dossier.id)?.dossier == dossier)
            // Missing ones look the same.
            let missing = Dossier.ID(at: bench.time.now)
            #expect(try await pages.get(ApplicantPaths.dossier(missing), as: minh).status == 404)
            #expect(try await pages.get(ApplicantPaths.dossier(missing), as: nil).status == 303)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `code and secret open the state and the receipt, and nothing that is personal`(dialect: Dialect) async throws {
        try await PageBench.with(dialect) { pages in
            let dossier = try await pages.bench.filed(pages.service)
            let address = ApplicantPaths.dossier(dossier.id)
            let secret = pages.bench.office.secret(of: dossier.id)
            let wrong = try await pages.post("/tra-cuu", [("ma", dossier.code), ("khoa", "AAAAA-BBBBB")], as: nil)
            let unknown = try await pages.post("/tra-cuu", [("ma", dossier.code), ("khoa", "")], as: nil)
            #expect(wrong.status == 422 && wrong.html == unknown.html && wrong.cookie.isEmpty)
            let found = try await pages.post(
                "/tra-cuu", [("ma", dossier.code.lowercased()), ("khoa", secret)], as: nil)
            #expect(found.location == address)
            let value = String(found.cookie.dropFirst("mc_holder=".count).prefix { $0 != ";" })
            let cookies = ["mc_holder": value]
            let follow = try await pages.get(address, as: nil, cookies: cookies)
            #expect(follow.status == 200 && follow.contains(dossier.code))
            #expect(!follow.contains("011190000123") && !follow.contains("Cần giấy") && !follow.contains("giay.pdf"))
            #expect(!follow.contains("/rut-ho-so"))
            #expect(try await pages.get(address + "/giay-tiep-nhan", as: nil, cookies: cookies).status == 200)
            #expect(try await pages.get(address, as: minh, cookies: cookies).status == 200)
            // Not another dossier, not with a changed proof, not after its hours.
            let other = try await pages.bench.filed(pages.service)
            #expect(try await pages.get(ApplicantPaths.dossier(other.id), as: minh, cookies: cookies).status == 404)
            let forged = value.replacing(dossier.id.description, with: other.id.description)
            #expect(
                try await pages.get(ApplicantPaths.dossier(other.id), as: minh, cookies: ["mc_holder": forged]).status
                    == 404)
            pages.bench.time.move(hours: 13)
            #expect(try await pages.get(address, as: minh, cookies: cookies).status == 404)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `looking up is limited`(dialect: Dialect) async throws {
        try await PageBench.with(dialect) { pages in
            var statuses: [Int] = []
            for number in 0..<12 {
                statuses.append(
                    try await pages.post("/tra-cuu", [("ma", "H99.41-260601-\(number)"), ("khoa", "A")], as: nil).status
                )
            }
            #expect(statuses.prefix(10).allSatisfy { $0 == 422 })
            #expect(statuses.suffix(2) == [429, 429])
        }
    }

    @Test func `every route has the rule that it should`() async throws {
        try await PageBench.with(.sqlite) { pages in
            let open = Set(pages.routes.filter { $0.rule == .anyone }.map { "\($0.method.rawValue) \($0.pattern)" })
            #expect(
                open == [
                    "GET /dich-vu/{}", "GET /ho-so/{}", "GET /ho-so/{}/giay-tiep-nhan", "GET /tra-cuu", "POST /tra-cuu",
                    "GET /dia-danh/xa",
                ])
            #expect(pages.routes.allSatisfy { $0.rule == .anyone || $0.rule == .person })
            #expect(pages.routes.allSatisfy { $0.needsToken })
        }
    }
}
