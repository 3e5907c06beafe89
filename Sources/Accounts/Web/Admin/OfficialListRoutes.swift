import Directory
import Kernel
import Site
import Wording

/// The officials, a new one, and many from a table.
enum OfficialListRoutes {
    static func add(to routes: inout Routes, _ admin: OfficialAdmin) {
        routes.get(OfficialPaths.list, .may(.administer)) { request, visitor in
            .page(try await admin.list(request, visitor).page(admin.frame, request, visitor))
        }
        routes.get(OfficialPaths.new, .may(.administer)) { request, visitor in
            let form = OfficialForm(agency: request.query["co-quan"], role: request.query["vai-tro"], from: admin.today)
            return .page(
                NewOfficialPage(form: form, reach: try await admin.reach(visitor), today: admin.today)
                    .page(admin.frame, visitor))
        }
        routes.post(OfficialPaths.new, .may(.administer)) { request, visitor in
            try await admin.add(OfficialForm(request.form), visitor)
        }
        routes.post(OfficialPaths.invitationEnd, .may(.administer)) { _, visitor, id in
            try await admin.withdraw(id, visitor)
        }
        routes.get(OfficialPaths.imports, .may(.administer)) { _, visitor in
            .page(importPage.page(admin.frame, in: .officials, visitor))
        }
        routes.post(OfficialPaths.imports, .may(.administer), uploads: ImportPage.uploads) { request, visitor in
            var page = importPage
            guard let text = ImportPage.text(request.form) else {
                page.problems = ImportPage.missing
                return .problems(page.page(admin.frame, in: .officials, visitor))
            }
            let outcome = try await ImportOfficials(admin.accounts)(text, by: visitor.actor)
            page.report = outcome.report
            page.followUp = Invitations.list(outcome.invitations, sendsMail: admin.sendsMail) { admin.address(of: $0) }
            var response = Response.page(page.page(admin.frame, in: .officials, visitor))
            response.headers.append(("Cache-Control", "no-store"))
            return response
        }
        routes.get(OfficialPaths.importTemplate, .may(.administer)) { _, _ in
            ImportPage.template(importPage, file: "can-bo.csv")
        }
    }

    private static var importPage: ImportPage {
        ImportPage(
            Phrase(vi: "Nhập cán bộ", en: "Import officials"), path: OfficialPaths.imports(),
            template: OfficialPaths.importTemplate(),
            columns: [
                .init("họ tên", Phrase(vi: "Họ, chữ đệm, tên", en: "Full name")),
                .init(
                    "email",
                    Phrase(
                        vi: "Thư công vụ; liên kết đặt mật khẩu gửi về đây",
                        en: "Work e-mail; the link for the password goes there")),
                .init(
                    "cơ quan",
                    Phrase(
                        vi: "Mã định danh, hoặc tên của phòng, bộ phận không có mã",
                        en: "Code of the agency, or the name of a unit without one")),
                .init(
                    "vai trò",
                    Phrase(
                        vi: Role.allCases.map(\.phrase.vi).joined(separator: "; "),
                        en: Role.allCases.map(\.phrase.en).joined(separator: "; "))),
                .init("chức danh", Phrase(vi: "Như dưới chữ ký", en: "As under a signature"), required: false),
                .init("điện thoại", Phrase(vi: "Số điện thoại", en: "Telephone"), required: false),
            ])
    }
}

extension OfficialAdmin {
    fileprivate func list(_ request: Request, _ visitor: Visitor) async throws -> OfficialListPage {
        let reach = try await reach(visitor)
        let agency = Agency.ID(request.query["co-quan"]).flatMap { reach[$0] }
        let entries = try await OfficialList(accounts)(
            by: visitor.actor, search: request.query["q"], agency: agency?.id,
            after: Account.ID(request.query["sau"]), limit: OfficialListPage.size + 1)
        return OfficialListPage(
            entries: entries, invitations: try await AnswerInvitation(accounts).open(by: visitor.actor),
            search: request.query["q"], agency: agency, today: today)
    }

    fileprivate func withdraw(_ id: OfficeInvitation.ID, _ visitor: Visitor) async throws -> Response {
        switch try await AnswerInvitation(accounts).withdraw(id, by: visitor.actor) {
        case .success: .see(AdminNotice.invitationWithdrawn.at(OfficialPaths.list()))
        case .failure: .notFound
        }
    }

    fileprivate func add(_ form: OfficialForm, _ visitor: Visitor) async throws -> Response {
        var page = NewOfficialPage(form: form, reach: try await reach(visitor), today: today)
        switch form.draft() {
        case .failure(let unread):
            page.problems = unread.problems
            return .problems(page.page(frame, visitor))
        case .success(let draft):
            switch try await AddOfficial(accounts)(draft, by: visitor.actor) {
            case .failure(.outsideScope):
                page.problems = [FieldProblem("agency", .outsideYourScope)]
                return .problems(page.page(frame, visitor))
            case .failure(.invalid(let problems)):
                page.problems = problems
                return .problems(page.page(frame, visitor))
            case .success(let added):
                guard added.post != nil else { return .see(AdminNotice.invited.at(OfficialPaths.list())) }
                guard let secret = added.linkSecret else {
                    return .see(AdminNotice.appointedKnown.at(OfficialPaths.official(added.account)))
                }
                return try await withOfficial(added.account, visitor) { file in
                    // The link is shown on the answer itself: in an address it would stay in the browser's history.
                    .page(
                        LinkPage(file: file, address: address(of: secret), isNew: true, sendsMail: sendsMail)
                            .page(frame, visitor))
                }
            }
        }
    }
}
