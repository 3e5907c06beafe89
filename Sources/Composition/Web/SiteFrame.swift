import Accounts
import Casework
import Catalogue
import DesignSystem
import Directory
import Kernel
import Markup
import Site
import Wording

/// The frame around every page: name of the site, navigation by who is there, footer.
struct SiteFrame: Sendable {
    let settings: Settings

    func document(_ page: Page, _ request: Request) -> Markup {
        let shell = Shell(
            side(page), title: page.title, siteName: Phrase(same: settings.siteName),
            languagePath: languagePath(request), navigation: navigation(request),
            searchPath: searchPath(page, request), person: person(request),
            signInPath: request.visitor == nil ? HomePaths.signIn : nil,
            breadcrumbs: page.breadcrumbs.map { NavigationItem($0.0, $0.1) }, isTrial: settings.isSample,
            footer: footer
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

    /// The strip searches on every page of the portal but the first, which has the large field.
    private func searchPath(_ page: Page, _ request: Request) -> String? {
        page.side == .portal && request.path != HomePaths.home() ? HomePaths.search() : nil
    }

    private func languagePath(_ request: Request) -> String {
        let other: Language = request.language == .vi ? .en : .vi
        let back = request.method == .get ? request.address : "/"
        return SitePaths.language.with([("ve", back)], other)
    }

    private func navigation(_ request: Request) -> [NavigationItem] {
        func item(_ title: Phrase, _ path: String) -> NavigationItem {
            NavigationItem(title, path, isCurrent: request.path == path || request.path.hasPrefix(path + "/"))
        }
        var items: [NavigationItem] = []
        if let visitor = request.visitor, visitor.isOfficial {
            if visitor.may(.workCases) { items.append(item(.desk, HomePaths.desk)) }
            if visitor.may(.administer) { items.append(item(.administration, HomePaths.administration)) }
            items.append(item(.procedures, HomePaths.search()))
            return items
        }
        items.append(item(.procedures, HomePaths.search()))
        items.append(item(.follow, HomePaths.follow))
        if request.visitor != nil { items.append(item(.myDossiers, HomePaths.dossiers)) }
        return items
    }

    private func person(_ request: Request) -> ShellPerson? {
        request.visitor.map { visitor in
            ShellPerson(
                name: visitor.name, post: visitor.post?(request.language),
                links: [NavigationItem(.account, HomePaths.account)], signOutPath: HomePaths.signOut)
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
    static let account = Phrase(vi: "Tài khoản", en: "Account")
}
