package import Kernel
package import Markup

/// Plain tiles that lead somewhere, such as the life events of the home page.
package struct Tiles: Component {
    package struct Tile: Sendable {
        let icon: Icon?
        let title: Phrase
        let note: Phrase?
        let href: String

        package init(_ title: Phrase, _ href: String, note: Phrase? = nil, icon: Icon? = nil) {
            self.icon = icon
            self.title = title
            self.note = note
            self.href = href
        }
    }

    let tiles: [Tile]

    package init(_ tiles: [Tile]) { self.tiles = tiles }

    package var markup: Markup {
        ul(.class("tiles")) {
            for tile in tiles {
                li {
                    a(.href(tile.href)) {
                        tile.icon
                        span(tile.title, .class("tile-title"))
                        if let note = tile.note { span(note, .class("note")) }
                    }
                }
            }
        }
    }
}

/// A list of places to go with a word about each: search results, what people do most.
package struct LinkList: Component {
    package struct Entry: Sendable {
        let title: Markup
        let href: String
        let note: Markup?

        package init(_ title: Phrase, _ href: String, note: Phrase? = nil) {
            self.title = .phrase(title)
            self.href = href
            self.note = note.map { .phrase($0) }
        }

        /// - Parameter title: for catalogue texts (`vietnamese`) and marked search hits.
        package init(_ href: String, note: Markup? = nil, @MarkupBuilder title: () -> [Markup]) {
            self.title = .many(title())
            self.href = href
            self.note = note
        }
    }

    let entries: [Entry]
    let columns: Int

    /// - Parameter columns: 2 for short entries, side by side on wide screens.
    package init(_ entries: [Entry], columns: Int = 1) {
        self.entries = entries
        self.columns = columns
    }

    package var markup: Markup {
        ul(.class(columns == 1 ? "links" : "links links-2")) {
            for entry in entries {
                li {
                    a(.href(entry.href)) { entry.title }
                    if let note = entry.note { div(.class("note")) { note } }
                }
            }
        }
    }
}
