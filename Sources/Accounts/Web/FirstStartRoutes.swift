import DesignSystem
import Directory
import Kernel
package import Markup
import Site
import Wording

/// Begins an empty installation: its first agency and administrator.
struct FirstStartPage {
    var code = ""
    var kind = AgencyKind.commune.rawValue
    var agencyName = ""
    var agencyCode = ""
    var territory = ""
    var name = ""
    var email = ""
    var problems: [FieldProblem] = []

    var page: Page {
        SmallPage(
            Phrase(vi: "Bắt đầu sử dụng", en: "Begin"),
            lead: Phrase(
                vi: "Hệ thống chưa có cơ quan và quản trị viên. Khai cơ quan đầu tiên và người quản trị đầu tiên.",
                en: "There is no agency and no administrator yet. Name the first agency and the first administrator.")
        ).page(problems: problems) {
            postForm(to: AccountPaths.firstStart(), guarded: true) {
                Field(
                    "start_code", Phrase(vi: "Mã khởi động", en: "Start code"), .text(code, width: .medium),
                    help: Phrase(
                        vi: "Được in ra khi chương trình khởi động lần đầu",
                        en: "Printed when the program starts for the first time"), problem: problems["start_code"])
                fieldGroup(Phrase(vi: "Cơ quan", en: "Agency")) {
                    Field(
                        "agency.kind", Phrase(vi: "Loại", en: "Kind"),
                        .choice(kind, AgencyKind.tops.map { Choice($0.rawValue, $0.phrase) }),
                        problem: problems["agency.kind"])
                    Field(
                        "agency.name", Phrase(vi: "Tên cơ quan", en: "Name of the agency"), .text(agencyName),
                        problem: problems["agency.name"])
                    Field(
                        "agency.code", Phrase(vi: "Mã định danh", en: "Code"), .text(agencyCode, width: .medium),
                        help: Phrase(
                            vi: "Theo QĐ 20/2020/QĐ-TTg, ví dụ H56.12.03",
                            en: "By Decision 20/2020, for example H56.12.03"),
                        problem: problems["agency.code"])
                    Field(
                        "agency.territory", Phrase(vi: "Địa bàn", en: "Territory"), .text(territory),
                        help: Phrase(
                            vi: "Tên hoặc mã xã, tỉnh. Để trống nếu danh mục địa danh chưa được nhập; bổ sung sau.",
                            en:
                                "Name or code of the commune or province. Leave empty while the list is not loaded; add it later."
                        ), optional: true, problem: problems["agency.territory"])
                }
                fieldGroup(Phrase(vi: "Quản trị viên", en: "Administrator")) {
                    Field(
                        "name", Phrase(vi: "Họ và tên", en: "Full name"), .text(name, autocomplete: "name"),
                        problem: problems["name"])
                    Field(
                        "email", Phrase(vi: "Thư điện tử", en: "E-mail"), .email(email), problem: problems["email"])
                }
                ButtonRow { Button(Phrase(vi: "Bắt đầu", en: "Begin")) }
            }
        }
    }
}

/// Leads from the pages of an empty installation to where it begins.
package struct FirstStartNotice: Component {
    package init() {}

    package var markup: Markup {
        Banner(
            .info,
            Phrase(vi: "Hệ thống mới cài, chưa có quản trị viên", en: "This site is new and has no administrator")
        ) {
            p {
                Phrase(
                    vi: "Người cài đặt bắt đầu tại đây, với mã khởi động mà chương trình in ra: ",
                    en: "Whoever installs it begins here, with the start code that the program prints: ")
                a(Phrase(vi: "Bắt đầu sử dụng", en: "Begin"), .href(AccountPaths.firstStart()))
            }
        }.markup
    }
}

/// The page with which an empty installation begins; it is gone once there is an administrator.
enum FirstStartRoutes {
    static func add(to routes: inout Routes, _ site: AccountSite) {
        routes.get(AccountPaths.firstStart, .anyone) { request in
            guard try await site.accounts.needsFirstAdministrator() else { return .notFound }
            return .page(FirstStartPage(code: request.query["ma"]).page)
        }
        routes.post(AccountPaths.firstStart, .anyone) { request in
            guard try await site.accounts.needsFirstAdministrator() else { return .notFound }
            if let wait = try await site.refuses(.link, request) { return .tooMany(wait) }
            return try await site.begin(request.form)
        }
    }
}

extension AccountSite {
    fileprivate func begin(_ form: FormValues) async throws -> Response {
        var page = FirstStartPage(
            code: form["start_code"], kind: form["agency.kind"], agencyName: form["agency.name"],
            agencyCode: form["agency.code"], territory: form["agency.territory"], name: form["name"],
            email: form["email"])
        let expected = CreateFirstAdministrator.startCode(secret: accounts.settings.secret)
        guard Secret.equal(page.code.lowercased(), expected) else {
            page.problems = [
                FieldProblem("start_code", Phrase(vi: "Mã khởi động không đúng.", en: "The start code is wrong."))
            ]
            return .problems(page.page)
        }
        if page.agencyCode.isEmpty { page.problems.append(FieldProblem("agency.code", .agencyCodeNotUnderstood)) }
        var territory = ""
        switch AgencyForm.territoryCode(page.territory, try await accounts.directory.territories()) {
        case .success(let code): territory = code
        case .failure(let unread): page.problems += unread.problems.map { .init("agency.\($0.field)", $0.message) }
        }
        guard page.problems.isEmpty else { return .problems(page.page) }
        let draft = AgencyDraft(
            kind: AgencyKind(rawValue: page.kind) ?? .commune, code: page.agencyCode, name: page.agencyName,
            territory: territory, from: accounts.clock.now.day)
        switch try await CreateFirstAdministrator(accounts)(name: page.name, email: page.email, agency: draft) {
        case .success(let created): return .see(String(created.link.dropFirst(accounts.settings.address.count)))
        case .failure(.alreadyThere): return .notFound
        case .failure(.invalid(let problems)):
            page.problems = problems
            return .problems(page.page)
        }
    }
}
