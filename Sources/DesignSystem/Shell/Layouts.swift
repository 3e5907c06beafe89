package import Kernel
package import Markup

/// A column as narrow as a sheet of reading, for forms and one thing per page.
package struct Narrow: Component {
    package let markup: Markup
    package init(@MarkupBuilder content: () -> [Markup]) { markup = div(.class("narrow"), content: content) }
}

/// The main matter with a column beside it on wide screens; below each other on narrow ones, the main matter first.
package struct Split: Component {
    package let markup: Markup
    package init(@MarkupBuilder main: () -> [Markup], @MarkupBuilder side: () -> [Markup]) {
        markup = div(.class("split")) {
            div(.class("stack"), content: main)
            div(.class("stack"), content: side)
        }
    }
}

/// Cards of equal width beside each other as the screen allows.
package struct CardGrid: Component {
    package let markup: Markup
    package init(@MarkupBuilder content: () -> [Markup]) { markup = div(.class("grid"), content: content) }
}

/// A list with its filters: filters with their counts on the left, the rows in the middle; on narrow screens the
/// filters stand above, as chips. For the desk's inbox and the portal's search alike.
package struct DeskColumns: Component {
    package let markup: Markup
    package init(@MarkupBuilder side: () -> [Markup], @MarkupBuilder main: () -> [Markup]) {
        markup = div(.class("desk-columns")) {
            div(.class("desk-side"), content: side)
            div(.class("desk-main stack"), content: main)
        }
    }
}

/// A case on the desk: several panes side by side on a wide screen; on a narrow one below each other, with links to
/// each at the top.
///
/// Accessibility: every pane is a region named by its heading.
package struct CasePanes: Component {
    /// One pane with its heading and its anchor.
    package struct Pane: Sendable {
        let id: String
        let heading: Phrase
        let content: Markup

        package init(_ id: String, _ heading: Phrase, @MarkupBuilder content: () -> [Markup]) {
            self.id = id
            self.heading = heading
            self.content = .many(content())
        }
    }

    let panes: [Pane]

    package init(_ panes: [Pane]) { self.panes = panes }

    package var markup: Markup {
        .many([
            nav(.class("jump"), .aria("label", Phrase.skipOnPage)) {
                ul { for pane in panes { li { a(pane.heading, .href("#" + pane.id)) } } }
            },
            div(.class("panes panes-\(panes.count)")) {
                for pane in panes {
                    section(.class("pane"), .id(pane.id), .aria("labelledby", pane.id + "-h")) {
                        h2(pane.heading, .id(pane.id + "-h"))
                        pane.content
                    }
                }
            },
        ])
    }
}
