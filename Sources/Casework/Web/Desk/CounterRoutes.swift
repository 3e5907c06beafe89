import Blobs
import Catalogue
import DesignSystem
import Directory
import Kernel
import Site

/// Entering dossiers at the counter.
enum CounterRoutes {
    static func add(to routes: inout Routes, _ site: DeskSite) {
        routes.get(DeskPaths.counter, .may(.receiveCases)) { request, visitor in
            try await site.asOfficial(visitor) { official in
                .page(try await site.counter(official, chosen: request.query["dv"]).page)
            }
        }
        routes.post(DeskPaths.counter, .may(.receiveCases)) { request, visitor in
            try await site.asOfficial(visitor) { try await site.begin(request, by: $0) }
        }
        routes.get(DeskPaths.entry, .may(.receiveCases)) { _, visitor, id in
            try await site.withEntry(id, of: visitor) { .page(CounterEntryPage(entry: $0).page) }
        }
        routes.post(DeskPaths.entry, .may(.receiveCases), uploads: DeskSite.uploads) { request, visitor, id in
            try await site.withEntry(id, of: visitor) { try await site.keep(request, $0) }
        }
        routes.get(DeskPaths.entryFile, .may(.receiveCases)) { _, visitor, id, paper in
            try await site.withEntry(id, of: visitor) { entry in
                guard let file = entry.file.papers.first(where: { $0.id == paper }), site.blobs.has(file.sha256) else {
                    return .notFound
                }
                return .attachment(
                    path: site.blobs.path(file.sha256), filename: file.filename, type: file.mediaType)
            }
        }
        routes.post(DeskPaths.entryDiscarding, .may(.receiveCases)) { _, visitor, id in
            try await site.withEntry(id, of: visitor) { entry in
                _ = try await KeepDraft(site.office).discard(id, of: entry.official.account)
                return .see(DeskPaths.counter())
            }
        }
    }
}

extension DeskSite {
    /// Lets `body` answer for an entry of the official; one that was filed meanwhile leads to its case.
    fileprivate func withEntry(
        _ id: Draft.ID, of visitor: Visitor, _ body: (CounterEntry) async throws -> Response
    ) async throws -> Response {
        try await asOfficial(visitor) { official in
            if let entry = try await entry(id, of: official) { return try await body(entry) }
            let dossier = Dossier.ID(id)
            return try await opened(dossier, by: official) == nil ? .notFound : .see(DeskPaths.receipt(dossier))
        }
    }

    fileprivate func counter(
        _ official: DeskOfficial, chosen: String = "", problems: [FieldProblem] = []
    ) async throws -> CounterPage {
        let services = try await library.services(at: official.agency).filter(\.isTakenAtDesk)
        let drafts = try await office.counterDrafts(of: official.account, at: official.agency)
        let titles = Dictionary(
            services.map { ($0.definition.service, $0.definition.title) }, uniquingKeysWith: { first, _ in first })
        return CounterPage(
            services: services, drafts: drafts.map { ($0, titles[$0.service] ?? Phrase(same: $0.service)) },
            chosen: chosen, problems: problems)
    }

    fileprivate func begin(_ request: Request, by official: DeskOfficial) async throws -> Response {
        let name = request.form[CounterPage.service]
        let service = try await library.services(at: official.agency).first {
            $0.definition.service == name && $0.isTakenAtDesk
        }
        guard let service else {
            let words = Phrase(vi: "Hãy chọn dịch vụ", en: "Choose the service")
            let page = try await counter(
                official, chosen: name, problems: [FieldProblem(CounterPage.service, words)])
            return .problems(page.page)
        }
        let wanted: FilingChannel = request.form[CounterPage.channel] == "post" ? .post : .counter
        guard service.definition.takes(wanted) else {
            let words = Phrase(
                vi: "Dịch vụ này không nhận theo cách này", en: "This service is not taken that way")
            let page = try await counter(official, chosen: name, problems: [FieldProblem(CounterPage.channel, words)])
            return .problems(page.page)
        }
        let kind = service.definition.owners.first ?? .`self`
        let nobody = Parties(kind: kind, owner: Party(name: ""), submitter: Party(name: ""))
        let begun = try await KeepDraft(office).begin(
            service, at: official.agency, channel: wanted, parties: nobody, account: official.account)
        switch begun {
        case .success(let draft): return .see(DeskPaths.entry(draft.id))
        case .failure(let refusal):
            let problem = FieldProblem(CounterPage.service, refusal.words)
            return .problems(try await counter(official, chosen: name, problems: [problem]).page)
        }
    }

    /// Keeps everything that was sent, then does what the button asked for.
    fileprivate func keep(_ request: Request, _ entry: CounterEntry) async throws -> Response {
        let form = request.form
        let service = entry.service
        let definition = service.definition
        let account = entry.official.account
        let place = AttachPaper.Place.draft(entry.id, of: account)
        if case .unfile(let paper) = FormEdit.Ask(form[FormFields.action]) {
            _ = try await attach.remove(paper, from: place)
        }
        var edit = FormEntry(form, pages: service.shownPages(entry.facts).map(\.key))
        var refused = try await edit.keepFiles(to: place, service, attach)
        refused += try await keepScans(form, entry, place)
        let reused = HeldPapers.asked(form[FormFields.action])
        let handed = entry.due.compactMap { due in
            HandedPaper.Form(rawValue: form[CounterEntryPage.handed(due.rule.key)]).map {
                HandedPaper(due.rule.key, $0)
            }
        }
        _ = try await HandInPapers(office)(handed, to: entry.id, of: account)
        let (places, today) = (entry.places, entry.today)
        // Whoever still has the page of the former definition is shown the one in force before it counts.
        let seen =
            form.contains(CounterEntryPage.definition) ? form[CounterEntryPage.definition] : entry.draft.definition
        let former =
            entry.draft.definition == service.hash
            ? nil : try await office.services.service(entry.draft.definition)?.definition.filledIn
        let filling = KeepDraft.Filling(
            service: service, asker: .desk(entry.official), blanks: former.map { .filledExcept($0) } ?? .left)
        let changed = try await KeepDraft(office).change(entry.id, of: account, filling: filling) { [edit] draft in
            draft.definition = service.hash
            draft.take(CounterParties.read(form, definition, into: draft.parties).parties)
            draft.take(edit.answers(draft.facts(today), service, places))
            draft.prefill(definition)
        }
        if let reused, let rule = entry.due.first(where: { $0.rule.key == reused.paper })?.rule {
            // The owner just typed counts, so this comes after what was typed is kept.
            let used = try await ReusePaper(office)(reused.offer, for: rule, at: place, by: .desk(entry.official))
            if case .failure(let refusal) = used {
                refused.append(FieldProblem(CounterEntryPage.files(rule.key), refusal.words))
            }
        }
        guard let changed, let now = try await self.entry(entry.id, of: entry.official) else { return .notFound }
        guard seen == service.hash else {
            return .conflict(CounterEntryPage(entry: now, problems: refused, refusal: .formChanged).page)
        }
        guard form[FormFields.action] == CounterEntryPage.file else {
            guard refused.isEmpty else { return .problems(CounterEntryPage(entry: now, problems: refused).page) }
            return .see(
                DeskPaths.entry(entry.id)
                    + ((edit.anchor ?? reused.map { CounterEntryPage.files($0.paper) }).map { "#" + Field.id($0) } ?? "")
            )
        }
        let problems =
            CounterParties.read(form, definition, into: changed.draft.parties).problems
            + service.problems(for: now.facts, places: places) + refused
        guard problems.isEmpty else { return .problems(CounterEntryPage(entry: now, problems: problems).page) }
        // What a register has only just filled in is looked at before it is filed.
        guard !changed.isUnseen else {
            return .conflict(CounterEntryPage(entry: now, refusal: .filledInChanged).page)
        }
        return try await file(now)
    }

    private func keepScans(
        _ form: FormValues, _ entry: CounterEntry, _ place: AttachPaper.Place
    ) async throws -> [FieldProblem] {
        var problems: [FieldProblem] = []
        for due in entry.due where !due.rule.isShown {
            let name = CounterEntryPage.files(due.rule.key)
            for file in form.files(name) {
                let kept = try await attach(AttachPaper.Arrived(file), to: place, rule: due.rule.key)
                if case .failure(let refusal) = kept {
                    problems.append(FieldProblem(name, refusal.words(about: file.filename)))
                }
            }
        }
        return problems
    }

    private func file(_ entry: CounterEntry) async throws -> Response {
        let filed = try await FileDossier(office)(
            entry.draft, entry.service.reading(entry.facts), agencyCode: entry.agency.code, by: entry.official.actor,
            desk: entry.official)
        switch filed {
        case .success(let dossier) where dossier.clock == nil: return .see(DeskPaths.dossier(dossier.id))
        case .success(let dossier): return .see(DeskPaths.receipt(dossier.id))
        case .failure(.alreadyFiled(let id, _)): return .see(DeskPaths.receipt(id))
        case .failure(.problems(let problems)):
            return .problems(CounterEntryPage(entry: entry, problems: problems).page)
        case .failure(let refusal): return .conflict(CounterEntryPage(entry: entry, refusal: refusal).page)
        }
    }
}

extension CompiledService {
    /// Whether the desk enters it, for somebody present or from the post.
    fileprivate var isTakenAtDesk: Bool { definition.takes(.counter) || definition.takes(.post) }
}
