import Catalogue
import DesignSystem
import Kernel
import Site

/// Answering a request for supplements: only what was marked, with the desk's reasons beside it.
enum SupplementRoutes {
    static func add(to routes: inout Routes, _ site: ApplicantSite) {
        routes.get(ApplicantPaths.supplement, .person) { _, visitor, id in
            try await site.withRequest(id, of: visitor) { .page(SupplementPage(answer: $0).page) }
        }
        routes.post(ApplicantPaths.supplement, .person) { _, visitor, id in
            try await site.withRequest(id, of: visitor) { try await site.send($0, visitor) }
        }
        routes.get(ApplicantPaths.supplementPage, .person) { _, visitor, id, key in
            try await site.withRequest(id, of: visitor) { answer in
                guard answer.page(key) != nil, let shown = answer.file.service.formPage(key, answer.facts) else {
                    return .see(ApplicantPaths.supplement(id))
                }
                return .page(SupplementFormPage(answer: answer, shown: shown).page)
            }
        }
        routes.post(
            ApplicantPaths.supplementPage, .person, uploads: ApplicantSite.uploads
        ) { request, visitor, id, key in
            try await site.withRequest(id, of: visitor) { try await site.keep(request, visitor, $0, key) }
        }
        routes.get(ApplicantPaths.supplementPaper, .person) { _, visitor, id, key in
            try await site.withRequest(id, of: visitor) { answer in
                guard answer.takes(key) else { return .see(ApplicantPaths.supplement(id)) }
                let offers = try await site.offers(key, answer, visitor)
                return .page(SupplementPaperPage(answer: answer, key: key, offers: offers).page)
            }
        }
        routes.post(
            ApplicantPaths.supplementPaper, .person, uploads: ApplicantSite.uploads
        ) { request, visitor, id, key in
            try await site.withRequest(id, of: visitor) { answer in
                guard answer.takes(key) else { return .see(ApplicantPaths.supplement(id)) }
                guard let rule = answer.file.service.definition.paper(key) else {
                    return .see(ApplicantPaths.supplement(id))
                }
                switch try await site.takeFiles(request.form, for: rule, at: answer.place(visitor), by: visitor) {
                case .removed: return .see(ApplicantPaths.supplementPaper(id, key))
                case .taken: return .see(ApplicantPaths.supplement(id))
                case .refused(let problems):
                    return try await site.withRequest(id, of: visitor) { now in
                        let offers = try await site.offers(key, now, visitor)
                        return .problems(
                            SupplementPaperPage(answer: now, key: key, offers: offers, problems: problems).page)
                    }
                }
            }
        }
    }
}

/// An answer to an open request, as far as it has come.
struct SupplementAnswer: Sendable {
    let file: CaseFile
    let request: SupplementRequest
    let agency: AgencyCard
    let tables: FormTables

    var id: Dossier.ID { file.dossier.id }

    /// The case with the answers typed so far.
    var facts: CaseFacts {
        guard let typed = file.unsentAnswers else { return file.facts }
        return request.merging(typed, into: file.facts, file.service)
    }

    /// The answers that a supplement does not change.
    var locked: [String: AnswerOrigin] { file.service.lockedAnswers(facts, filed: file.answers, file.origins) }

    var pages: [ShownPage] { request.pages(file.unsentAnswers ?? file.answers, for: file.facts, file.service) }

    func page(_ key: String) -> ShownPage? { pages.first { $0.key == key } }

    func item(_ kind: SupplementItem.Kind, _ key: String) -> SupplementItem? {
        request.items.first { $0.kind == kind && $0.key == key }
    }

    /// Papers that the new answers call for.
    var addedPapers: [SupplementPaper] {
        request.papers(facts, before: file.facts, file.service).filter { !$0.isMarked }
    }

    func takes(_ paper: String) -> Bool {
        item(.paper, paper) != nil || addedPapers.contains { $0.key == paper }
    }

    func files(_ key: String) -> [Paper] { file.unsentPapers.filter { $0.rule == key } }

    func place(_ visitor: Visitor) -> AttachPaper.Place {
        .supplement(id, request: request.id, of: visitor.account)
    }

    /// A marked page counts as answered once it was sent in, even unchanged.
    func isAnswered(_ page: ShownPage) -> Bool {
        file.unsentAnswers != nil && file.service.problems(page: page.key, for: facts, places: tables.places).isEmpty
    }

    var isComplete: Bool {
        pages.allSatisfy { isAnswered($0) }
            && request.items.allSatisfy { $0.kind == .page || !files($0.key).isEmpty }
            && addedPapers.allSatisfy { !$0.required || !files($0.key).isEmpty }
    }
}

extension ApplicantSite {
    /// What the owner of a dossier handed in with others of the same account, for one of its papers.
    fileprivate func offers(
        _ key: String, _ answer: SupplementAnswer, _ visitor: Visitor
    ) async throws -> [EarlierPapers.Offer] {
        guard answer.files(key).isEmpty, let rule = answer.file.service.definition.paper(key) else { return [] }
        return try await EarlierPapers(office)(
            for: [rule], of: answer.file.parties, at: answer.file.dossier.agency, except: answer.id,
            to: try await asker(visitor))[key] ?? []
    }

    /// Lets `body` answer for the open request of the visitor's dossier; without one, the page of the dossier says so.
    fileprivate func withRequest(
        _ id: Dossier.ID, of visitor: Visitor, _ body: (SupplementAnswer) async throws -> Response
    ) async throws -> Response {
        try await withOwnDossier(id, of: visitor) { file in
            guard let request = file.openRequest else { return .see(ApplicantPaths.dossier(id)) }
            let agency = try await agencies.card(file.dossier.agency)
            return try await body(
                SupplementAnswer(
                    file: file, request: request,
                    agency: agency ?? AgencyCard(id: file.dossier.agency, name: Phrase(same: ""), code: ""),
                    tables: FormTables(table: try await territories())))
        }
    }

    fileprivate func keep(
        _ request: Request, _ visitor: Visitor, _ answer: SupplementAnswer, _ key: String
    ) async throws -> Response {
        let id = answer.id
        guard answer.page(key) != nil else { return .see(ApplicantPaths.supplement(id)) }
        var edit = FormEdit(page: key, request.form)
        let service = answer.file.service
        let refused = try await receive(request.form, into: &edit, service, at: answer.place(visitor))
        let (facts, places) = (answer.file.facts, answer.tables.places)
        let isKept = try await AnswerSupplement(office).keep(id, request: answer.request.id, by: visitor.actor) {
            [edit] typed in
            var now = facts
            now.answers = typed
            return edit.answers(now, service, places)
        }
        guard isKept else { return .see(ApplicantPaths.dossier(id)) }
        if let anchor = edit.ask.anchor, refused.isEmpty {
            return .see(ApplicantPaths.supplementPage(id, key) + (anchor.isEmpty ? "" : "#" + Field.id(anchor)))
        }
        if edit.ask == .later, refused.isEmpty { return .see(ApplicantPaths.dossier(id)) }
        return try await withRequest(id, of: visitor) { now in
            let problems = refused + service.problems(page: key, for: now.facts, places: places)
            if !problems.isEmpty, let shown = service.formPage(key, now.facts) {
                return .problems(SupplementFormPage(answer: now, shown: shown, problems: problems).page)
            }
            return .see(ApplicantPaths.supplement(id))
        }
    }

    fileprivate func send(_ answer: SupplementAnswer, _ visitor: Visitor) async throws -> Response {
        guard answer.isComplete else { return .problems(SupplementPage(answer: answer, isSent: true).page) }
        let sent = try await AnswerSupplement(office)(
            answer.id, request: answer.request.id, checked: answer.file.unsentAnswers, by: visitor.actor,
            seen: try await profiles(visitor.account)?.seenNumber)
        switch sent {
        case .success: return .see(ApplicantPaths.dossier(answer.id))
        case .failure(.answersChanged):
            return try await withRequest(answer.id, of: visitor) { now in
                let problem = FieldProblem("", CaseRefusal.answersChanged.words)
                return .problems(SupplementPage(answer: now, problems: [problem]).page)
            }
        case .failure(.problems(let problems)):
            return .problems(SupplementPage(answer: answer, problems: problems, isSent: true).page)
        case .failure(.feeUnknown(let fee)):
            let problem = FieldProblem("", CaseRefusal.feeUnknown(fee).words)
            return .problems(SupplementPage(answer: answer, problems: [problem], isSent: true).page)
        case .failure(.unknown): return .notFound
        case .failure: return .see(ApplicantPaths.dossier(answer.id))
        }
    }
}
