import Catalogue
import DesignSystem
import Kernel
import Markup
import Site

/// Filling in the form: one page of the definition per screen. Every POST keeps what was typed before anything else.
enum DraftFormRoutes {
    static func add(to routes: inout Routes, _ site: ApplicantSite) {
        routes.get(ApplicantPaths.page, .person) { _, visitor, id, key in
            try await site.withDraft(id, of: visitor) { open in
                guard let page = open.service.formPage(key, open.facts) else { return .see(ApplicantPaths.draft(id)) }
                return .page(DraftFormPage(open: open, shown: page).page)
            }
        }
        routes.post(ApplicantPaths.page, .person, uploads: ApplicantSite.uploads) { request, visitor, id, key in
            try await site.withDraft(id, of: visitor) { open in try await site.keep(request, visitor, open, key) }
        }
    }
}

extension ApplicantSite {
    fileprivate func keep(
        _ request: Request, _ visitor: Visitor, _ open: OpenDraft, _ key: String
    ) async throws -> Response {
        guard open.service.shownPage(key, open.facts) != nil else { return .see(ApplicantPaths.draft(open.id)) }
        var edit = FormEdit(page: key, request.form)
        // Questions that these answers newly call for have not been seen yet: they are asked, not complained about.
        let revealed = open.service.reading(
            page: key, values: edit.values, into: open.facts, places: open.places
        ).revealed
        let place = AttachPaper.Place.draft(open.id, of: visitor.account)
        let refused = try await receive(request.form, into: &edit, open.service, at: place)
        let (service, places, today) = (open.service, open.places, open.today)
        let kept = try await change(open) { [edit] draft in
            draft.take(edit.answers(draft.facts(today), service, places))
            draft.page = key
        }
        guard let kept else { return try await gone(open.id, visitor) }
        let part = DraftPart.page(key)
        if let anchor = edit.ask.anchor, refused.isEmpty {
            return .see(part.address(kept.id) + (anchor.isEmpty ? "" : "#" + Field.id(anchor)))
        }
        if edit.ask == .later, refused.isEmpty { return .see(ApplicantPaths.saved) }
        let problems = kept.service.problems(page: key, for: kept.facts, places: places)
        let told = refused + problems.filter { problem in !refused.contains { $0.field == problem.field } }
        if let first = told.first?.field, told.allSatisfy({ revealed.contains($0.field) }) {
            return .see(part.address(kept.id) + "#" + Field.id(first))
        }
        guard told.isEmpty else {
            guard let shown = kept.service.formPage(key, kept.facts) else { return .see(ApplicantPaths.draft(kept.id)) }
            return .problems(DraftFormPage(open: kept, shown: shown, problems: told).page)
        }
        return .see(kept.next(after: part))
    }
}

extension ApplicantPaths {
    /// Where somebody comes who has left a draft for later.
    static let saved = mine() + "?luu=1"
}
