import Catalogue
import DesignSystem
import Directory
import Kernel
import Markup
import Site

/// The registers of the official's agency: everybody who works cases there reads them, whatever their role; what they
/// were shown stands in the record of looks at the people entered.
enum RegisterRoutes {
    static func add(to routes: inout Routes, _ site: DeskSite) {
        routes.get(DeskPaths.registers, .may(.workCases)) { _, visitor in
            try await site.asOfficial(visitor) { official in
                .page(RegisterListPage(registers: try await site.registers(of: official)).page)
            }
        }
        routes.get(DeskPaths.register, .may(.workCases)) { request, visitor, key in
            try await site.withRegister(key, of: visitor) { register, official in
                let search = site.office.searches(of: official.account).open(request.query["t"])
                let year = Int(request.query["nam"]) ?? register.years.first ?? site.office.clock.now.day.year
                let below = Int(request.query["sau"])
                let question: ReadRegister.Question =
                    search.map { .find($0.typed) } ?? .page(year: year, below: below)
                return .page(
                    RegisterPage(
                        register: register, year: year, typed: search?.typed, isFirst: below == nil,
                        listing: try await ReadRegister(site.office)(register, question, by: official)
                    ).page)
            }
        }
        // What is typed comes in the body of a form; the page that shows what was found has a sealed address.
        routes.post(DeskPaths.register, .may(.workCases)) { request, visitor, key in
            try await site.withRegister(key, of: visitor) { register, official in
                let typed = String(request.form["q"].prefix(200))
                guard !typed.isEmpty else { return .see(DeskPaths.register(register.key)) }
                let sealed = try site.office.searches(of: official.account).seal(.init(typed: typed))
                return .see(DeskPaths.register.with([("t", sealed)], register.key))
            }
        }
        routes.get(DeskPaths.registerSheet, .may(.workCases)) { _, visitor, key, year in
            try await site.withRegister(key, of: visitor) { register, official in
                guard let year = Int(year), register.years.contains(year) else { return .notFound }
                let listing = try await ReadRegister(site.office)(register, .year(year), by: official)
                let agency = try await site.agencies.card(official.agency)
                return .page(
                    RegisterSheet(
                        register: register, year: year, listing: listing, agency: agency?.name.vi ?? official.agencyName
                    ).page)
            }
        }
        routes.get(DeskPaths.registerTable, .may(.workCases)) { _, visitor, key, year in
            try await site.withRegister(key, of: visitor) { register, official in
                guard let year = Int(year), register.years.contains(year) else { return .notFound }
                let listing = try await ReadRegister(site.office)(register, .year(year), by: official)
                var response = Response.text(RegisterTable(listing: listing).text, type: "text/csv; charset=utf-8")
                response.headers.append(
                    ("Content-Disposition", "attachment; filename=\"\(register.key)-\(year).csv\""))
                return response
            }
        }
    }
}

extension DeskSite {
    /// The registers of the official's agency.
    fileprivate func registers(of official: DeskOfficial) async throws -> [ReadRegister.Register] {
        let offered = try await library.heads(at: official.agency).flatMap(\.registers)
        return try await ReadRegister(office).registers(of: official, offered: offered)
    }

    fileprivate func withRegister(
        _ key: String, of visitor: Visitor, _ body: (ReadRegister.Register, DeskOfficial) async throws -> Response
    ) async throws -> Response {
        try await asOfficial(visitor) { official in
            guard let register = try await registers(of: official).first(where: { $0.key == key }) else {
                return .notFound
            }
            return try await body(register, official)
        }
    }
}
