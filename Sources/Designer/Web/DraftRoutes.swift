import Catalogue
import DesignSystem
import Directory
import Kernel
import Markup
import Site

/// A draft as a whole: overview, text, preview, comparison, history, review.
enum DraftRoutes {
    static func add(to routes: inout Routes, _ site: DesignerSite) {
        routes.get(DesignerPaths.draft, .may(.designServices)) { request, visitor, id in
            try await site.with(id, visitor) { open in .page(try await site.overview(open).page(request)) }
        }
        routes.post(DesignerPaths.draft, .may(.designServices)) { request, visitor, id in
            try await site.with(id, visitor) { open in try await site.act(open, request) }
        }
        routes.get(DesignerPaths.text, .may(.designServices)) { request, visitor, id in
            try await site.with(id, visitor) { open in
                let line = Int(request.query["dong"]).flatMap { DraftTextLines(open.draft.text, line: $0) }
                let sought = line ?? DraftTextLines(open.draft.text, path: PartRoutes.path(request.query["o"]))
                return .page(DraftTextPage(open: open, sought: sought).page(request))
            }
        }
        routes.post(DesignerPaths.text, .may(.designServices)) { request, visitor, id in
            try await site.with(id, visitor) { open in try await site.writeText(open, request) }
        }
        routes.get(DesignerPaths.comparison, .may(.designServices)) { request, visitor, id in
            try await site.with(id, visitor) { open in
                .page(ComparePage(open: open, inForce: try await site.inForce(open)).page(request))
            }
        }
        routes.get(DesignerPaths.history, .may(.designServices)) { request, visitor, id in
            try await site.with(id, visitor) { open in
                .page(HistoryPage(open: open, changes: try await site.office.changes(of: id)).page(request))
            }
        }
        routes.post(DesignerPaths.history, .may(.designServices)) { request, visitor, id in
            try await site.with(id, visitor) { open in
                let (seen, number) = (Int(request.form["seen"]) ?? 0, Int(request.form["number"]) ?? 0)
                let result = try await site.office.undo(id, to: number, seen: seen, by: open.official)
                let back = PartRoutes.path(request.form["o"])
                let address =
                    DraftSection(request.form["muc"]).map { DesignerPaths.section(id, $0) }
                    ?? (back.isEmpty ? DesignerPaths.history(id) : DesignerPaths.part(id, at: back))
                return try await site.after(result, .undone, address, open, request)
            }
        }
        routes.get(DesignerPaths.review, .may(.reviewServices)) { request, visitor, id in
            try await site.with(id, visitor) { open in .page(try await site.review(open).page(request)) }
        }
        routes.post(DesignerPaths.review, .may(.reviewServices)) { request, visitor, id in
            try await site.with(id, visitor) { open in try await site.decide(open, request) }
        }
    }
}

extension DesignerSite {
    fileprivate func overview(_ open: OpenDraftFile, _ problem: Phrase? = nil) async throws -> DraftOverviewPage {
        DraftOverviewPage(
            open: open, changes: try await office.changes(of: open.draft.id), offers: offers,
            problems: problem.map { [FieldProblem("", $0)] } ?? [])
    }

    fileprivate func review(_ open: OpenDraftFile) async throws -> ReviewPage {
        ReviewPage(
            open: open, inForce: try await inForce(open),
            isOwnWork: DesignerOffice.hasWritten(
                open.official.actor, at: try await office.changes(of: open.draft.id)))
    }

    /// To the page that follows, or the overview with what stood in the way.
    fileprivate func after(
        _ result: Result<Void, DesignerOffice.Refusal>, _ notice: DesignerNotice, _ address: String,
        _ open: OpenDraftFile, _ request: Request
    ) async throws -> Response {
        switch result {
        case .success: return .see(notice.at(address))
        case .failure(.unknown): return .notFound
        case .failure(let refusal):
            return .conflict(try await overview(open, DesignerRefusal.words(refusal)).page(request))
        }
    }

    fileprivate func act(_ open: OpenDraftFile, _ request: Request) async throws -> Response {
        let id = open.draft.id
        let seen = Int(request.form["seen"]) ?? 0
        let address = DesignerPaths.draft(id)
        switch request.form["do"] {
        case "submit":
            // Open items do not refuse a draft: only a person can say whether one is right as it is.
            if open.isOpen, open.openCount > 0, request.form[DraftOverviewPage.seen] != "yes" {
                var page = try await overview(open)
                page.problems = [
                    FieldProblem(
                        DraftOverviewPage.seen,
                        Phrase(
                            vi: "Còn \(open.openCount) điều để ngỏ: hãy xem từng điều, rồi đánh dấu vào ô.",
                            en: "\(open.openCount) things are left open: look at each, then tick the box."))
                ]
                return .problems(page.page(request))
            }
            return try await after(
                try await office.submit(id, seen: seen, by: open.official), .submitted, address, open, request)
        case "withdraw":
            return try await after(
                try await office.withdraw(id, seen: seen, by: open.official), .withdrawn, address, open, request)
        case "tick":
            let index = Int(request.form["index"]) ?? -1
            return try await after(
                try await office.tickOff(index, of: id, seen: seen, by: open.official), .saved, address, open, request)
        default: return .notFound
        }
    }

    fileprivate func writeText(_ open: OpenDraftFile, _ request: Request) async throws -> Response {
        let text = request.form.byName["text"]?.last?.replacing("\r\n", with: "\n") ?? ""
        let seen = Int(request.form["seen"]) ?? 0
        var page = DraftTextPage(open: open)
        page.typed = text
        switch try await office.write(open.draft.id, text, what: "", seen: seen, by: open.official) {
        case .success: return .see(DesignerNotice.saved.at(DesignerPaths.text(open.draft.id)))
        case .failure(.unknown): return .notFound
        case .failure(let refusal):
            page.problems = [FieldProblem("", DesignerRefusal.words(refusal))]
            return .conflict(page.page(request))
        }
    }

    fileprivate func decide(_ open: OpenDraftFile, _ request: Request) async throws -> Response {
        let id = open.draft.id
        let seen = Int(request.form["seen"]) ?? 0
        var page = try await review(open)
        page.note = request.form["note"]
        let refusal: DesignerOffice.Refusal
        switch request.form["do"] {
        case "publish":
            switch try await office.publish(id, seen: seen, by: open.official) {
            case .success: return .see(DesignerNotice.published.at(DesignerPaths.draft(id)))
            case .failure(let found): refusal = found
            }
        case "return":
            guard !page.note.isEmpty else {
                page.problems = [
                    FieldProblem("note", Phrase(vi: "Hãy ghi điều cần sửa.", en: "Write what must be changed."))
                ]
                return .problems(page.page(request))
            }
            switch try await office.sendBack(id, note: page.note, seen: seen, by: open.official) {
            case .success: return .see(DesignerNotice.returned.at(DesignerPaths.draft(id)))
            case .failure(let found): refusal = found
            }
        default: return .notFound
        }
        if refusal == .unknown { return .notFound }
        page.problems = [FieldProblem("", DesignerRefusal.words(refusal))]
        return .conflict(page.page(request))
    }
}
