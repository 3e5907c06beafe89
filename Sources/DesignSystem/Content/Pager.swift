package import Kernel
package import Markup

/// Back and forth through a list that is paged by key; nothing when there is one page.
package struct Pager: Component {
    let previous: String?
    let next: String?
    let note: Phrase?

    /// - Parameter note: what is shown, "50 hồ sơ, cũ nhất trước".
    package init(previous: String?, next: String?, note: Phrase? = nil) {
        self.previous = previous
        self.next = next
        self.note = note
    }

    package var markup: Markup {
        if previous == nil, next == nil, note == nil { return .empty }
        return nav(.class("pager"), .aria("label", Phrase.pages)) {
            if let previous {
                a(.class("pager-link"), .href(previous), .named("rel", "prev")) {
                    Icon.left
                    Phrase.previousPage
                }
            }
            if let note { span(note, .class("pager-note")) }
            if let next {
                a(.class("pager-link pager-next"), .href(next), .named("rel", "next")) {
                    Phrase.nextPage
                    Icon.right
                }
            }
        }
    }
}
