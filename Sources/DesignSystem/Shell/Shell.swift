package import Kernel
package import Markup
import Wording

/// The frame of every page: document head, identity strip, navigation, the page's own content, foot.
///
/// Accessibility: the first stop of the keyboard is a link to `#main`; landmarks are banner, navigation, main and
/// contentinfo, each once; the page brings its one `h1` (`PageTitle`). The menu of a narrow screen is a `details`
/// element, so it opens without scripts.
package struct Shell: Sendable {
    /// Which side of the counter a page stands on.
    package enum Side: String, Sendable {
        /// Applicants: airy, targets of 44 px.
        case portal
        /// Officials: dense, targets of 32 px, walked with the keyboard.
        case desk
        /// One small task without navigation: sign in, confirm, a fault.
        case plain
        /// An official paper (`Sheet`), which prints alone.
        case paper
    }

    package var side: Side
    package var title: Phrase
    package var siteName: Phrase
    package var agencyName: Phrase?
    package var main: Markup
    package var homePath: String
    /// Where the same page is found in the other language.
    package var languagePath: String?
    package var navigation: [NavigationItem]
    /// Where the small search field of the strip asks (`?q=`); none when nil.
    package var searchPath: String?
    /// Where suggestions while typing come from (see the script); none when nil.
    package var suggestPath: String?
    package var person: ShellPerson?
    package var signInPath: String?
    /// The pages above this one, the home page first; the page itself is not named.
    package var breadcrumbs: [NavigationItem]
    package var banners: [Banner]
    /// True when the installation holds sample data: every page says so.
    package var isTrial: Bool
    /// True when the form of the page comes back with problems: the title in the tab says so first.
    package var hasProblems: Bool
    package var footer: [NavigationItem]
    package var footerNote: Phrase?

    package init(
        _ side: Side, title: Phrase, siteName: Phrase, agencyName: Phrase? = nil, homePath: String = "/",
        languagePath: String? = nil, navigation: [NavigationItem] = [], searchPath: String? = nil,
        suggestPath: String? = nil, person: ShellPerson? = nil, signInPath: String? = nil,
        breadcrumbs: [NavigationItem] = [], banners: [Banner] = [], isTrial: Bool = false, hasProblems: Bool = false,
        footer: [NavigationItem] = [], footerNote: Phrase? = nil, @MarkupBuilder main: () -> [Markup]
    ) {
        self.side = side
        self.title = title
        self.siteName = siteName
        self.agencyName = agencyName
        self.homePath = homePath
        self.languagePath = languagePath
        self.navigation = navigation
        self.searchPath = searchPath
        self.suggestPath = suggestPath
        self.person = person
        self.signInPath = signInPath
        self.breadcrumbs = breadcrumbs
        self.banners = banners
        self.isTrial = isTrial
        self.hasProblems = hasProblems
        self.footer = footer
        self.footerNote = footerNote
        self.main = .many(main())
    }

    /// The page as a document; written with `Markup.document(_:)`, which adds the doctype and chooses the language.
    package func document() -> Markup {
        html(.named("lang", Phrase.languageCode)) {
            documentHead
            body(.class(side.rawValue)) {
                a(.skipToContent, .class("skip"), .href("#main"))
                strip
                if side == .portal || side == .desk { crumbs }
                Markup.element("main", [.id("main"), .class("page"), .tabindex(-1)]) {
                    banners
                    main
                }
                foot
            }
        }
    }

    private var documentHead: Markup {
        head {
            Markup.void("meta", [.named("charset", "utf-8")])
            Markup.element("title", []) {
                if hasProblems {
                    Phrase.problemPrefix
                    " "
                }
                title
                " – "
                siteName
            }
            meta(.name("viewport"), .named("content", "width=device-width,initial-scale=1"))
            meta(.name("theme-color"), .named("content", Tokens.lacquer.hex))
            meta(.name("format-detection"), .named("content", "telephone=no"))
            link(.named("rel", "stylesheet"), .href(Stylesheet.path))
            link(.named("rel", "icon"), .href(Assets.iconPath), .type("image/svg+xml"))
            link(.named("rel", "apple-touch-icon"), .href(Assets.touchIconPath))
            link(.named("rel", "manifest"), .href(Assets.manifestPath))
            script(.src(Script.path), .flag("defer"))
        }
    }

    @MarkupBuilder private var crumbs: [Markup] {
        if !breadcrumbs.isEmpty {
            nav(.class("crumbs"), .aria("label", Phrase.youAreHere)) {
                ol {
                    for crumb in breadcrumbs { li { a(crumb.title, .href(crumb.href)) } }
                }
            }
        }
    }
}
