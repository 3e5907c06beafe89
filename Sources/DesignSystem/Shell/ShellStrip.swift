import Kernel
import Markup
import Wording

extension Shell {
    /// The identity strip in lacquer with its line of gold, and the navigation under it.
    var strip: Markup {
        header(.class("strip")) {
            if isTrial { p(.trialNotice, .class("trial")) }
            div(.class("lacquer")) { bar }
            if !navigation.isEmpty { wideNavigation }
        }
    }

    private var bar: Markup {
        div(.class("strip-bar")) {
            a(.class("brand"), .href(homePath)) {
                Mark.inline
                span(.class("brand-words")) {
                    span(siteName, .class("brand-name"))
                    if let agencyName { span(agencyName, .class("brand-agency")) }
                }
            }
            if let searchPath { SearchField(to: searchPath, small: true, suggest: suggestPath) }
            div(.class(hasMenu ? "strip-end wide" : "strip-end")) {
                languageLink("strip-link")
                wideAccount
            }
            if hasMenu { narrowMenu }
        }
    }

    private var hasMenu: Bool { !navigation.isEmpty || person != nil || signInPath != nil }

    @MarkupBuilder private func languageLink(_ classes: String? = nil) -> [Markup] {
        if let languagePath {
            Markup.element(
                "a",
                [
                    .href(languagePath), .named("lang", Phrase.otherLanguageCode),
                    .named("hreflang", Phrase.otherLanguageCode),
                ] + (classes.map { [.class($0)] } ?? [])
            ) { Phrase.otherLanguage }
        }
    }

    @MarkupBuilder private var wideAccount: [Markup] {
        if let person {
            details(.class("account"), .data("pop", "")) {
                summary(.class("strip-link")) {
                    Icon.person
                    span(person.name, .class("account-name"))
                }
                div(.class("account-list")) { accountList(person) }
            }
        } else if let signInPath {
            a(.signIn, .class("strip-link"), .href(signInPath))
        }
    }

    @MarkupBuilder private func accountList(_ person: ShellPerson) -> [Markup] {
        if let post = person.post { p(post, .class("account-post")) }
        ul {
            for item in person.links { li { a(item.title, .href(item.href)) } }
            li {
                form(.method("post"), .action(person.signOutPath)) {
                    Markup.formToken
                    button(.signOut, .class("as-link"))
                }
            }
        }
    }

    /// The menu of narrow screens: everything in one list below the strip, opened without scripts.
    private var narrowMenu: Markup {
        details(.class("menu")) {
            summary(.menu, .class("strip-link"))
            nav(.class("menu-list"), .aria("label", Phrase.menu)) {
                ul {
                    for item in navigation { li { navigationLink(item) } }
                    if languagePath != nil { li { languageLink() } }
                }
                if let person {
                    p(person.name, .class("menu-person"))
                    accountList(person)
                } else if let signInPath {
                    ul { li { a(.signIn, .href(signInPath)) } }
                }
            }
        }
    }

    private var wideNavigation: Markup {
        nav(.class("nav wide"), .aria("label", Phrase.mainNavigation)) {
            ul { for item in navigation { li { navigationLink(item) } } }
        }
    }

    private func navigationLink(_ item: NavigationItem) -> Markup {
        Markup.element("a", [.href(item.href)] + (item.isCurrent ? [.aria("current", "page")] : [])) {
            item.title
            if let count = item.count {
                " "
                span(Int64(count).groupedByThousands, .class("count"))
            }
        }
    }

    var foot: Markup {
        Markup.element("footer", [.class("foot")]) {
            if side == .desk { KeyHelp() }
            if !footer.isEmpty {
                nav(.aria("label", Phrase.footerNavigation)) {
                    ul { for item in footer { li { a(item.title, .href(item.href)) } } }
                }
            }
            p {
                agencyName ?? siteName
                if let footerNote {
                    br()
                    footerNote
                }
            }
        }
    }
}
