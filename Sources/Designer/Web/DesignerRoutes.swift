import Catalogue
import DesignSystem
import Directory
import Kernel
import Markup
package import Site
import Wording

/// Every page of the designer.
package enum DesignerRoutes {
    package static func routes(_ site: DesignerSite) -> Routes {
        var routes = Routes()
        BeginningRoutes.add(to: &routes, site)
        DraftRoutes.add(to: &routes, site)
        PartRoutes.add(to: &routes, site)
        RuleRoutes.add(to: &routes, site)
        PreviewRoutes.add(to: &routes, site)
        return routes
    }
}

extension DesignerSite {
    /// Answers with a draft that is there; 404 for anything else.
    ///
    /// - Parameter part: the part of the draft that is looked at; what its page alone needs is read with it.
    func with(
        _ id: ServiceDraft.ID, _ visitor: Visitor, at part: [String] = [],
        _ body: (OpenDraftFile) async throws -> Response
    ) async throws -> Response {
        guard let official = try await official(visitor), let draft = try await office.draft(id) else {
            return .notFound
        }
        return try await body(
            OpenDraftFile(
                draft, try await office.check(draft), official, try office.parts(),
                try await outlook(draft, part, official)))
    }

    private func outlook(_ draft: ServiceDraft, _ part: [String], _ official: DesignerOffice.Official) async throws
        -> SiteOutlook
    {
        let value = (try? YAMLPatch(draft.text).value()) ?? .null
        let codes = Set(SiteOutlook.codes(value).map(\.code))
        let procedures = try await shelf.contents().procedures
        let code = value["procedure"]?.text.flatMap { Procedure.Code($0) }
        var children: [String: ServiceDefinition] = [:]
        for service in SiteOutlook.childServices(value) {
            children[service] = try await office.library.current(service)?.definition
        }
        return SiteOutlook(
            agencies: codes.isEmpty ? [:] : try await agencies(codes.sorted()),
            hasProcedure: procedures.isEmpty || code.map { procedures[$0] != nil } ?? true,
            heads: try await office.library.heads(), children: children,
            units: PartKind(part) != .step
                ? [] : try await units(official.agency).map { Choice("\"\($0.code)\"", $0.name) })
    }

    func inForce(_ open: OpenDraftFile) async throws -> ServiceDefinition? {
        let service = try await office.library.current(open.draft.service)
        // What a draft became is compared with nothing but itself.
        return service.flatMap { $0.hash == open.draft.hash ? nil : $0.definition }
    }

    /// Writes a patched text, and leads on; a refusal brings the page back.
    func write(
        _ open: OpenDraftFile, _ request: Request, what: [String], to address: String,
        saying notice: DesignerNotice = .saved,
        _ again: (Phrase) async throws -> Response, _ patch: (inout YAMLPatch) throws(YAMLPatch.Refusal) -> Void
    ) async throws -> Response {
        var text = YAMLPatch(open.draft.text)
        do throws(YAMLPatch.Refusal) { try patch(&text) } catch { return try await again(DesignerRefusal.words(error)) }
        if text.text == open.draft.text { return .see(address) }
        let seen = Int(request.form["seen"]) ?? 0
        let result = try await office.write(
            open.draft.id, text.text, what: what.joined(separator: "/"), seen: seen, by: open.official)
        switch result {
        case .success:
            let after = notice.at(address)
            return .see(notice == .removed ? after + "&\(DesignerNotice.version)=\(seen + 1)" : after)
        case .failure(.unknown): return .notFound
        case .failure(let refusal): return try await again(DesignerRefusal.words(refusal))
        }
    }
}

/// Beginning a draft, the list, retirement, help.
enum BeginningRoutes {
    static func add(to routes: inout Routes, _ site: DesignerSite) {
        routes.get(DesignerPaths.list, .may(.designServices)) { request, visitor in
            .page(try await site.list(visitor).page(request))
        }
        routes.get(DesignerPaths.help, .may(.designServices)) { _, _ in .page(DesignerHelpPage.page) }
        routes.get(DesignerPaths.beginning, .may(.designServices)) { request, visitor in
            guard try await site.official(visitor) != nil else { return .notFound }
            return .page(try await site.beginning(request).page)
        }
        routes.post(DesignerPaths.beginning, .may(.designServices)) { request, visitor in
            guard let official = try await site.official(visitor) else { return .notFound }
            return try await site.begin(request, official)
        }
        routes.post(DesignerPaths.retirement, .may(.reviewServices)) { request, visitor in
            try await site.retire(request, visitor)
        }
    }
}

extension DesignerSite {
    fileprivate func list(_ visitor: Visitor) async throws -> DraftListPage {
        DraftListPage(
            drafts: try await office.newest(), services: try await office.library.heads(),
            mayRetire: visitor.may(.reviewServices))
    }

    fileprivate func beginning(_ request: Request) async throws -> BeginDraftPage {
        let contents = try await shelf.contents()
        let words = String(request.query["q"].prefix(200))
        var hits: [Procedure] = []
        if let code = Procedure.Code(words) {
            hits = [contents.procedures[code]].compactMap { $0 }
        } else if !words.isEmpty {
            let found = contents.index(ProcedureSearch(words, filter: .init(includesInternal: true), limit: 20)).hits
            hits = found.compactMap { contents.procedures[$0.entry.code] }
        }
        let online = try await office.library.procedures()
        var page = BeginDraftPage(words: words, hits: hits, online: online, services: try await services())
        if let code = Procedure.Code(request.query["thu-tuc"]), let procedure = contents.procedures[code] {
            page.chosen = (procedure, try await proposal(procedure))
        }
        return page
    }

    /// The services whose definition is at hand, by their titles.
    private func services() async throws -> [Choice] {
        let files = try files()
        let drafts = try await office.draftsInForce()
        let titles = Dictionary(
            try await office.library.heads().map { ($0.service, $0.title) }, uniquingKeysWith: { first, _ in first })
        return Set(files.keys).union(drafts.keys).map { key in
            // Files are read only where no service in force says the title.
            func written() -> Phrase? {
                files[key].flatMap { try? YAMLPatch($0).value()["title"] }.flatMap(Phrase.init(written:))
            }
            let title = titles[key] ?? written() ?? Phrase(same: key)
            return Choice(key, Phrase(vi: "\(title.vi) (\(key))", en: "\(title.en) (\(key))"))
        }.sorted { $0.label.vi < $1.label.vi }
    }

    private func proposal(_ procedure: Procedure) async throws -> DraftFromProcedure.Proposal {
        let taken = Set(try await office.library.heads().map(\.service)).union(try files().keys)
        return DraftFromProcedure(try office.parts())(procedure, from: office.clock.now.day, taken: taken)
    }

    fileprivate func begin(_ request: Request, _ official: DesignerOffice.Official) async throws -> Response {
        let form = request.form
        var text = form["text"].replacing("\r\n", with: "\n")
        var missing: [Phrase] = []
        if let code = Procedure.Code(form["procedure"]), let procedure = try await shelf.procedure(code) {
            let proposal = try await proposal(procedure)
            (text, missing) = (proposal.text, proposal.missing)
        } else if let id = ServiceDraft.ID(form["draft"]), let draft = try await office.draft(id) {
            text = draft.text
        } else if form.contains("service"),
            let known = try await office.beginning(of: form["service"], file: files()[form["service"]])
        {
            (text, missing) = known
        }
        var page = try await beginning(request)
        page.typed = text
        if form.contains("service"), form["service"].isEmpty {
            page.problems = [
                FieldProblem(
                    "service", Phrase(vi: "Hãy chọn một dịch vụ trong danh sách.", en: "Choose a service in the list."))
            ]
            return .problems(page.page)
        }
        if (try? YAMLPatch(text).value().entries) == nil {
            page.problems = [
                FieldProblem(
                    "text",
                    Phrase(
                        vi: "Văn bản không phải một định nghĩa. Mỗi dòng viết như “service: ten-dich-vu”.",
                        en: "This is no definition. Lines are written as “service: name-of-the-service”."))
            ]
            return .problems(page.page)
        }
        switch try await office.begin(text, missing: missing, by: official) {
        case .success(let id): return .see(DesignerNotice.begun.at(DesignerPaths.draft(id)))
        case .failure(let refusal):
            page.problems = [FieldProblem("text", DesignerRefusal.words(refusal))]
            return .problems(page.page)
        }
    }

    fileprivate func retire(_ request: Request, _ visitor: Visitor) async throws -> Response {
        var page = try await list(visitor)
        guard let day = Day(typed: request.form["from"]) else {
            page.problems = [
                FieldProblem("from", Phrase(vi: "Hãy viết ngày như 24/04/2026.", en: "Write a day as 24/04/2026."))
            ]
            return .problems(page.page(request))
        }
        let retire = RetireService(database: office.database, library: office.library, clock: office.clock)
        switch try await retire(request.form["service"], from: day, by: visitor.actor) {
        case .success: return .see(DesignerNotice.retired.at(DesignerPaths.list()))
        case .failure(.unknown):
            page.problems = [FieldProblem("service", Phrase(vi: "Hãy chọn dịch vụ.", en: "Choose a service."))]
        case .failure(.past):
            page.problems = [FieldProblem("from", Phrase(vi: "Ngày này đã qua.", en: "This day has passed."))]
        }
        return .problems(page.page(request))
    }
}
