import Accounts
import Casework
import Catalogue
import DesignSystem
import Designer
import Directory
import Kernel
import Markup
import Notices
import Payments
import Site
import Wording

/// The frame around every page: name of the site, navigation by who is there, footer.
struct SiteFrame: Sendable {
    let settings: Settings
    let notices: NoticeBox

    func document(_ page: Page, _ request: Request) async throws -> Markup {
        let unread = try await unread(page, request)
        let shell = Shell(
            side(page), title: page.title, siteName: Phrase(same: settings.siteName),
            languagePath: languagePath(request), navigation: navigation(request, unread),
            searchPath: searchPath(page, request), person: person(request),
            signInPath: request.visitor == nil ? HomePaths.signIn : nil,
            breadcrumbs: page.breadcrumbs.map { NavigationItem($0.0, $0.1) }, isTrial: settings.isSample,
            hasProblems: page.hasProblems, footer: footer
        ) { page.main }
        return shell.document()
    }

    private func side(_ page: Page) -> Shell.Side {
        switch page.side {
        case .portal: .portal
        case .desk: .desk
        case .plain: .plain
        case .paper: .paper
        }
    }

    /// The strip searches on every page of the portal but the first and the search itself, which have the large field.
    private func searchPath(_ page: Page, _ request: Request) -> String? {
        let own = [HomePaths.home(), HomePaths.search()]
        return page.side == .portal && !own.contains(request.path) ? HomePaths.search() : nil
    }

    private func languagePath(_ request: Request) -> String {
        let other: Language = request.language == .vi ? .en : .vi
        let back = request.method == .get ? request.address : "/"
        return SitePaths.language.with([("ve", back)], other)
    }

    /// How many notices wait for the person who is signed in; nil for everybody else, and on papers.
    private func unread(_ page: Page, _ request: Request) async throws -> Int? {
        guard let visitor = request.visitor, !visitor.isOfficial, page.side != .paper else { return nil }
        return try await notices.unread(of: visitor.account)
    }

    private func navigation(_ request: Request, _ unread: Int?) -> [NavigationItem] {
        func item(_ title: Phrase, _ path: String, count: Int? = nil) -> NavigationItem {
            NavigationItem(
                title, path, isCurrent: request.path == path || request.path.hasPrefix(path + "/"), count: count)
        }
        var items: [NavigationItem] = []
        if let visitor = request.visitor, visitor.isOfficial {
            if visitor.may(.workCases) {
                let takings = PaymentPaths.takings()
                let isTakings = request.path == takings || request.path.hasPrefix(takings + "/")
                items.append(
                    NavigationItem(
                        .desk, HomePaths.desk,
                        isCurrent: !isTakings
                            && (request.path == HomePaths.desk || request.path.hasPrefix(HomePaths.desk + "/"))))
                if visitor.may(.seeTakings) { items.append(item(.takings, takings)) }
            }
            if visitor.may(.verifyIdentity) { items.append(item(.accountsAtCounter, AccountPaths.counterReset())) }
            if visitor.may(.administer) { items.append(item(.administration, HomePaths.administration)) }
            if visitor.may(.designServices) || visitor.may(.reviewServices) {
                items.append(item(.designer, DesignerPaths.list()))
            }
            items.append(item(.procedures, HomePaths.search()))
            return items
        }
        items.append(item(.procedures, HomePaths.search()))
        items.append(item(.follow, HomePaths.follow))
        if request.visitor != nil {
            items.append(item(.myDossiers, HomePaths.dossiers))
            items.append(item(.notices, NoticePaths.list(), count: unread.flatMap { $0 > 0 ? $0 : nil }))
        }
        return items
    }

    private func person(_ request: Request) -> ShellPerson? {
        request.visitor.map { visitor in
            ShellPerson(
                name: visitor.name, post: visitor.post?(request.language),
                links: [NavigationItem(.account, HomePaths.account)]
                    + (visitor.isOfficial ? [NavigationItem(.changePost, AccountPaths.posts())] : []),
                signOutPath: HomePaths.signOut)
        }
    }

    private var footer: [NavigationItem] {
        [NavigationItem(.procedures, HomePaths.search()), NavigationItem(.follow, HomePaths.follow)]
    }
}

extension Phrase {
    static let desk = Phrase(vi: "Bàn làm việc", en: "Desk")
    static let administration = Phrase(vi: "Quản trị", en: "Administration")
    static let procedures = Phrase(vi: "Thủ tục", en: "Procedures")
    static let follow = Phrase(vi: "Tra cứu hồ sơ", en: "Follow a dossier")
    static let myDossiers = Phrase(vi: "Hồ sơ của tôi", en: "My dossiers")
    static let notices = Phrase(vi: "Thông báo", en: "Notices")
    static let takings = Phrase(vi: "Thu phí", en: "Takings")
    static let accountsAtCounter = Phrase(vi: "Cấp lại tài khoản", en: "Account recovery")
    static let changePost = Phrase(vi: "Đổi vị trí công tác", en: "Change the post")
    static let account = Phrase(vi: "Tài khoản", en: "Account")
}
