import DesignSystem
import Kernel
import Markup
import Site

/// Following a dossier without signing in, by code and secret.
enum LookupRoutes {
    /// Tries that one address may make, and tries at one code, within a time.
    private static let triesPerMinute = 10
    private static let triesPerCodeAndHour = 30

    static func add(to routes: inout Routes, _ site: ApplicantSite) {
        routes.get(ApplicantPaths.lookup, .anyone) { request in
            .page(LookupPage(code: request.query["ma"], secret: request.query["khoa"]).page)
        }
        routes.post(ApplicantPaths.lookup, .anyone) { request in
            let code = request.form["ma"]
            let secret = request.form["khoa"]
            let folded = String(code.uppercased().filter { !$0.isWhitespace }.prefix(60))
            var wait = try await site.limiter.refuses(
                "lookup:\(request.clientNetwork)", limit: triesPerMinute, seconds: 60)
            if wait == nil {
                wait = try await site.limiter.refuses(
                    "lookup-code:\(folded)", limit: triesPerCodeAndHour, seconds: 3_600)
            }
            if let wait {
                let page = LookupPage(code: code, secret: secret, problems: [FieldProblem("ma", wait.phrase)])
                return .tooMany(wait, page.page)
            }
            guard let id = try await FollowByCode(site.office)(code: code, secret: secret) else {
                return .problems(LookupPage(code: code, secret: "", problems: [LookupPage.notFound]).page)
            }
            return .see(ApplicantPaths.dossier(id))
                .setting(site.proof.adding(id, to: request.cookies[CookieJar.holder]))
        }
    }
}

/// The two things that stand on the receipt.
struct LookupPage {
    let code: String
    let secret: String
    var problems: [FieldProblem] = []

    /// Unknown and wrong look the same.
    static let notFound = FieldProblem(
        "ma",
        Phrase(
            vi: "Không có hồ sơ nào với mã hồ sơ và mã tra cứu này. Hãy xem lại trên giấy tiếp nhận.",
            en: "No dossier has this code and secret. Look at the receipt again."))

    var page: Page {
        let title = Phrase(vi: "Tra cứu hồ sơ", en: "Follow a dossier")
        return Page(title) {
            Narrow {
                ErrorSummary(problems)
                PageTitle(
                    title,
                    lead: Phrase(
                        vi: "Cả hai mã đều in trên giấy tiếp nhận hồ sơ. Không cần tài khoản.",
                        en: "Both stand on the receipt of the dossier. No account is needed."))
                postForm(to: ApplicantPaths.lookup()) {
                    Field(
                        "ma", ApplicantWording.code, .text(code, width: .medium),
                        help: Phrase(same: "H56.12-260101-0001"), problem: problems["ma"])
                    Field(
                        "khoa", ApplicantWording.secret, .text(secret, width: .medium),
                        help: Phrase(
                            vi: "10 chữ và số, không phân biệt chữ hoa", en: "10 letters and digits, in any case"))
                    ButtonRow { Button(Phrase(vi: "Xem hồ sơ", en: "Show the dossier")) }
                }
                p {
                    Phrase(vi: "Đã nộp bằng tài khoản? ", en: "Filed with an account? ")
                    a(Phrase(vi: "Mở hồ sơ của tôi", en: "Open my dossiers"), .href(ApplicantPaths.mine()))
                }
            }
        }
    }
}
