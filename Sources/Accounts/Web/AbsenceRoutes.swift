import DesignSystem
import Directory
import Kernel
import Markup
import Site
import Storage
import Wording

/// Delegating one's own post while one is away.
struct AbsencePage {
    let post: HeldPost
    let colleagues: [(account: Account.ID, name: String, post: Phrase)]
    let open: [(delegation: Delegation, name: String)]
    var account = ""
    var from = ""
    var until = ""
    var reason = ""
    var problems: [FieldProblem] = []

    var page: Page {
        let title = Phrase(vi: "Vắng mặt, ủy quyền", en: "Absence and delegation")
        return Page(
            title, side: .desk, breadcrumbs: [(Phrase(vi: "Tài khoản", en: "Account"), AccountPaths.account())]
        ) {
            Narrow {
                ErrorSummary(problems)
                PageTitle(title, caption: post.phrase)
                for entry in open { line(entry.delegation, entry.name) }
                postForm(to: AccountPaths.absence(post.post.id), guarded: true) {
                    Field(
                        "account", Phrase(vi: "Ủy quyền cho", en: "Delegate to"),
                        .select(account, colleagues.map { choice($0.account, $0.name, $0.post) }),
                        problem: problems["account"])
                    Field(
                        "from", Phrase(vi: "Từ ngày", en: "From"), .date(from), problem: problems["from"])
                    Field(
                        "until", Phrase(vi: "Đến hết ngày", en: "Through"), .date(until),
                        problem: problems["until"])
                    Field(
                        "reason", Phrase(vi: "Lý do", en: "Reason"), .text(reason), problem: problems["reason"])
                    ButtonRow {
                        Button(
                            Phrase(vi: "Ủy quyền", en: "Delegate"),
                            effect: Phrase(
                                vi:
                                    "Trong thời gian này, người được ủy quyền làm việc ở vị trí của bạn, dưới tên của họ.",
                                en: "During this time the delegate acts in your post, under their own name."))
                    }
                }
            }
        }
    }

    private func choice(_ account: Account.ID, _ name: String, _ post: Phrase) -> Choice {
        Choice(account.description, Phrase(vi: "\(name) (\(post.vi))", en: "\(name) (\(post.en))"))
    }

    private func line(_ delegation: Delegation, _ name: String) -> Banner {
        let last = delegation.until.adding(seconds: -1).day.phrase
        let first = delegation.from.day.phrase
        return Banner(
            .info,
            Phrase(
                vi: "Đang ủy quyền cho \(name), từ \(first.vi) đến hết \(last.vi)",
                en: "Delegated to \(name), from \(first.en) to \(last.en)")
        ) {
            postForm(to: AccountPaths.absenceEnd(delegation.id)) {
                Button(Phrase(vi: "Thu hồi ủy quyền", en: "Take it back"), .plain)
            }
        }
    }
}

/// Delegating one's own post and taking it back.
enum AbsenceRoutes {
    static func add(to routes: inout Routes, _ site: AccountSite) {
        routes.get(AccountPaths.absence, .signedIn) { _, visitor, id in
            guard var page = try await site.absence(id, visitor) else { return .notFound }
            page.from = site.accounts.clock.now.day.phrase.vi
            return .page(page.page)
        }
        routes.post(AccountPaths.absence, .signedIn) { request, visitor, id in
            guard let page = try await site.absence(id, visitor) else { return .notFound }
            return try await site.delegate(page, request, visitor)
        }
        routes.post(AccountPaths.absenceEnd, .signedIn) { _, visitor, id in
            let revoke = DelegatePost(database: site.accounts.database, clock: site.accounts.clock)
            _ = try await revoke.revoke(id, by: visitor.actor)
            guard let post = visitor.actor.postID else { return .see(AccountPaths.account()) }
            return .see(AccountPaths.absence(post))
        }
    }
}

extension AccountSite {
    /// The page about one's own post; nil for anybody else's.
    fileprivate func absence(_ id: Post.ID, _ visitor: Visitor) async throws -> AbsencePage? {
        let now = accounts.clock.now
        guard let account = visitor.actor.accountID, visitor.actor.postID == id else { return nil }
        return try await accounts.database.read { tx -> AbsencePage? in
            let held = try Directory.posts(of: account, at: now, in: tx)
            guard let own = held.first(where: { $0.post.id == id && $0.delegation == nil }) else { return nil }
            let others = try Directory.colleagues(of: id, at: now, in: tx).filter { $0.account != account }
            let open = try Directory.openDelegations(of: id, at: now, in: tx)
            let names = try Accounts.names(of: others.map(\.account) + open.map(\.account), in: tx)
            var seen: Set<Account.ID> = []
            return AbsencePage(
                post: own,
                colleagues: others.filter { seen.insert($0.account).inserted }.compactMap { other in
                    names[other.account].map {
                        (other.account, $0, Phrase(vi: other.post.title, en: other.post.role.phrase.en))
                    }
                },
                open: open.compactMap { delegation in names[delegation.account].map { (delegation, $0) } })
        }
    }

    fileprivate func delegate(_ page: AbsencePage, _ request: Request, _ visitor: Visitor) async throws -> Response {
        var page = page
        page.account = request.form["account"]
        page.from = request.form["from"]
        page.until = request.form["until"]
        page.reason = request.form["reason"]
        let (from, until) = (Day(typed: page.from), Day(typed: page.until))
        if from == nil { page.problems.append(FieldProblem("from", .dayNotUnderstood(page.from))) }
        if until == nil { page.problems.append(FieldProblem("until", .dayNotUnderstood(page.until))) }
        let account = Account.ID(page.account)
        if account == nil {
            page.problems.append(
                FieldProblem("account", Phrase(vi: "Chọn người được ủy quyền.", en: "Choose the delegate.")))
        }
        guard page.problems.isEmpty, let from, let until, let account else { return .problems(page.page) }
        let now = accounts.clock.now
        let result = try await DelegatePost(database: accounts.database, clock: accounts.clock)(
            page.post.post.id, to: account, from: from == now.day ? now : Instant(from, minute: 0),
            until: Instant(until.adding(days: 1), minute: 0), reason: page.reason, by: visitor.actor)
        switch result {
        case .success: return .see(AccountPaths.absence(page.post.post.id))
        case .failure(.unknown), .failure(.outsideScope): return .notFound
        case .failure(.invalid(let problems)):
            page.problems = problems
            return .problems(page.page)
        }
    }
}
