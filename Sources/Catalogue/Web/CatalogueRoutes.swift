import Kernel
package import Site

/// The routes of the catalogue. All of it is public.
package enum CatalogueRoutes {
    package static func routes(_ site: CatalogueSite) -> Routes {
        var routes = Routes()
        routes.get(CataloguePaths.search, .anyone) { request in
            let wanted = SearchForm(request.query)
            let index = try await site.shelf.contents().index
            let online = try await site.library.procedures()
            return .page(SearchPage(form: wanted, answer: index(wanted.search), online: online).page)
        }
        routes.get(CataloguePaths.list, .anyone) { request in
            let index = try await site.shelf.contents().index
            let online = try await site.library.procedures()
            return .page(ProcedureListPage(index, page: Int(request.query["trang"]) ?? 1, online: online).page)
        }
        routes.get(CataloguePaths.procedure, .anyone) { _, code in
            guard let procedure = try await site.shelf.procedure(code) else { return .notFound }
            let services = try await site.library.services(for: code.description)
                .map { service in
                    let definition = service.definition
                    return ProcedurePage.Service(
                        title: definition.title, path: site.start(definition.service), limit: definition.limit,
                        isOnline: definition.takes(.online))
                }
            let versions = try await site.shelf.changes(of: code)
            return .page(ProcedurePage(procedure: procedure, services: services, versions: versions).page)
        }
        routes.get(CataloguePaths.suggestions, .anyone) { request in
            let text = String(request.query["q"].prefix(200))
            guard text.count >= 2 else { return .json([]) }
            let index = try await site.shelf.contents().index
            let hits = index(ProcedureSearch(text, filter: .init(includesInternal: false), limit: 6)).hits
            return .json(
                .array(
                    hits.map { hit in
                        [
                            "title": .string(hit.entry.name), "href": .string(CataloguePaths.procedure(hit.entry.code)),
                            "note": .string(hit.entry.field),
                        ]
                    }))
        }
        return routes
    }
}
