package import Kernel

// The elements of HTML that the project uses, each as a function: attributes first, then the content.

package func div(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("div", attributes, content())
}
package func div(_ text: Phrase, _ attributes: Attribute...) -> Markup { .element("div", attributes, [.phrase(text)]) }
package func div(_ text: String, _ attributes: Attribute...) -> Markup { .element("div", attributes, [.text(text)]) }

package func span(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("span", attributes, content())
}
package func span(_ text: Phrase, _ attributes: Attribute...) -> Markup {
    .element("span", attributes, [.phrase(text)])
}
package func span(_ text: String, _ attributes: Attribute...) -> Markup { .element("span", attributes, [.text(text)]) }

package func p(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("p", attributes, content())
}
package func p(_ text: Phrase, _ attributes: Attribute...) -> Markup { .element("p", attributes, [.phrase(text)]) }
package func p(_ text: String, _ attributes: Attribute...) -> Markup { .element("p", attributes, [.text(text)]) }

package func h1(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("h1", attributes, content())
}
package func h1(_ text: Phrase, _ attributes: Attribute...) -> Markup { .element("h1", attributes, [.phrase(text)]) }
package func h1(_ text: String, _ attributes: Attribute...) -> Markup { .element("h1", attributes, [.text(text)]) }

package func h2(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("h2", attributes, content())
}
package func h2(_ text: Phrase, _ attributes: Attribute...) -> Markup { .element("h2", attributes, [.phrase(text)]) }
package func h2(_ text: String, _ attributes: Attribute...) -> Markup { .element("h2", attributes, [.text(text)]) }

package func h3(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("h3", attributes, content())
}
package func h3(_ text: Phrase, _ attributes: Attribute...) -> Markup { .element("h3", attributes, [.phrase(text)]) }
package func h3(_ text: String, _ attributes: Attribute...) -> Markup { .element("h3", attributes, [.text(text)]) }

package func ul(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("ul", attributes, content())
}

package func ol(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("ol", attributes, content())
}

package func li(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("li", attributes, content())
}
package func li(_ text: Phrase, _ attributes: Attribute...) -> Markup { .element("li", attributes, [.phrase(text)]) }
package func li(_ text: String, _ attributes: Attribute...) -> Markup { .element("li", attributes, [.text(text)]) }

package func dl(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("dl", attributes, content())
}

package func dt(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("dt", attributes, content())
}
package func dt(_ text: Phrase, _ attributes: Attribute...) -> Markup { .element("dt", attributes, [.phrase(text)]) }
package func dt(_ text: String, _ attributes: Attribute...) -> Markup { .element("dt", attributes, [.text(text)]) }

package func dd(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("dd", attributes, content())
}
package func dd(_ text: Phrase, _ attributes: Attribute...) -> Markup { .element("dd", attributes, [.phrase(text)]) }
package func dd(_ text: String, _ attributes: Attribute...) -> Markup { .element("dd", attributes, [.text(text)]) }

package func a(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("a", attributes, content())
}
package func a(_ text: Phrase, _ attributes: Attribute...) -> Markup { .element("a", attributes, [.phrase(text)]) }
package func a(_ text: String, _ attributes: Attribute...) -> Markup { .element("a", attributes, [.text(text)]) }

package func strong(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("strong", attributes, content())
}
package func strong(_ text: Phrase, _ attributes: Attribute...) -> Markup {
    .element("strong", attributes, [.phrase(text)])
}
package func strong(_ text: String, _ attributes: Attribute...) -> Markup {
    .element("strong", attributes, [.text(text)])
}

package func small(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("small", attributes, content())
}
package func small(_ text: Phrase, _ attributes: Attribute...) -> Markup {
    .element("small", attributes, [.phrase(text)])
}
package func small(_ text: String, _ attributes: Attribute...) -> Markup {
    .element("small", attributes, [.text(text)])
}

package func nav(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("nav", attributes, content())
}

package func header(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("header", attributes, content())
}

package func footer(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("footer", attributes, content())
}

package func section(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("section", attributes, content())
}

package func article(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("article", attributes, content())
}

package func main(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("main", attributes, content())
}

package func table(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("table", attributes, content())
}

package func caption(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("caption", attributes, content())
}
package func caption(_ text: Phrase, _ attributes: Attribute...) -> Markup {
    .element("caption", attributes, [.phrase(text)])
}
package func caption(_ text: String, _ attributes: Attribute...) -> Markup {
    .element("caption", attributes, [.text(text)])
}

package func thead(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("thead", attributes, content())
}

package func tbody(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("tbody", attributes, content())
}

package func tr(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("tr", attributes, content())
}

package func th(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("th", attributes, content())
}
package func th(_ text: Phrase, _ attributes: Attribute...) -> Markup { .element("th", attributes, [.phrase(text)]) }
package func th(_ text: String, _ attributes: Attribute...) -> Markup { .element("th", attributes, [.text(text)]) }

package func td(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("td", attributes, content())
}
package func td(_ text: Phrase, _ attributes: Attribute...) -> Markup { .element("td", attributes, [.phrase(text)]) }
package func td(_ text: String, _ attributes: Attribute...) -> Markup { .element("td", attributes, [.text(text)]) }

package func details(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("details", attributes, content())
}

package func summary(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("summary", attributes, content())
}
package func summary(_ text: Phrase, _ attributes: Attribute...) -> Markup {
    .element("summary", attributes, [.phrase(text)])
}
package func summary(_ text: String, _ attributes: Attribute...) -> Markup {
    .element("summary", attributes, [.text(text)])
}

package func time(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("time", attributes, content())
}
package func time(_ text: Phrase, _ attributes: Attribute...) -> Markup {
    .element("time", attributes, [.phrase(text)])
}
package func time(_ text: String, _ attributes: Attribute...) -> Markup { .element("time", attributes, [.text(text)]) }

package func figure(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("figure", attributes, content())
}

package func figcaption(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("figcaption", attributes, content())
}
package func figcaption(_ text: Phrase, _ attributes: Attribute...) -> Markup {
    .element("figcaption", attributes, [.phrase(text)])
}
package func figcaption(_ text: String, _ attributes: Attribute...) -> Markup {
    .element("figcaption", attributes, [.text(text)])
}

package func code(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("code", attributes, content())
}
package func code(_ text: Phrase, _ attributes: Attribute...) -> Markup {
    .element("code", attributes, [.phrase(text)])
}
package func code(_ text: String, _ attributes: Attribute...) -> Markup { .element("code", attributes, [.text(text)]) }

package func mark(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("mark", attributes, content())
}
package func mark(_ text: Phrase, _ attributes: Attribute...) -> Markup {
    .element("mark", attributes, [.phrase(text)])
}
package func mark(_ text: String, _ attributes: Attribute...) -> Markup { .element("mark", attributes, [.text(text)]) }

package func html(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("html", attributes, content())
}

package func head(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("head", attributes, content())
}

package func body(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("body", attributes, content())
}

package func title(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("title", attributes, content())
}
package func title(_ text: Phrase, _ attributes: Attribute...) -> Markup {
    .element("title", attributes, [.phrase(text)])
}
package func title(_ text: String, _ attributes: Attribute...) -> Markup {
    .element("title", attributes, [.text(text)])
}

package func script(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("script", attributes, content())
}

package func svg(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("svg", attributes, content())
}

package func path(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("path", attributes, content())
}

package func rect(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("rect", attributes, content())
}

package func line(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("line", attributes, content())
}

package func kbd(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("kbd", attributes, content())
}
package func kbd(_ text: Phrase, _ attributes: Attribute...) -> Markup { .element("kbd", attributes, [.phrase(text)]) }
package func kbd(_ text: String, _ attributes: Attribute...) -> Markup { .element("kbd", attributes, [.text(text)]) }

package func address(_ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }) -> Markup {
    .element("address", attributes, content())
}

package func br(_ attributes: Attribute...) -> Markup { .void("br", attributes) }

package func img(_ attributes: Attribute...) -> Markup { .void("img", attributes) }

package func meta(_ attributes: Attribute...) -> Markup { .void("meta", attributes) }

package func link(_ attributes: Attribute...) -> Markup { .void("link", attributes) }

extension Markup {
    /// An element whose attributes were gathered in a list.
    package static func element(
        _ name: StaticString, _ attributes: [Attribute], @MarkupBuilder content: () -> [Markup]
    ) -> Markup { .element(name, attributes, content()) }
}
