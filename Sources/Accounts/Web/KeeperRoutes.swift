import DesignSystem
import Directory
import Kernel
import Markup
import Site
import Storage
import Wording

/// The form that hands the keeping of an official's account to another agency: for the official, and for an
/// administrator above both.
struct KeeperForm {
    let keeper: Agency?
    let choices: [Agency]
    let action: String
    let back: String
    var problems: [FieldProblem] = []

    static let title = Phrase(vi: "Chuyển nơi quản lý tài khoản", en: "Hand the account to another agency")
    static let field = "agency"
    static let missing = [
        FieldProblem(field, Phrase(vi: "Chọn cơ quan sẽ quản lý tài khoản.", en: "Choose who keeps the account."))
    ]

    @MarkupBuilder var content: [Markup] {
        p {
            Phrase(vi: "Hiện do ", en: "Now kept by ")
            keeper.map { AgencyName($0).markup } ?? Markup { "–" }
            Phrase(
                vi: " quản lý. Nơi quản lý cấp lại liên kết đặt mật khẩu và mã xác thực khi cán bộ cần.",
                en: ". Whoever keeps an account gives the official a new link for the password and new codes.")
        }
        if choices.isEmpty {
            p(
                Phrase(
                    vi: "Không có vị trí nào ở cơ quan khác, nên không có nơi nào để chuyển đến.",
                    en: "There is no post in another agency, so there is nowhere to hand it to."))
            ButtonRow { ButtonLink(.back, back, .plain) }
        } else {
            choice
        }
    }

    private var choice: Markup {
        postForm(to: action) {
            Field(
                Self.field, Phrase(vi: "Cơ quan sẽ quản lý", en: "Agency that will keep it"),
                .choice(choices.count == 1 ? choices[0].id.description : nil, choices.map(Self.choice)),
                problem: problems[Self.field])
            ButtonRow {
                Button(Phrase(vi: "Chuyển", en: "Hand over"))
                ButtonLink(.cancel, back, .plain)
            }
        }
    }

    private static func choice(_ agency: Agency) -> Choice { Choice(agency.id.description, agency.phrase) }

    /// The agency that was chosen, if it is one of the choices.
    func chosen(_ form: FormValues) -> Agency.ID? {
        Agency.ID(form[Self.field]).flatMap { id in choices.first { $0.id == id }?.id }
    }
}

/// An official hands the keeping of their own account to the agency they work in now.
enum KeeperRoutes {
    static func add(to routes: inout Routes, _ site: AccountSite) {
        routes.get(AccountPaths.keeper, .signedIn) { _, visitor in
            try await site.withKeeper(visitor) { _, form in .page(page(form)) }
        }
        routes.post(AccountPaths.keeper, .signedIn) { request, visitor in
            try await site.withKeeper(visitor) { account, form in
                var form = form
                guard let agency = form.chosen(request.form) else {
                    form.problems = KeeperForm.missing
                    return .problems(page(form))
                }
                switch try await HandOverAccount(site.accounts)(account.id, to: agency, by: visitor.actor) {
                case .success: return .see(ProfileRoutes.Done.handedOver.path)
                case .failure: return .notFound
                }
            }
        }
    }

    private static func page(_ form: KeeperForm) -> Page {
        SmallPage(KeeperForm.title, side: .desk).page(problems: form.problems) { form.content }
    }
}

extension AccountSite {
    /// Gives `body` the form, when there is another agency that may keep the visitor's account.
    fileprivate func withKeeper(
        _ visitor: Visitor, _ body: (Account, KeeperForm) async throws -> Response
    ) async throws -> Response {
        guard visitor.isOfficial else { return .notFound }
        let day = accounts.clock.now.day
        return try await withAccount(visitor) { account in
            let (keeper, choices) = try await accounts.database.read { tx in
                (
                    try HandOverAccount.keeper(of: account, on: day, in: tx),
                    try HandOverAccount.choices(for: account, on: day, in: tx)
                )
            }
            guard keeper != nil else { return .notFound }
            return try await body(
                account,
                KeeperForm(
                    keeper: keeper, choices: choices, action: AccountPaths.keeper(), back: AccountPaths.account()))
        }
    }
}
