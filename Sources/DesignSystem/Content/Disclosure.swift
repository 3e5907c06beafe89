package import Kernel
package import Markup

/// A piece that opens when asked; its anchor opens too when linked to. Printed open.
///
/// Accessibility: the platform's `details`, so it opens without scripts and is found by the browser's search.
package struct Disclosure: Component {
    package let markup: Markup

    /// - Parameter large: a section of a page with a heading, rather than an aside.
    package init(
        _ title: Phrase, id: String? = nil, open: Bool = false, large: Bool = false,
        @MarkupBuilder content: () -> [Markup]
    ) {
        var attributes: [Attribute] = [.class(large ? "fold fold-large" : "fold")]
        if let id { attributes.append(.id(id)) }
        if open { attributes.append(.open) }
        markup = .element("details", attributes) {
            summary { if large { h2(title) } else { span(title) } }
            div(.class("fold-body"), content: content)
        }
    }
}
