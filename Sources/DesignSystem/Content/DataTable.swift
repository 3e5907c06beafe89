package import Kernel
package import Markup

/// Rows under columns; on a phone each row becomes a card whose cells carry their column's name.
///
/// Accessibility: a caption (unseen when the heading above says the same), column and row headers; the roles are
/// written out because folding would take them away. `isWalkable` tables are walked with `j` and `k`: each row's first
/// link takes the focus, so Enter opens it.
package struct DataTable: Component {
    package struct Column: Sendable {
        package enum Kind: String, Sendable { case text, number, action }

        let title: Phrase
        let kind: Kind

        package init(_ title: Phrase, _ kind: Kind = .text) {
            self.title = title
            self.kind = kind
        }
    }

    package struct Row: Sendable {
        let cells: [Markup]
        let tone: Tone?

        /// - Parameter tone: a line at the row's left; the row also says it in a word.
        package init(tone: Tone? = nil, _ cells: [Markup]) {
            self.cells = cells
            self.tone = tone
        }

        /// Each statement is one cell, in the order of the columns.
        package init(tone: Tone? = nil, @MarkupBuilder cells: () -> [Markup]) { self.init(tone: tone, cells()) }
    }

    let caption: Phrase
    let showsCaption: Bool
    let columns: [Column]
    let rows: [Row]
    let isWalkable: Bool

    package init(
        _ caption: Phrase, showsCaption: Bool = false, columns: [Column], rows: [Row], isWalkable: Bool = false
    ) {
        self.caption = caption
        self.showsCaption = showsCaption
        self.columns = columns
        self.rows = rows
        self.isWalkable = isWalkable
    }

    package var markup: Markup {
        let walk: [Attribute] = isWalkable ? [.data("walk", "")] : []
        return .element("table", [.class("table"), .role("table")] + walk) {
            Markup.element("caption", showsCaption ? [] : [.class("unseen")], [.phrase(caption)])
            thead(.role("rowgroup")) {
                tr(.role("row")) {
                    for column in columns {
                        th(column.title, .role("columnheader"), .scope("col"), .class(column.kind.rawValue))
                    }
                }
            }
            tbody(.role("rowgroup")) { for row in rows { line(row) } }
        }
    }

    private func line(_ row: Row) -> Markup {
        let tone: [Attribute] = row.tone.map { [.class("row-" + $0.rawValue)] } ?? []
        return .element("tr", [.role("row")] + tone) {
            for (index, (column, cell)) in zip(columns, row.cells).enumerated() {
                if index == 0 {
                    th(.role("rowheader"), .scope("row"), .class(column.kind.rawValue)) { cell }
                } else {
                    td(.role("cell"), .class(column.kind.rawValue), .named("data-label", column.title)) { cell }
                }
            }
        }
    }
}

/// The first cell of a row in a list of dossiers: code in bold as the link, name below it.
package struct RowHead: Component {
    let code: String
    let name: Markup
    let href: String

    package init(_ code: String, href: String, @MarkupBuilder name: () -> [Markup] = { [] }) {
        self.code = code
        self.name = .many(name())
        self.href = href
    }

    package var markup: Markup {
        .many([
            a(code, .class("row-code"), .href(href)),
            span(.class("row-name")) { name },
        ])
    }
}
