import Catalogue
import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// A draft that outlived its definition: its answers are kept and only the changed questions are asked, before it is
/// filed under the definition in force.
enum ChangedFormRoutes {
    static func add(to routes: inout Routes, _ site: ApplicantSite) {
        routes.get(ApplicantPaths.changes, .person) { _, visitor, id in
            try await site.withDraft(id, of: visitor) { open in
                guard let change = try await site.newer(than: open) else { return .see(ApplicantPaths.check(id)) }
                return .page(ChangedFormPage(open: open, change: change).page)
            }
        }
        routes.post(ApplicantPaths.changes, .person) { _, visitor, id in
            try await site.withDraft(id, of: visitor) { open in
                guard let change = try await site.newer(than: open) else { return .see(ApplicantPaths.check(id)) }
                if let first = change.pages.first { return .see(ApplicantPaths.changedPage(id, first.key)) }
                return try await site.adopt(change, open, visitor)
            }
        }
        routes.get(ApplicantPaths.changedPage, .person) { _, visitor, id, key in
            try await site.withDraft(id, of: visitor) { open in
                guard let change = try await site.newer(than: open), let shown = change.page(key) else {
                    return .see(ApplicantPaths.check(id))
                }
                return .page(ChangedQuestionsPage(open: open, shown: shown, service: change.new).page)
            }
        }
        routes.post(ApplicantPaths.changedPage, .person, uploads: ApplicantSite.uploads) { request, visitor, id, key in
            try await site.withDraft(id, of: visitor) { try await site.keepChanged(request, visitor, $0, key) }
        }
    }
}

extension ApplicantSite {
    /// How the definition in force differs from the draft's; nil when the draft's is the one in force, or none is.
    func newer(than open: OpenDraft) async throws -> DefinitionChange? {
        guard let current = try await library.current(open.draft.service), current.hash != open.draft.definition else {
            return nil
        }
        return DefinitionChange(old: open.service, new: current, facts: open.facts, places: open.places)
    }

    /// From here on the draft is one of the definition in force.
    fileprivate func adopt(
        _ change: DefinitionChange, _ open: OpenDraft, _ visitor: Visitor
    ) async throws -> Response {
        let asked = open.service.definition.filledIn
        let kept = try await self.change(open, under: change.new, blanks: .filledExcept(asked)) { draft in
            draft.definition = change.new.hash
            draft.page = DraftPart.check.key
        }
        guard kept != nil else { return try await gone(open.id, visitor) }
        return .see(ApplicantPaths.check(open.id))
    }

    fileprivate func keepChanged(
        _ request: Request, _ visitor: Visitor, _ open: OpenDraft, _ key: String
    ) async throws -> Response {
        guard let change = try await newer(than: open), change.page(key) != nil else {
            return .see(ApplicantPaths.check(open.id))
        }
        var edit = FormEdit(page: key, request.form)
        let refused = try await receive(
            request.form, into: &edit, change.new, at: .draft(open.id, of: visitor.account))
        let (service, places, today) = (change.new, open.places, open.today)
        let kept = try await self.change(open, under: service) { [edit] draft in
            draft.take(edit.answers(draft.facts(today), service, places))
        }
        guard let kept, let now = try await newer(than: kept) else { return try await gone(open.id, visitor) }
        if let anchor = edit.ask.anchor, refused.isEmpty {
            return .see(ApplicantPaths.changedPage(open.id, key) + (anchor.isEmpty ? "" : "#" + Field.id(anchor)))
        }
        if edit.ask == .later, refused.isEmpty { return .see(ApplicantPaths.saved) }
        let problems = refused + now.problems(key)
        if !problems.isEmpty, let shown = now.page(key) {
            return .problems(ChangedQuestionsPage(open: kept, shown: shown, service: now.new, problems: problems).page)
        }
        if let next = now.page(after: key) { return .see(ApplicantPaths.changedPage(open.id, next.key)) }
        return try await adopt(now, kept, visitor)
    }
}

/// Says that the form has changed since the draft was begun, and where.
struct ChangedFormPage {
    let open: OpenDraft
    let change: DefinitionChange

    var page: Page {
        let title = Phrase(vi: "Biểu mẫu đã thay đổi", en: "The form has changed")
        return Page(title) {
            Narrow {
                backLink(ApplicantPaths.mine())
                PageTitle(title, caption: change.new.definition.title)
                p(
                    Phrase(
                        vi:
                            "Từ khi bạn bắt đầu bản nháp, dịch vụ này có biểu mẫu mới. Các câu trả lời của bạn vẫn được giữ; chỉ cần trả lời những chỗ đã thay đổi.",
                        en:
                            "Since you began this draft the service has a new form. Your answers are kept; only what changed needs an answer."
                    ))
                if !change.pages.isEmpty {
                    Prose { ul { for page in change.pages { li(page.page.title) } } }
                }
                postForm(to: ApplicantPaths.changes(open.id)) { ButtonRow { Button(.next) } }
            }
        }
    }
}

/// The changed questions of one page.
struct ChangedQuestionsPage {
    let open: OpenDraft
    let shown: ShownPage
    /// The version of the service that asks them.
    let service: CompiledService
    var problems: [FieldProblem] = []

    private var locked: [String: AnswerOrigin] { service.lockedAnswers(open.facts, open.draft.origins) }

    var page: Page {
        Page(shown.page.title) {
            Narrow {
                backLink(ApplicantPaths.changes(open.id))
                ErrorSummary(problems)
                PageTitle(
                    shown.page.title, caption: Phrase(vi: "Câu hỏi đã thay đổi", en: "Changed questions"),
                    lead: shown.page.help)
                FormPageBody(
                    shown: shown, action: ApplicantPaths.changedPage(open.id, shown.key), problems: problems,
                    table: open.table, locked: LockedView(locked, of: open.agency.name),
                    fileAddress: { [id = open.id] in ApplicantPaths.draftFile(id, $0) })
            }
        }
    }
}
