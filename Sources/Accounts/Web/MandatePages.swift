import DesignSystem
import Directory
import Kernel
import Markup
import Site
import Wording

/// For whom somebody files besides themself.
struct MandatesPage {
    let mandates: [Mandate]

    var page: Page {
        let title = Phrase(vi: "Nộp thay", en: "Filing for others")
        return Page(title, breadcrumbs: [(Phrase(vi: "Tài khoản", en: "Account"), AccountPaths.account())]) {
            PageTitle(
                title,
                lead: Phrase(
                    vi:
                        "Khai tổ chức hoặc người bạn nộp hồ sơ thay, để chọn nhanh khi nộp. Giấy tờ chứng minh được kiểm tra cùng hồ sơ.",
                    en:
                        "Name the firms and people you file for, to choose them quickly. The papers that prove it are checked with each dossier."
                ))
            if mandates.isEmpty {
                EmptyState(
                    Phrase(vi: "Bạn chưa nộp thay cho ai", en: "You file for nobody else yet")
                ) {
                    p(
                        Phrase(
                            vi: "Con, người ủy quyền cho bạn, hoặc doanh nghiệp của bạn sẽ hiện ở đây.",
                            en: "Your children, those who authorised you, or your firm will stand here."))
                }
            } else {
                DataTable(
                    title,
                    columns: [
                        .init(Phrase(vi: "Tên", en: "Name")), .init(Phrase(vi: "Mã số", en: "Number")),
                        .init(Phrase(vi: "Tư cách", en: "As")), .init(Phrase(vi: "Thôi", en: "End"), .action),
                    ],
                    rows: mandates.map { mandate in
                        DataTable.Row {
                            vietnamese(mandate.name)
                            span(mandate.organisation?.taxCode.text ?? mandate.citizenNumber?.digits ?? "–")
                            span(mandate.kind.phrase)
                            postForm(to: AccountPaths.mandateEnd(mandate.id)) {
                                Button(Phrase(vi: "Thôi nộp thay", en: "Stop"), .plain)
                            }
                        }
                    })
            }
            ButtonRow {
                ButtonLink(
                    Phrase(vi: "Thêm tổ chức", en: "Add a firm"), AccountPaths.newMandate.with([("cho", "to-chuc")]))
                ButtonLink(
                    Phrase(vi: "Thêm người", en: "Add a person"), AccountPaths.newMandate.with([("cho", "nguoi")]),
                    .secondary)
            }
        }
    }
}

/// The form of a mandate, for an organisation or for a person.
struct NewMandatePage {
    var draft: AddMandate.Draft
    var kind: String
    var problems: [FieldProblem] = []

    var page: Page {
        SmallPage(
            draft.isOrganisation
                ? Phrase(vi: "Thêm tổ chức", en: "Add a firm") : Phrase(vi: "Thêm người", en: "Add a person"),
            side: .portal
        ).page(problems: problems) {
            postForm(to: AccountPaths.newMandate(), guarded: true) {
                hiddenField("cho", draft.isOrganisation ? "to-chuc" : "nguoi")
                Field(
                    "kind", Phrase(vi: "Bạn là", en: "You are"), .choice(kind, choices), problem: problems["kind"])
                if draft.isOrganisation {
                    Field(
                        "tax_code", Phrase(vi: "Mã số thuế", en: "Tax code"), .text(draft.taxCode, width: .medium),
                        help: Phrase(
                            vi: "10 chữ số, cũng là mã số doanh nghiệp; chi nhánh thêm gạch ngang và 3 chữ số",
                            en: "10 digits, also the enterprise number; a branch adds a dash and 3 digits"),
                        problem: problems["tax_code"])
                    Field(
                        "name", Phrase(vi: "Tên tổ chức", en: "Name of the firm"),
                        .text(draft.name, autocomplete: "organization"), problem: problems["name"])
                } else {
                    Field(
                        "name", Phrase(vi: "Họ và tên", en: "Full name"), .text(draft.name), problem: problems["name"])
                    Field(
                        "born_on", Phrase(vi: "Ngày sinh", en: "Date of birth"), .date(draft.bornOn),
                        help: Phrase(vi: "Cần cho con hoặc người được giám hộ", en: "Needed for a child or ward"),
                        optional: true, problem: problems["born_on"])
                    Field(
                        "citizen_number", Phrase(vi: "Số định danh cá nhân", en: "Citizen number"),
                        .digits(draft.citizenNumber), optional: true, problem: problems["citizen_number"])
                }
                ButtonRow {
                    Button(.add)
                    ButtonLink(.cancel, AccountPaths.mandates(), .plain)
                }
            }
        }
    }

    private var choices: [Choice] {
        Mandate.Kind.allCases
            .filter { draft.isOrganisation ? $0 != .parent : $0 != .legalRepresentative }
            .map { Choice($0.rawValue, $0.phrase) }
    }
}

/// Looking at mandates, declaring and ending them.
enum MandateRoutes {
    static func add(to routes: inout Routes, _ site: AccountSite) {
        routes.get(AccountPaths.mandates, .person) { _, visitor in
            try await site.withAccount(visitor) { account in
                .page(MandatesPage(mandates: try await site.accounts.mandates(of: account.id)).page)
            }
        }
        routes.get(AccountPaths.newMandate, .person) { request, _ in
            let isOrganisation = request.query["cho"] == "to-chuc"
            return .page(
                NewMandatePage(
                    draft: .init(kind: .authorised, isOrganisation: isOrganisation, name: ""),
                    kind: isOrganisation ? Mandate.Kind.legalRepresentative.rawValue : ""
                ).page)
        }
        routes.post(AccountPaths.newMandate, .person) { request, visitor in
            try await site.withAccount(visitor) { try await site.addMandate($0, request.form, visitor) }
        }
        routes.post(AccountPaths.mandateEnd, .person) { _, visitor, id in
            try await site.withAccount(visitor) { account in
                _ = try await AddMandate(site.accounts).end(id, of: account.id, by: visitor.actor)
                return .see(AccountPaths.mandates())
            }
        }
    }
}

extension AccountSite {
    fileprivate func addMandate(_ account: Account, _ form: FormValues, _ visitor: Visitor) async throws -> Response {
        let kind = Mandate.Kind(rawValue: form["kind"])
        var page = NewMandatePage(
            draft: .init(
                kind: kind ?? .authorised, isOrganisation: form["cho"] == "to-chuc", name: form["name"],
                taxCode: form["tax_code"], citizenNumber: form["citizen_number"], bornOn: form["born_on"]),
            kind: form["kind"])
        guard kind != nil else {
            page.problems = [
                FieldProblem("kind", Phrase(vi: "Chọn tư cách của bạn.", en: "Choose in what capacity you act."))
            ]
            return .problems(page.page)
        }
        switch try await AddMandate(accounts)(page.draft, for: account.id, by: visitor.actor) {
        case .success: return .see(AccountPaths.mandates())
        case .failure(.unknown): return .notFound
        case .failure(.invalid(let problems)):
            page.problems = problems
            return .problems(page.page)
        }
    }
}
