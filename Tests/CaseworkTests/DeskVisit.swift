import Blobs
import Casework
import Catalogue
import Directory
import Foundation
import Kernel
import Markup
import Storage
import TestKit

@testable import Site

/// An official at the desk in a browser without scripts: opens pages, fills forms, presses buttons.
struct DeskVisit: Sendable {
    static let specialist = Colleague(
        account: "viet", name: "viet (mẫu)", role: "specialist", title: "Chuyên viên", unit: CaseBench.unit)
    static let staff = Staff(
        units: [.init(id: CaseBench.unit, name: Phrase(same: "Phòng Mẫu (mẫu)"), isDesk: false)],
        people: [
            specialist,
            Colleague(
                account: "lan", name: "lan (mẫu)", role: "specialist", title: "Chuyên viên", unit: CaseBench.unit),
            Colleague(
                account: "minh", name: "minh (mẫu)", role: "specialist", title: "Chuyên viên", unit: CaseBench.unit),
        ])

    static let book = StaffBook { _ in staff }

    /// What came back.
    struct Seen {
        let status: Int
        let html: String
        let location: String
    }

    let bench: CaseBench
    let official: DeskOfficial
    private let table: RouteTable

    init(_ bench: CaseBench, _ official: DeskOfficial) {
        self.bench = bench
        self.official = official
        let territories = TerritoryTable([], on: bench.time.now.day)
        let site = DeskSite(
            office: bench.office, blobs: bench.blobs, library: bench.library,
            agencies: AgencyBook { id in
                AgencyCard(id: id, name: Phrase(same: "UBND xã Mẫu (mẫu)"), code: "H99.41", address: "Bản Mẫu")
            },
            territories: { territories }, staff: StaffBook { _ in Self.staff },
            official: { visitor in visitor.isOfficial ? official : nil }, baseURL: "http://mau.example")
        table = RouteTable(DeskRoutes.routes(site).all)
    }

    func opens(_ path: String) async throws -> Seen { try await ask(.get, path, FormValues()) }

    func sends(_ path: String, _ values: [(String, String)]) async throws -> Seen {
        try await ask(.post, path, FormValues(pairs: values))
    }

    func sends(_ path: String, _ form: FormValues) async throws -> Seen { try await ask(.post, path, form) }

    private func ask(_ method: Route.Method, _ address: String, _ form: FormValues) async throws -> Seen {
        let parts = address.split(separator: "#")[0].split(separator: "?", maxSplits: 1).map(String.init)
        guard case .route(let route, let captured) = table.find(method, parts[0]) else { throw CaseBench.Missing() }
        let visitor = Visitor(
            session: "s", account: official.account, name: official.name, actor: official.actor,
            permissions: [.workCases, .receiveCases])
        let request = Request(
            method: method, path: parts[0], address: address,
            query: FormValues(pairs: parts.count > 1 ? URLText.pairs(parts[1]) : []), form: form, headers: [:],
            language: .vi, visitor: visitor, cookies: [:], clientAddress: "", number: "1", formToken: "t")
        let response = try await route.answer(request, captured)
        var html = ""
        if case .page(let page) = response.body {
            html = String(decoding: page.main.html(Rendering(.vi, formToken: "t")), as: UTF8.self)
        }
        return Seen(
            status: response.status, html: html,
            location: response.headers.first { $0.name == "Location" }?.value ?? "")
    }
}
