package import Kernel

/// One place to go, with its name; used in navigation, breadcrumbs, account menus and the foot of the page.
package struct NavigationItem: Sendable {
    package let title: Phrase
    package let href: String
    package let isCurrent: Bool
    /// How many things wait there; shown beside the name when it is known.
    package let count: Int?

    package init(_ title: Phrase, _ href: String, isCurrent: Bool = false, count: Int? = nil) {
        self.title = title
        self.href = href
        self.isCurrent = isCurrent
        self.count = count
    }
}

/// Who is signed in, as the strip shows them.
package struct ShellPerson: Sendable {
    package let name: String
    /// The post in which an official acts, below the name.
    package let post: String?
    package let links: [NavigationItem]
    /// Where signing out is posted to.
    package let signOutPath: String

    package init(name: String, post: String? = nil, links: [NavigationItem] = [], signOutPath: String) {
        self.name = name
        self.post = post
        self.links = links
        self.signOutPath = signOutPath
    }
}
