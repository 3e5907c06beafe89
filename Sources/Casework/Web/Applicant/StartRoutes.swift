import Catalogue
import Kernel
import Site
import WorkingTime

/// The start page of an online service, and where a draft begins.
enum StartRoutes {
    /// Remembers at which agency somebody filed last.
    static let agencyCookie = "mc_agency"

    static func add(to routes: inout Routes, _ site: ApplicantSite) {
        routes.get(ApplicantPaths.service, .anyone) { request, name in
            guard let service = try await site.library.current(name), service.definition.isFiled else {
                return .notFound
            }
            return .page(try await site.start(service, request).page)
        }
        // Leads back to the start page once somebody is signed in.
        routes.get(ApplicantPaths.drafts, .person) { request, _, name in
            let agency = request.query["agency"]
            return .see(ApplicantPaths.service.with(agency.isEmpty ? [] : [("agency", agency)], name) + "#nop")
        }
        routes.post(ApplicantPaths.drafts, .person) { request, visitor, name in
            guard let service = try await site.library.current(name) else { return .notFound }
            guard service.definition.takes(.online) else { return .see(ApplicantPaths.service(name)) }
            return try await site.begin(service, request, visitor)
        }
    }
}

extension ApplicantSite {
    fileprivate func start(
        _ service: CompiledService, _ request: Request, problems: [FieldProblem] = []
    ) async throws -> StartPage {
        let offers = try await agencies.cards(library.agencies(offering: service.definition.service))
        let wanted = [request.form["agency"], request.query["agency"], request.cookies[StartRoutes.agencyCookie] ?? ""]
        let chosen = wanted.lazy.compactMap { id in offers.first { $0.id == id } }.first
        let who = request.visitor
        var draft: Draft?
        if let who, !who.isOfficial {
            draft = try await office.newestDraft(of: service.definition.service, account: who.account)
        }
        let picker = AgencyPicker(
            offers: offers, chosen: request.query.contains("tinh") ? nil : chosen, table: try await territories(),
            province: request.query["tinh"])
        var page = StartPage(
            service: service, picker: picker, visitor: who, draft: draft,
            procedure: procedurePath(service.definition.procedure), problems: problems)
        if !service.definition.takes(.online) {
            for card in offers.prefix(AgencyPicker.few) {
                let calendar = try await office.calendars.calendar(of: card.id)
                page.desks.append((card, DeskHours(hours: calendar.hours).lines))
            }
        }
        return page
    }

    /// Begins a draft; pressing twice finds the one just begun.
    fileprivate func begin(
        _ service: CompiledService, _ request: Request, _ visitor: Visitor
    ) async throws -> Response {
        let name = service.definition.service
        let agency = request.form["agency"]
        guard try await library.agencies(offering: name).contains(agency) else {
            let problem = FieldProblem("agency", Phrase(vi: "Hãy chọn nơi nộp hồ sơ", en: "Choose where to file"))
            return .problems(try await start(service, request, problems: [problem]).page)
        }
        let remembered = Cookie(StartRoutes.agencyCookie, agency, seconds: 365 * 86_400)
        if let draft = try await office.untouchedDraft(of: name, at: agency, account: visitor.account) {
            return .see(ApplicantPaths.draft(draft.id)).setting(remembered)
        }
        let (parties, origins) = try await firstParties(service.definition, visitor)
        let begun = try await KeepDraft(office).begin(
            service, at: agency, channel: .online, parties: parties, account: visitor.account, origins: origins)
        switch begun {
        case .success(let draft): return .see(ApplicantPaths.draft(draft.id)).setting(remembered)
        case .failure(let refusal):
            return .problems(try await start(service, request, problems: [FieldProblem("", refusal.words)]).page)
        }
    }

    /// What is known of the one who files before anything is asked: the account, and how they could be reached last time.
    private func firstParties(
        _ definition: ServiceDefinition, _ visitor: Visitor
    ) async throws -> (Parties, AnswerOrigins) {
        var submitter = try await profiles(visitor.account)?.party ?? Party(name: visitor.name)
        var origins = AnswerOrigins()
        let account = submitter
        if let last = try await MyDossiers(office).lastTime(of: visitor.account)?.submitter {
            submitter.address = last.address
            if submitter.phone.isEmpty { submitter.phone = last.phone }
            if submitter.number.isEmpty { submitter.number = last.number }
        }
        origins.mark("@submitter", submitter, as: .earlier)
        origins.mark("@submitter", account, as: .account)
        let kind = definition.owners.first ?? .`self`
        let ways = definition.result.ways
        let parties = Parties(
            kind: kind, owner: kind == .`self` ? submitter : Party(name: ""), submitter: submitter,
            delivery: ways.count == 1 && ways != ["post"] ? Delivery(way: ways[0]) : nil)
        return (parties, origins)
    }
}
