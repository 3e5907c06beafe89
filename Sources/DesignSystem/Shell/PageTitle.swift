package import Kernel
package import Markup

/// The page's one `h1`, with a caption above it (what it belongs to) and a leading sentence below it.
package struct PageTitle: Component {
    let title: Phrase
    let caption: Phrase?
    let lead: Phrase?
    let isLarge: Bool

    /// - Parameter isLarge: for the home page.
    package init(_ title: Phrase, caption: Phrase? = nil, lead: Phrase? = nil, isLarge: Bool = false) {
        self.title = title
        self.caption = caption
        self.lead = lead
        self.isLarge = isLarge
    }

    package var markup: Markup {
        div(.class(isLarge ? "title title-large" : "title")) {
            if let caption { p(caption, .class("caption")) }
            h1(title)
            if let lead { p(lead, .class("lead")) }
        }
    }
}
