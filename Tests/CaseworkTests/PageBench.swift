import Blobs
import Casework
import Catalogue
import Foundation
import Kernel
import Markup
import Storage
import TestKit

@testable import Directory
@testable import Site

/// The applicant's pages without a server: requests go to the routes as the reception would send them.
struct PageBench {
    let bench: CaseBench
    let service: CompiledService
    private let table: RouteTable
    let routes: [Route]

    static func with(
        _ dialect: Dialect, service: CompiledService? = nil, numberSeen: Bool = false,
        _ body: (PageBench) async throws -> Void
    ) async throws {
        try await CaseBench.with(dialect, service: service) { bench, service in
            try await body(PageBench(bench, service, numberSeen: numberSeen))
        }
    }

    init(_ bench: CaseBench, _ service: CompiledService, numberSeen: Bool = false) {
        self.bench = bench
        self.service = service
        let territories = Self.territories
        let site = ApplicantSite(
            office: bench.office, blobs: bench.blobs, library: bench.library,
            limiter: RateLimiter(database: bench.database, clock: bench.time),
            agencies: AgencyBook { id in
                id == CaseBench.agency
                    ? AgencyCard(id: id, name: Phrase(vi: "UBND xã Mẫu (mẫu)", en: "Sample Commune"), code: "H99.41")
                    : nil
            }, territories: { territories },
            profiles: { account in
                ApplicantProfile(
                    name: "\(account) (mẫu)", number: CitizenNumber("011190000123"),
                    seenNumber: numberSeen ? CitizenNumber("011190000123") : nil, phone: "0912345678",
                    email: "\(account)@mau.example", wards: [.init(name: "Trần Nhỏ (mẫu)")],
                    firms: [.init(name: "Công ty Mẫu (mẫu)", taxCode: "0100109106", mandate: "legal_representative")])
            }, officialName: { "\($0) (mẫu)" }, procedurePath: { "/thu-tuc/\($0)" }, signInPath: "/dang-nhap",
            baseURL: "https://mau.example", secret: String(repeating: "k", count: 40))
        routes = ApplicantRoutes.routes(site).all
        table = RouteTable(routes)
    }

    static let territories = TerritoryTable(
        [
            Territory(
                code: "99", level: .province, name: "Tỉnh Mẫu", englishName: "Sample", parent: nil, validity: always),
            Territory(
                code: "98", level: .province, name: "Tỉnh Khác", englishName: "Other", parent: nil, validity: always),
            Territory(
                code: "99001", level: .commune, name: "Xã Mẫu", englishName: "Sample", parent: "99", validity: always),
            Territory(
                code: "99002", level: .commune, name: "Phường Tân Tiến", englishName: "Tan Tien", parent: "99",
                validity: always),
            Territory(
                code: "99003", level: .commune, name: "Xã Tân Tiến", englishName: "Tan Tien", parent: "99",
                validity: always),
        ], earlier: EarlierTerritoryTable(earlier), on: Day(number: 20_600))

    /// Before July 2025; the commune has the code of another of today's, and was parted between two.
    private static var earlier: [EarlierTerritory] {
        func unit(
            _ code: String, _ level: EarlierTerritory.Level, _ name: String, in parent: String?, _ successors: [String]
        ) -> EarlierTerritory {
            EarlierTerritory(
                code: code, level: level, name: name, englishName: "Former", parent: parent,
                until: ImportTerritories.since, successors: successors)
        }
        return [
            unit("99", .province, "Tỉnh Cũ", in: nil, ["99"]), unit("991", .district, "Quận Một", in: "99", []),
            unit("99001", .commune, "Xã Mẫu Đông", in: "991", ["99002", "99003"]),
        ]
    }

    private static let always = Validity(from: Day(number: 19_000))

    // MARK: requests

    static func visitor(_ account: String) -> Visitor {
        Visitor(
            session: "s-\(account)", account: account, name: "\(account) (mẫu)", actor: CaseBench.person(account),
            permissions: [])
    }

    static let desk = Visitor(
        session: "s-desk", account: "lan", name: "lan (mẫu)", actor: CaseBench.official("one_stop").actor,
        permissions: [])

    func get(_ address: String, as visitor: Visitor?, cookies: [String: String] = [:]) async throws -> Reply {
        try await send(.get, address, FormValues(), visitor, cookies)
    }

    func post(
        _ path: String, _ pairs: [(String, String)] = [], files: [UploadedFile] = [], as visitor: Visitor?,
        cookies: [String: String] = [:]
    ) async throws -> Reply {
        var form = FormValues(pairs: pairs)
        for file in files { form.append(file) }
        return try await send(.post, path, form, visitor, cookies)
    }

    private func send(
        _ method: Route.Method, _ address: String, _ form: FormValues, _ visitor: Visitor?, _ cookies: [String: String]
    ) async throws -> Reply {
        let clean = String(address.prefix { $0 != "#" })
        let path = String(clean.prefix { $0 != "?" })
        let query = clean.dropFirst(path.count + 1)
        guard case .route(let route, let captured) = table.find(method, path) else { return Reply(Response(404)) }
        guard route.rule.admits(visitor) else {
            return Reply(visitor == nil ? .see("/dang-nhap?ve=…") : .notFound)
        }
        let request = Request(
            method: method, path: path, address: clean, query: FormValues(pairs: URLText.pairs(String(query))),
            form: form, headers: [:], language: .vi, visitor: visitor, cookies: cookies, clientAddress: "203.0.113.7",
            number: "1", formToken: "t")
        return Reply(try await route.answer(request, captured))
    }

    /// A file as the site leaves it on disk.
    func uploaded(_ field: String, _ content: String = "%PDF-1.7 %%EOF", name: String = "giay.pdf") throws
        -> UploadedFile
    {
        let content = content + (content.hasPrefix("%PDF") ? " \(UUID().uuidString) %%EOF" : "")
        let path = bench.blobs.incoming + "/" + UUID().uuidString
        try Data(content.utf8).write(to: URL(fileURLWithPath: path))
        return UploadedFile(
            field: field, filename: name, path: path, size: content.utf8.count, sha256: Secret.hash(content))
    }
}

/// An answer as a browser sees it.
struct Reply {
    let status: Int
    let location: String
    let cookie: String
    let html: String

    init(_ response: Response) {
        status = response.status
        location = response.headers.first { $0.name == "Location" }?.value ?? ""
        cookie = response.headers.first { $0.name == "Set-Cookie" }?.value ?? ""
        switch response.body {
        case .page(let page):
            html = String(decoding: page.main.html(Rendering(.vi, formToken: "t")), as: UTF8.self)
        case .bytes(let bytes): html = String(decoding: bytes, as: UTF8.self)
        case .none, .fixed: html = ""
        case .file(let path): html = "file:\(path)"
        }
    }

    func contains(_ text: String) -> Bool { html.contains(text) }

    /// The value of the hidden field of that name.
    func hidden(_ name: String) -> String {
        guard let start = html.range(of: "name=\"\(name)\" value=\"") else { return "" }
        return String(html[start.upperBound...].prefix { $0 != "\"" })
    }
}
