import Blobs
import Catalogue
import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// The papers of a draft: what is due, one screen per paper to attach files, one's own files to look at.
enum PaperRoutes {
    static func add(to routes: inout Routes, _ site: ApplicantSite) {
        routes.get(ApplicantPaths.papers, .person) { _, visitor, id in
            try await site.withDraft(id, of: visitor) { open in
                let offers = try await site.offers(for: open.reading.papers.map(\.rule), in: open, visitor)
                return .page(PapersPage(open: open, held: Set(offers.keys)).page)
            }
        }
        routes.post(ApplicantPaths.papers, .person) { _, visitor, id in
            try await site.withDraft(id, of: visitor) { open in
                let kept = try await site.change(open) { $0.page = DraftPart.papers.key }
                guard let kept else { return try await site.gone(id, visitor) }
                let problems = PapersPage.missing(kept)
                guard problems.isEmpty else { return .problems(PapersPage(open: kept, problems: problems).page) }
                return .see(kept.next(after: .papers))
            }
        }
        routes.get(ApplicantPaths.paper, .person) { _, visitor, id, key in
            try await site.withDraft(id, of: visitor) { open in
                guard let due = open.due(key) else { return .see(ApplicantPaths.papers(id)) }
                let offers = try await site.offers(for: [due.rule], in: open, visitor)[key] ?? []
                return .page(PaperPage(draft: open, due: due, offers: offers).page)
            }
        }
        routes.post(ApplicantPaths.paper, .person, uploads: ApplicantSite.uploads) { request, visitor, id, key in
            try await site.withDraft(id, of: visitor) { open in
                guard let due = open.due(key) else { return .see(ApplicantPaths.papers(id)) }
                let place = AttachPaper.Place.draft(id, of: visitor.account)
                switch try await site.takeFiles(request.form, for: due.rule, at: place, by: visitor) {
                case .removed: return .see(ApplicantPaths.paper(id, key))
                case .taken: return .see(ApplicantPaths.papers(id) + "#" + Field.id("paper.\(key)"))
                case .refused(let problems):
                    guard let file = try await site.office.draft(id, of: visitor.account) else {
                        return try await site.gone(id, visitor)
                    }
                    let offers = try await site.offers(for: [due.rule], in: open, visitor)[key] ?? []
                    return .problems(
                        PaperPage(draft: try await site.opened(file), due: due, offers: offers, problems: problems)
                            .page)
                }
            }
        }
        routes.get(ApplicantPaths.draftFile, .person) { _, visitor, id, paper in
            try await site.withDraft(id, of: visitor) { open in
                guard let file = open.file.papers.first(where: { $0.id == paper }) else { return .notFound }
                return site.download(file)
            }
        }
    }
}

extension OpenDraft {
    /// The papers of this case for which something is handed in or shown.
    var due: [PaperDue] { reading.papers.filter { !$0.rule.isForm } }

    func due(_ key: String) -> PaperDue? { due.first { $0.rule.key == key && $0.isToAttach } }
}

/// What came of a form with files.
enum TakenFiles {
    case taken, removed
    case refused([FieldProblem])
}

extension ApplicantSite {
    /// Keeps the files of a paper. What can be kept is kept even when another file is refused.
    func takeFiles(
        _ form: FormValues, for rule: PaperRule, at place: AttachPaper.Place, by visitor: Visitor
    ) async throws -> TakenFiles {
        if let paper = Paper.ID(form[UploadForm.remove]) {
            _ = try await attach.remove(paper, from: place)
            return .removed
        }
        if form.contains(PaperOffers.field) {
            let used = try await ReusePaper(office)(
                form[PaperOffers.field], for: rule, at: place, by: try await asker(visitor))
            guard case .failure(let refusal) = used else { return .taken }
            return .refused([FieldProblem(UploadForm.field, refusal.words)])
        }
        let files = form.files(UploadForm.field)
        guard !files.isEmpty else {
            return .refused([
                FieldProblem(
                    UploadForm.field,
                    Phrase(vi: "Hãy chọn ít nhất một tệp hoặc ảnh chụp", en: "Choose at least one file or photograph"))
            ])
        }
        var problems: [FieldProblem] = []
        for file in files {
            if case .failure(let refusal) = try await attach(AttachPaper.Arrived(file), to: place, rule: rule.key) {
                problems.append(FieldProblem(UploadForm.field, refusal.words(about: file.filename)))
            }
        }
        return problems.isEmpty ? .taken : .refused(problems)
    }

    /// What the owner of a draft handed in with earlier dossiers, by the papers of this one.
    fileprivate func offers(
        for rules: [PaperRule], in open: OpenDraft, _ visitor: Visitor
    ) async throws -> [String: [EarlierPapers.Offer]] {
        let free = rules.filter { open.files($0.key).isEmpty }
        return try await EarlierPapers(office)(
            for: free, of: open.draft.parties, at: open.draft.agency, except: Dossier.ID(open.id),
            to: try await asker(visitor))
    }

    /// The visitor as one who asks for earlier papers.
    func asker(_ visitor: Visitor) async throws -> EarlierPapers.Asker {
        .account(visitor.account, seen: try await profiles(visitor.account)?.seenNumber)
    }

    func download(_ paper: Paper) -> Response {
        guard blobs.has(paper.sha256) else { return .notFound }
        return .attachment(path: blobs.path(paper.sha256), filename: paper.filename, type: paper.mediaType)
    }
}
