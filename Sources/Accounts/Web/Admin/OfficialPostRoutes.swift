import Directory
import Kernel
import Site
import Wording

/// One official, the name, and the posts: another one, its end, all of them ended.
enum OfficialPostRoutes {
    static func add(to routes: inout Routes, _ admin: OfficialAdmin) {
        routes.get(OfficialPaths.official, .may(.administer)) { request, visitor, id in
            try await admin.withOfficial(id, visitor) { file in
                .page(OfficialPage(file: file).page(admin.frame, request, visitor))
            }
        }
        routes.get(OfficialPaths.name, .may(.administer)) { _, visitor, id in
            try await admin.withOfficial(id, visitor) { file in
                guard file.isWhollyInReach else { return .notFound }
                return .page(OfficialNamePage(file: file).page(admin.frame, visitor))
            }
        }
        routes.post(OfficialPaths.name, .may(.administer)) { request, visitor, id in
            try await admin.withOfficial(id, visitor) { file in try await admin.rename(file, request, visitor) }
        }
        routes.get(OfficialPaths.posts, .may(.administer)) { _, visitor, id in
            try await admin.withOfficial(id, visitor) { file in
                .page(
                    NewPostPage(file: file, form: OfficialForm(from: admin.today)).page(admin.frame, visitor))
            }
        }
        routes.post(OfficialPaths.posts, .may(.administer)) { request, visitor, id in
            try await admin.withOfficial(id, visitor) { file in
                try await admin.appoint(file, OfficialForm(request.form), visitor)
            }
        }
        routes.get(OfficialPaths.postEnd, .may(.administer)) { _, visitor, id, post in
            try await admin.withOfficial(id, visitor) { file in
                guard let place = file.present.first(where: { $0.post.id == post }) else { return .notFound }
                return .page(EndPage(file: file, place: place).page(admin.frame, visitor))
            }
        }
        routes.post(OfficialPaths.postEnd, .may(.administer)) { request, visitor, id, post in
            try await admin.withOfficial(id, visitor) { file in
                guard let place = file.present.first(where: { $0.post.id == post }) else { return .notFound }
                return try await admin.endPosts(EndPage(file: file, place: place), request, visitor)
            }
        }
        routes.get(OfficialPaths.dismissal, .may(.administer)) { _, visitor, id in
            try await admin.withOfficial(id, visitor) { file in
                .page(EndPage(file: file, place: nil).page(admin.frame, visitor))
            }
        }
        routes.post(OfficialPaths.dismissal, .may(.administer)) { request, visitor, id in
            try await admin.withOfficial(id, visitor) { file in
                try await admin.endPosts(EndPage(file: file, place: nil), request, visitor)
            }
        }
    }
}

extension OfficialAdmin {
    fileprivate func rename(_ file: OfficialFile, _ request: Request, _ visitor: Visitor) async throws -> Response {
        let id = file.account.id
        var page = OfficialNamePage(file: file)
        page.name = request.form["name"]
        switch try await RenameOfficial(accounts)(
            id, to: page.name, seen: Int(request.form["version"]) ?? 0, by: visitor.actor)
        {
        case .success: return .see(AdminNotice.saved.at(OfficialPaths.official(id)))
        case .failure(.unknown), .failure(.outsideScope): return .notFound
        case .failure(.changed):
            page.isChanged = true
            return .conflict(page.page(frame, visitor))
        case .failure(.invalid(let problems)):
            page.problems = problems
            return .problems(page.page(frame, visitor))
        }
    }

    fileprivate func appoint(_ file: OfficialFile, _ form: OfficialForm, _ visitor: Visitor) async throws -> Response {
        var page = NewPostPage(file: file, form: form)
        switch form.post() {
        case .failure(let unread): page.problems = unread.problems
        case .success(let post):
            switch try await appoint(file.account.id, to: post.agency, post.draft, by: visitor.actor) {
            case .success: return .see(AdminNotice.appointed.at(OfficialPaths.official(file.account.id)))
            case .failure(.unknownAgency), .failure(.outsideScope):
                page.problems = [FieldProblem("agency", .outsideYourScope)]
            case .failure(.invalid(let problems)): page.problems = problems
            }
        }
        return .problems(page.page(frame, visitor))
    }

    fileprivate func endPosts(_ asked: EndPage, _ request: Request, _ visitor: Visitor) async throws -> Response {
        var page = asked
        page.from = request.form["until"]
        guard let day = Day(typed: page.from) else {
            page.problems = [FieldProblem("until", .dayNotUnderstood(page.from))]
            return .problems(page.page(frame, visitor))
        }
        let id = asked.file.account.id
        let refusal: EndPosts.Refusal
        if let place = asked.place {
            switch try await end(place.post.id, from: day, by: visitor.actor) {
            case .success: return .see(AdminNotice.ended.at(OfficialPaths.official(id)))
            case .failure(let why): refusal = why
            }
        } else {
            switch try await DismissOfficial(accounts)(id, from: day, by: visitor.actor) {
            case .success: return .see(AdminNotice.dismissed.at(OfficialPaths.official(id)))
            case .failure(let why): refusal = why
            }
        }
        switch refusal {
        case .unknown, .outsideScope: return .notFound
        case .lastAdministrator: page.problems = [FieldProblem("until", .lastAdministrator)]
        case .invalid(let problems): page.problems = problems
        }
        return .problems(page.page(frame, visitor))
    }
}
