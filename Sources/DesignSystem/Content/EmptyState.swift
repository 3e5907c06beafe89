package import Kernel
package import Markup

/// What stands where a list has nothing: what will appear here, and what to do.
package struct EmptyState: Component {
    let title: Phrase
    let content: Markup

    package init(_ title: Phrase, @MarkupBuilder content: () -> [Markup] = { [] }) {
        self.title = title
        self.content = .many(content())
    }

    package var markup: Markup {
        div(.class("empty")) {
            Mark.outline
            p(title, .class("empty-title"))
            content
        }
    }
}
