package import Kernel

// The elements of HTML with which something is asked and answered.

package func form(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("form", attributes, content())
}

package func fieldset(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("fieldset", attributes, content())
}

package func legend(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("legend", attributes, content())
}
package func legend(_ text: Phrase, _ attributes: Attribute...) -> Markup {
    .element("legend", attributes, [.phrase(text)])
}
package func legend(_ text: String, _ attributes: Attribute...) -> Markup {
    .element("legend", attributes, [.text(text)])
}

package func label(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("label", attributes, content())
}
package func label(_ text: Phrase, _ attributes: Attribute...) -> Markup {
    .element("label", attributes, [.phrase(text)])
}
package func label(_ text: String, _ attributes: Attribute...) -> Markup {
    .element("label", attributes, [.text(text)])
}

package func button(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("button", attributes, content())
}
package func button(_ text: Phrase, _ attributes: Attribute...) -> Markup {
    .element("button", attributes, [.phrase(text)])
}
package func button(_ text: String, _ attributes: Attribute...) -> Markup {
    .element("button", attributes, [.text(text)])
}

package func select(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("select", attributes, content())
}

package func option(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("option", attributes, content())
}
package func option(_ text: Phrase, _ attributes: Attribute...) -> Markup {
    .element("option", attributes, [.phrase(text)])
}
package func option(_ text: String, _ attributes: Attribute...) -> Markup {
    .element("option", attributes, [.text(text)])
}

package func textarea(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("textarea", attributes, content())
}
package func textarea(_ text: Phrase, _ attributes: Attribute...) -> Markup {
    .element("textarea", attributes, [.phrase(text)])
}
package func textarea(_ text: String, _ attributes: Attribute...) -> Markup {
    .element("textarea", attributes, [.text(text)])
}

package func progress(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("progress", attributes, content())
}

package func input(_ attributes: Attribute...) -> Markup { .void("input", attributes) }
