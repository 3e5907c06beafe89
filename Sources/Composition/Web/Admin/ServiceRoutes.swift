import Catalogue
import Directory
import Kernel
import Site

/// Services on and off at agencies, and publishing what the program brings along.
enum ServiceRoutes {
    static func add(to routes: inout Routes, _ installation: Installation, _ frame: AdminFrame) {
        routes.get(AdminPaths.services, .may(.administer)) { request, visitor in
            let reach = try await installation.directory.administration(of: visitor.actor)
            let offering = installation.offering(reach)
            // With one agency there is nothing to choose.
            if offering.count == 1, try await !installation.library.heads().isEmpty {
                return .see(
                    AdminPaths.offers.with([("xong", request.query["xong"])].filter { !$0.1.isEmpty }, offering[0].id))
            }
            return .page(
                try await installation.serviceList(offering).page(frame, request, visitor))
        }
        routes.get(AdminPaths.offers, .may(.administer)) { request, visitor, id in
            let reach = try await installation.directory.administration(of: visitor.actor)
            guard let agency = installation.offering(reach).first(where: { $0.id == id }) else { return .notFound }
            return .page(try await installation.offers(of: agency, reach).page(frame, request, visitor))
        }
        routes.post(AdminPaths.offers, .may(.administer)) { request, visitor, id in
            let reach = try await installation.directory.administration(of: visitor.actor)
            guard let agency = installation.offering(reach).first(where: { $0.id == id }) else { return .notFound }
            let page = try await installation.offers(of: agency, reach)
            let wanted = Set(request.form.all("on"))
            var changes: [String: Bool] = [:]
            for service in page.services.map(\.service)
            where wanted.contains(service) != page.on.contains(service) {
                changes[service] = wanted.contains(service)
            }
            let offer = OfferServices(
                database: installation.database, library: installation.library, clock: installation.clock)
            switch try await offer(changes, at: id, by: visitor.actor) {
            case .success: return .see(AdminNotice.saved.at(AdminPaths.offers(id)))
            case .failure(.outsideScope): return .notFound
            case .failure(.otherKind(let titles)):
                var again = page
                again.unfit = titles
                return .problems(again.page(frame, request, visitor))
            }
        }
        routes.post(AdminPaths.publication, .may(.administerSite)) { request, visitor in
            let outcome = try await installation.publishServices(by: visitor.actor)
            guard outcome.hasProblems else { return .see(AdminNotice.published.at(AdminPaths.services())) }
            let reach = try await installation.directory.administration(of: visitor.actor)
            var page = try await installation.serviceList(installation.offering(reach))
            page.problems = outcome.lines
            return .problems(page.page(frame, request, visitor))
        }
    }
}

extension Installation {
    /// The agencies in reach that decide in their own name.
    fileprivate func offering(_ reach: Reach) -> [Agency] {
        reach.agencies.filter { $0.kind.isAuthority && $0.validity.contains(clock.now.day) }
    }

    fileprivate func serviceList(_ agencies: [Agency]) async throws -> ServiceListPage {
        let services = try await library.heads()
        var counts: [Agency.ID: Int] = [:]
        for agency in agencies { counts[agency.id] = try await library.heads(at: agency.id.description).count }
        return ServiceListPage(services: services, agencies: agencies, counts: counts)
    }

    fileprivate func offers(of agency: Agency, _ reach: Reach) async throws -> OffersPage {
        let on = Set(try await library.heads(at: agency.id.description).map(\.service))
        return OffersPage(
            agency: agency, isOnly: offering(reach).count == 1,
            services: try await library.heads().filter {
                $0.isOffered(by: agency.kind.rawValue) || on.contains($0.service)
            },
            on: on,
            hasDesk: try await directory.desk(for: agency.id) != nil)
    }
}
