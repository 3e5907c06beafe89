import Casework
import Catalogue
import DesignSystem
import Directory
import Kernel
import Markup
import Site

/// A draft played as applicant and as official. Every form carries the whole state, so that nothing is stored: a POST
/// here changes nothing and answers with the next page itself.
enum PreviewRoutes {
    static func add(to routes: inout Routes, _ site: DesignerSite) {
        routes.get(DesignerPaths.preview, .may(.designServices)) { _, visitor, id in
            try await site.with(id, visitor) { open in
                guard let preview = try await site.preview(open) else { return .page(NoPreviewPage(open: open).page) }
                let state = PreviewState(FormValues(), preview.service.definition)
                return .page(PreviewStartPage(preview: preview, state: state).page)
            }
        }
        routes.post(DesignerPaths.preview, .may(.designServices)) { request, visitor, id in
            try await site.with(id, visitor) { open in
                guard let preview = try await site.preview(open) else { return .see(DesignerPaths.preview(id)) }
                return preview.answer(request.form)
            }
        }
    }
}

extension DesignerSite {
    /// Nil when the draft has errors.
    fileprivate func preview(_ open: OpenDraftFile) async throws -> DraftPreview? {
        guard let definition = open.shown, let published = try? PublishedDefinition(definition),
            let service = try? CompiledService(published)
        else { return nil }
        return DraftPreview(
            open: open, service: service, table: try await territories(),
            calendar: try? await calendar(open.official.agency), now: office.clock.now)
    }
}

extension DraftPreview {
    fileprivate func answer(_ form: FormValues) -> Response {
        var state = PreviewState(form, service.definition)
        let key = form["page"]
        switch form["do"] {
        case "begin":
            state.answers = [:]
            state.moves = []
            return shown(service.visiblePages(facts(state)).first?.key, state)
        case "sample":
            guard let state = sampled(state) else {
                let words = Phrase(
                    vi: "Không tự sinh được câu trả lời mẫu mà biểu mẫu nhận; hãy tự trả lời.",
                    en: "No sample answers were found that the form takes; answer it yourself.")
                return .problems(
                    PreviewStartPage(preview: self, state: state, problems: [FieldProblem("", words)]).page)
            }
            return .page(PreviewOutcomePage(preview: self, state: state).page)
        case "show": return shown(key, state)
        case "outcome": return .page(PreviewOutcomePage(preview: self, state: state).page)
        case "desk", "move":
            if form["do"] == "move", let move = PlayedMove(form[PlayedDesk.move]) { state.moves.append(move) }
            return desk(state)
        default: return kept(form, key, state)
        }
    }

    /// A page of the form as it stands; what follows from the answers after the last.
    private func shown(_ key: String?, _ state: PreviewState) -> Response {
        guard let key, let page = service.playedPage(key, facts(state)) else {
            return .page(PreviewOutcomePage(preview: self, state: state).page)
        }
        return .page(PreviewFormPage(preview: self, state: state, shown: page).page)
    }

    /// Takes the answers of one page and goes on, as the real form does.
    private func kept(_ form: FormValues, _ key: String, _ before: PreviewState) -> Response {
        guard service.shownPage(key, facts(before)) != nil else { return shown(nil, before) }
        let sent = PlayedAnswers(form, page: key, facts(before), service, table)
        var state = before
        state.answers = sent.answers
        state.moves = []
        if sent.anchor != nil { return shown(key, state) }
        let problems = service.playedProblems(page: key, facts(state), table)
        guard let page = service.playedPage(key, facts(state)) else { return shown(nil, state) }
        if !problems.isEmpty {
            // What is newly asked is shown, not complained about.
            let isNew = problems.allSatisfy { sent.revealed.contains($0.field) }
            let form = PreviewFormPage(preview: self, state: state, shown: page, problems: isNew ? [] : problems)
            return isNew ? .page(form.page) : .problems(form.page)
        }
        return shown(service.page(after: page.key, facts(state))?.key, state)
    }

    private func desk(_ state: PreviewState) -> Response {
        guard let calendar, var played = PlayedCase(service, facts(state), at: now, calendar) else {
            return .page(PreviewOutcomePage(preview: self, state: state).page)
        }
        var state = state
        // A move that the case does not allow is left out.
        state.moves = state.moves.filter { played.play($0) }
        return .page(PreviewDeskPage(preview: self, state: state, played: played).page)
    }
}

/// In the place of a preview while the draft has errors.
struct NoPreviewPage {
    let open: OpenDraftFile

    var page: Page {
        DesignerFrame(open: open).page(
            Phrase(vi: "Xem trước", en: "Preview"), at: DesignerPaths.preview(open.draft.id)
        ) {
            EmptyState(Phrase(vi: "Sửa hết lỗi thì xem trước được", en: "Put the errors right to see a preview"))
            FindingList(open: open, findings: open.check.errors)
        }
    }
}
