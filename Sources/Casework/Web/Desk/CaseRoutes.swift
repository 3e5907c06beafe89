import Blobs
import DesignSystem
import Directory
import Kernel
import Markup
import Site

/// The page of a case, its files, and what the desk finds about them.
enum CaseRoutes {
    static func add(to routes: inout Routes, _ site: DeskSite) {
        routes.get(DeskPaths.dossier, .may(.workCases)) { request, visitor, id in
            try await site.withCase(id, of: visitor, admitsAsked: true) { opened in
                var page = CasePage(opened: opened)
                page.done = Int(request.query["xong"])
                return .page(try await site.dressed(page, request))
            }
        }
        routes.get(DeskPaths.file, .may(.workCases)) { request, visitor, id, paper in
            try await site.withCase(id, of: visitor, admitsAsked: true) { opened in
                // What the applicant has not sent yet is seen only at the counter, where it is taken.
                let unsent = opened.official.role == "one_stop" ? opened.file.unsentPapers : []
                guard let file = (opened.file.papers + unsent).first(where: { $0.id == paper }),
                    site.blobs.has(file.sha256)
                else { return .notFound }
                let path = site.blobs.path(file.sha256)
                return request.query.contains(CaseViewer.asked) && FileKind.isViewable(mediaType: file.mediaType)
                    ? .shown(path: path, filename: file.filename, type: file.mediaType)
                    : .attachment(path: path, filename: file.filename, type: file.mediaType)
            }
        }
        routes.post(DeskPaths.paperCheck, .may(.workCases)) { request, visitor, id, paper in
            try await site.asOfficial(visitor) { official in
                guard let verdict = PaperVerdict(rawValue: request.form[CasePapers.verdict]) else {
                    return .see(DeskPaths.dossier(id))
                }
                let name = CasePapers.note(paper)
                let note = request.form[name]
                let kept = verdict == .accepted ? "" : note
                var typed = TypedAct()
                typed.paperNotes[name] = note
                let checked = try await CheckPaper(site.office)(
                    id, paper: paper, verdict, note: kept, seen: Int(request.form[CaseActs.seen]) ?? 0, by: official)
                switch checked {
                case .success(let dossier):
                    let anchor = try await site.office.rule(of: paper, in: id).map { "#" + Field.id("paper.\($0)") }
                    return .see(site.after(dossier) + (anchor ?? ""))
                case .failure(.problems(let problems)):
                    let own = problems.map { FieldProblem($0.field == "note" ? name : $0.field, $0.message) }
                    return try await site.again(id, official, request, typed, .problems(own))
                case .failure(let refusal): return try await site.again(id, official, request, typed, refusal)
                }
            }
        }
        routes.post(DeskPaths.result, .may(.workCases), uploads: DeskSite.uploads) { request, visitor, id in
            try await site.asOfficial(visitor) { official in
                guard let file = request.form.files("result").first else {
                    let words = Phrase(vi: "Hãy chọn tệp kết quả", en: "Choose the result file")
                    return try await site.again(
                        id, official, request, TypedAct(), .problems([FieldProblem("result", words)]))
                }
                let seen = Int(request.form[CaseActs.seen]) ?? 0
                let attach = AttachResult(site.office, attach: site.attach)
                switch try await attach(id, AttachPaper.Arrived(file), seen: seen, by: official) {
                case .success(let dossier): return .see(site.after(dossier))
                case .failure(let refusal): return try await site.again(id, official, request, TypedAct(), refusal)
                }
            }
        }
    }
}

extension DeskSite {
    /// Where the desk goes on after an act: the case with what was recorded, or the inbox when it may not be seen.
    func after(_ dossier: Dossier) -> String {
        DeskPaths.dossier.with([("xong", String(dossier.version))], dossier.id)
    }

    /// The page of a case with what other features show on it.
    func dressed(_ page: CasePage, _ request: Request) async throws -> Page {
        var page = page
        // Whoever is only asked about the case has nothing to do with its money.
        for panel in panels where page.opened.standing != .asked {
            if let markup = try await panel.panel(
                for: page.opened.file, official: page.opened.official, request: request)
            {
                page.panels.append(markup)
            }
        }
        return page.page
    }

    /// The case once more after something was not carried out, with what had been typed: 409 when somebody else came
    /// first or the case has moved on, 422 when something must be corrected or settled before.
    func again(
        _ id: Dossier.ID, _ official: DeskOfficial, _ request: Request, _ typed: TypedAct, _ refusal: CaseRefusal
    ) async throws -> Response {
        guard refusal != .unknown, let opened = try await opened(id, by: official) else { return .notFound }
        var page = CasePage(opened: opened, typed: typed)
        if case .problems(let problems) = refusal {
            page.problems = problems
            return .problems(try await dressed(page, request))
        }
        page.refusal = refusal
        switch refusal {
        case .blocked, .noDeadline, .supplementsUsedUp, .feeUnknown: return .problems(try await dressed(page, request))
        default: return .conflict(try await dressed(page, request))
        }
    }
}
