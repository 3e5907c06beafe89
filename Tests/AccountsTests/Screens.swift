import Accounts
import Directory
import Foundation
import Kernel
import TestKit
import Testing

@testable import Site

/// The screens of administration as somebody signed in meets them, without a connection: route, access, answer.
struct Screens {
    let town: Town
    private let table: RouteTable
    private let all: [Route]

    init(_ town: Town, sendsMail: Bool = true) {
        self.town = town
        let frame = AdminFrame(sections: [.agencies, .officials, .calendars])
        var routes = DirectoryRoutes.routes(
            town.accounts.directory, frame: frame, openCases: { _, _ in 0 }, calendarChanged: { _, _, _ in })
        routes.add(OfficialRoutes.routes(town.accounts, frame: frame, sendsMail: sendsMail))
        all = routes.all
        table = RouteTable(routes.all)
    }

    var patterns: [(method: Route.Method, pattern: String)] { all.map { ($0.method, $0.pattern) } }

    func visitor(_ email: String) async throws -> Visitor {
        let actor = try await town.actor(email)
        let account = try #require(actor.accountID)
        let post = try #require(
            try await town.accounts.directory.posts(of: account, at: town.clock.now).first)
        return Visitor(
            session: "", account: actor.account ?? "", name: actor.name, actor: actor,
            permissions: post.post.role.permissions(atTop: post.agency.parent == nil))
    }

    func sees(_ address: String, as visitor: Visitor) async throws -> Response {
        try await answer(.get, address, [:], visitor)
    }

    func sends(_ address: String, _ form: [String: String] = [:], as visitor: Visitor) async throws -> Response {
        try await answer(.post, address, form, visitor)
    }

    private func answer(
        _ method: Route.Method, _ address: String, _ form: [String: String], _ visitor: Visitor
    ) async throws -> Response {
        let parts = address.split(separator: "?", maxSplits: 1)
        let path = String(parts[0])
        guard case .route(let route, let captured) = table.find(method, path) else { return .notFound }
        guard route.rule.admits(visitor) else { return .forbidden }
        let request = Request(
            method: method, path: path, address: address,
            query: FormValues(pairs: parts.count == 2 ? URLText.pairs(parts[1]) : []),
            form: FormValues(pairs: form.map { ($0.key, $0.value) }), headers: [:], language: .vi, visitor: visitor,
            cookies: [:], clientAddress: "192.0.2.1", number: "1", formToken: "")
        return try await route.answer(request, captured)
    }
}

extension Response {
    var location: String { headers.first { $0.name == "Location" }?.value ?? "" }
}
