import Catalogue
import DesignSystem
import Directory
import Kernel
import Markup
import Site
import Wording

/// What the desk does for an applicant who has come: takes the supplement that was asked for, takes the dossier back.
enum ApplicantAtDeskRoutes {
    static func add(to routes: inout Routes, _ site: DeskSite) {
        routes.get(DeskPaths.handedSupplement, .may(.receiveCases)) { _, visitor, id in
            try await site.withCase(id, of: visitor) { opened in
                guard let request = opened.file.openRequest else { return .see(DeskPaths.dossier(id)) }
                return .page(try await site.supplementPage(opened, request).page)
            }
        }
        routes.post(DeskPaths.handedSupplement, .may(.receiveCases), uploads: DeskSite.uploads) {
            request, visitor, id in
            try await site.withCase(id, of: visitor) { opened in
                guard let asked = opened.file.openRequest else { return .see(DeskPaths.dossier(id)) }
                return try await site.takeSupplement(request, opened, asked)
            }
        }
        routes.get(DeskPaths.withdrawal, .may(.receiveCases)) { _, visitor, id in
            try await site.withCase(id, of: visitor) { opened in
                guard opened.mayWithdraw else { return .see(DeskPaths.dossier(id)) }
                return .page(DeskWithdrawalPage(opened: opened).page)
            }
        }
        routes.post(DeskPaths.withdrawal, .may(.receiveCases)) { request, visitor, id in
            try await site.withCase(id, of: visitor) { opened in
                let reason = request.form["reason"]
                guard !reason.isEmpty else {
                    let words = Phrase(vi: "Hãy ghi lý do rút hồ sơ", en: "Write why it is withdrawn")
                    return .problems(
                        DeskWithdrawalPage(opened: opened, problems: [FieldProblem("reason", words)]).page)
                }
                let official = opened.official
                let withdrawn = try await WithdrawDossier(site.office)(
                    id, reason: reason, by: official.actor, desk: official,
                    seen: Int(request.form[CaseActs.seen]) ?? 0)
                switch withdrawn {
                case .success(let dossier): return .see(site.after(dossier))
                case .failure(let refusal):
                    return try await site.again(id, official, request, TypedAct(note: reason), refusal)
                }
            }
        }
    }
}

extension OpenedCase {
    var mayWithdraw: Bool { dossier.isOpen && dossier.official != .finished && dossier.origin == nil }
}

extension DeskSite {
    /// The page with what the agency holds of the owner for the papers that lack a file.
    fileprivate func supplementPage(
        _ opened: OpenedCase, _ request: SupplementRequest, chosen: [String: String] = [:]
    ) async throws -> HandedSupplementPage {
        let there = Set(opened.file.unsentPapers.map(\.rule))
        let wanted = HandedSupplementPage.papers(opened.file, request).map(\.key)
            .filter { !there.contains($0) }.compactMap { opened.service.definition.paper($0) }
        let offers = try await EarlierPapers(office)(
            for: wanted, of: opened.file.parties, at: opened.official.agency, except: opened.id,
            to: .desk(opened.official))
        return HandedSupplementPage(opened: opened, request: request, chosen: chosen, offers: offers)
    }

    fileprivate func takeSupplement(
        _ request: Request, _ opened: OpenedCase, _ asked: SupplementRequest
    ) async throws -> Response {
        let id = opened.id
        let form = request.form
        let place = AttachPaper.Place.handedSupplement(id, request: asked.id, by: opened.official)
        let papers = HandedSupplementPage.papers(opened.file, asked).map(\.key)
        var handed: [HandedPaper] = []
        var chosen: [String: String] = [:]
        for key in papers {
            let value = form[HandedSupplementPage.handed(key)]
            chosen[key] = value
            if let kind = HandedPaper.Form(rawValue: value) { handed.append(HandedPaper(key, kind)) }
        }
        if case .unfile(let paper) = FormEdit.Ask(form[FormFields.action]) {
            _ = try await attach.remove(paper, from: place)
        }
        var problems: [FieldProblem] = []
        for key in papers {
            for file in form.files(HandedSupplementPage.files(key)) {
                if case .failure(let refusal) = try await attach(AttachPaper.Arrived(file), to: place, rule: key) {
                    problems.append(
                        FieldProblem(HandedSupplementPage.files(key), refusal.words(about: file.filename)))
                }
            }
        }
        let service = opened.service
        if let reused = HeldPapers.asked(form[FormFields.action]), papers.contains(reused.paper),
            let rule = service.definition.paper(reused.paper)
        {
            let used = try await ReusePaper(office)(reused.offer, for: rule, at: place, by: .desk(opened.official))
            if case .failure(let refusal) = used {
                problems.append(FieldProblem(HandedSupplementPage.files(rule.key), refusal.words))
            }
        }
        let marked = asked.pages(opened.file.unsentAnswers ?? opened.file.answers, for: opened.file.facts, service)
        var entry = FormEntry(form, pages: marked.map(\.key))
        problems += try await entry.keepFiles(to: place, service, attach)
        let (facts, places, edits) = (opened.file.facts, opened.places, entry)
        if !marked.isEmpty {
            let official = opened.official
            let isKept = try await AnswerSupplement(office).keep(
                id, request: asked.id, by: official.actor, desk: official
            ) {
                var now = facts
                now.answers = $0
                return edits.answers(now, service, places)
            }
            guard isKept else { return .see(DeskPaths.dossier(id)) }
        }
        guard let now = try await self.opened(id, by: opened.official) else { return .notFound }
        var page = try await supplementPage(now, asked, chosen: chosen)
        guard form[FormFields.action] == HandedSupplementPage.send else {
            page.problems = problems
            return problems.isEmpty ? .page(page.page) : .problems(page.page)
        }
        let merged = HandedSupplementPage.facts(now.file, asked)
        for shown in asked.pages(merged.answers, for: facts, service) {
            problems += service.problems(page: shown.key, for: merged, places: places)
        }
        page.problems = problems
        guard problems.isEmpty else { return .problems(page.page) }
        let sent = try await AnswerSupplement(office)(
            id, request: asked.id, checked: now.file.unsentAnswers, by: opened.official.actor, desk: opened.official,
            handed: handed)
        switch sent {
        case .success(let dossier): return .see(after(dossier))
        case .failure(.problems(let missing)):
            page.problems = missing
            return .problems(page.page)
        case .failure(let refusal): return try await again(id, opened.official, request, TypedAct(), refusal)
        }
    }
}

/// The applicant, at the counter, takes the dossier back.
struct DeskWithdrawalPage {
    let opened: OpenedCase
    var problems: [FieldProblem] = []

    var page: Page {
        let title = Phrase(vi: "Người nộp rút hồ sơ", en: "The applicant withdraws the dossier")
        return Page(
            title, side: .desk,
            breadcrumbs: [
                (DeskWording.inbox, DeskPaths.inbox()),
                (Phrase(same: opened.dossier.code), DeskPaths.dossier(opened.id)),
            ]
        ) {
            Narrow {
                ErrorSummary(problems)
                PageTitle(
                    title, caption: Phrase(same: "\(opened.dossier.code) · \(opened.file.parties.owner.name)"),
                    lead: Phrase(
                        vi: "Chỉ khi người nộp có mặt và yêu cầu. Hồ sơ kết thúc, không mở lại được.",
                        en: "Only when the applicant is present and asks for it. The case ends for good."))
                postForm(to: DeskPaths.withdrawal(opened.id)) {
                    hiddenField(CaseActs.seen, String(opened.dossier.version))
                    Field(
                        "reason", Phrase(vi: "Lý do rút hồ sơ", en: "Why it is withdrawn"), .longText("", rows: 3),
                        problem: problems["reason"])
                    ButtonRow {
                        Button(Phrase(vi: "Rút hồ sơ", en: "Withdraw"), .danger)
                        ButtonLink(.cancel, DeskPaths.dossier(opened.id), .secondary)
                    }
                }
            }
        }
    }
}
