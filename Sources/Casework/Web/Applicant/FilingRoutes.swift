import Catalogue
import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// Coming back to a draft, checking it, filing it, throwing it away.
enum FilingRoutes {
    static func add(to routes: inout Routes, _ site: ApplicantSite) {
        routes.get(ApplicantPaths.draft, .person) { _, visitor, id in
            try await site.withDraft(id, of: visitor) { .see($0.resume.address(id)) }
        }
        routes.get(ApplicantPaths.check, .person) { _, visitor, id in
            try await site.withDraft(id, of: visitor) { open in
                if try await site.newer(than: open) != nil { return .see(ApplicantPaths.changes(id)) }
                return .page(await site.page(try await site.check(open)))
            }
        }
        routes.get(ApplicantPaths.filing, .person) { _, visitor, id in
            try await site.withDraft(id, of: visitor) { _ in .see(ApplicantPaths.check(id)) }
        }
        routes.post(ApplicantPaths.filing, .person) { request, visitor, id in
            try await site.withDraft(id, of: visitor, isFiling: true) { try await site.file($0, request, visitor) }
        }
        routes.get(ApplicantPaths.discarding, .person) { _, visitor, id in
            try await site.withDraft(id, of: visitor) { .page(DiscardPage(open: $0).page) }
        }
        routes.post(ApplicantPaths.discarding, .person) { _, visitor, id in
            _ = try await KeepDraft(site.office).discard(id, of: visitor.account)
            return .see(ApplicantPaths.mine())
        }
    }
}

extension ApplicantSite {
    fileprivate func file(_ open: OpenDraft, _ request: Request, _ visitor: Visitor) async throws -> Response {
        if try await newer(than: open) != nil { return .see(ApplicantPaths.changes(open.id)) }
        let check = try await check(open)
        guard check.isComplete else { return .problems(await page(check)) }
        guard request.form[CheckPage.promise] == "yes" else {
            let problem = FieldProblem(
                CheckPage.promise,
                Phrase(vi: "Hãy đánh dấu vào lời cam đoan để nộp", en: "Tick the declaration to file"))
            return .problems(await page(check, problems: [problem]))
        }
        guard Int(request.form[CheckPage.version]) == open.draft.version else {
            return .conflict(await page(check, notice: Self.overtaken))
        }
        let profile = try await profiles(visitor.account)
        if let account = profile?.party, let now = try await following(account, open) {
            return .conflict(await page(try await self.check(now), notice: CaseRefusal.filledInChanged.words))
        }
        let filed = try await FileDossier(office)(
            open.draft, open.reading, agencyCode: open.agency.code, by: visitor.actor, seen: profile?.seenNumber)
        switch filed {
        case .success(let dossier): return .see(ApplicantPaths.receipt(dossier.id))
        case .failure(.alreadyFiled(let id, _)): return .see(ApplicantPaths.receipt(id))
        case .failure(.changed): return .conflict(await page(check, notice: Self.overtaken))
        case .failure(.unknown): return try await gone(open.id, visitor)
        case .failure(.filledInChanged):
            guard let now = try await change(open, { $0.page = DraftPart.check.key }) else {
                return try await gone(open.id, visitor)
            }
            return .conflict(await page(try await self.check(now), notice: CaseRefusal.filledInChanged.words))
        case .failure(.formChanged): return .see(ApplicantPaths.changes(open.id))
        case .failure(let refusal):
            return .problems(await page(check, notice: refusal.words))
        }
    }

    /// The draft with what the account says by now, where its service locks what comes from there; nil when that is the same.
    private func following(_ account: Party, _ open: OpenDraft) async throws -> OpenDraft? {
        let definition = open.service.definition
        var draft = open.draft
        guard definition.holdsAnswers, draft.follow(account) else { return nil }
        return try await change(open) { draft in
            guard draft.follow(account) else { return }
            draft.prefill(definition)
        }
    }

    private static let overtaken = Phrase(
        vi: "Bản nháp vừa được sửa ở một cửa sổ khác. Xin xem lại lần nữa rồi nộp.",
        en: "The draft has just been changed in another window. Look at it once more, then file.")
}

/// Asks before a draft is thrown away.
struct DiscardPage {
    let open: OpenDraft

    var page: Page {
        let title = Phrase(vi: "Xóa bản nháp?", en: "Delete the draft?")
        return Page(title) {
            Narrow {
                backLink(ApplicantPaths.draft(open.id))
                PageTitle(title, caption: open.service.definition.title)
                p(
                    Phrase(
                        vi: "Mọi câu trả lời và tệp đã đính kèm của bản nháp này sẽ mất, không lấy lại được.",
                        en: "All its answers and files will be gone and cannot be brought back."))
                postForm(to: ApplicantPaths.discarding(open.id)) {
                    ButtonRow {
                        Button(Phrase(vi: "Xóa bản nháp", en: "Delete the draft"), .danger)
                        ButtonLink(Phrase(vi: "Giữ lại", en: "Keep it"), ApplicantPaths.draft(open.id), .secondary)
                    }
                }
            }
        }
    }
}
