package import Kernel
package import Markup

/// A sheet of paper on the ground, with a heading when it needs one.
package struct Card: Component {
    package let markup: Markup

    /// - Parameter accented: with the line of gold; at most one on a page.
    package init(
        _ heading: Phrase? = nil, id: String? = nil, accented: Bool = false, @MarkupBuilder content: () -> [Markup]
    ) {
        var attributes: [Attribute] = [.class(accented ? "card accented" : "card")]
        if let id { attributes.append(.id(id)) }
        markup = .element("section", attributes) {
            if let heading { h2(heading) }
            content()
        }
    }
}

/// Text set apart by a line, for a condition or a quotation of the law.
package struct Inset: Component {
    package let markup: Markup
    package init(@MarkupBuilder content: () -> [Markup]) { markup = div(.class("inset"), content: content) }
}

/// Running text, lists and headings with the spacing of reading.
package struct Prose: Component {
    package let markup: Markup
    package init(@MarkupBuilder content: () -> [Markup]) { markup = div(.class("prose"), content: content) }
}

/// Text that is in Vietnamese on every page (catalogue, names of papers), so that it is read aloud rightly.
package func vietnamese(_ text: String) -> Markup { span(text, .lang("vi")) }
