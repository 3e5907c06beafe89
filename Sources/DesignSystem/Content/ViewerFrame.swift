package import Kernel
package import Markup

/// A frame of the desk in which a file is seen beside the page, empty until a `ViewerLink` fills it. Not shown on narrow
/// screens and not printed.
///
/// Accessibility: the frame has a name; what goes into it is also a plain link.
package struct ViewerFrame: Component {
    package let markup: Markup

    /// - Parameter name: by which links aim at it.
    package init(_ name: String, _ title: Phrase, help: Phrase) {
        markup = div(.class("viewer")) {
            p(help, .class("note"))
            Markup.element(
                "iframe", [.id(name), .name(name), .title(title), .named("referrerpolicy", "no-referrer")], [])
        }
    }
}

/// Opens a file in a `ViewerFrame` of the same page.
package struct ViewerLink: Component {
    package let markup: Markup

    package init(_ words: Phrase, of file: String, in frame: String, href: String) {
        markup = p(.class("viewer")) {
            a(.href(href), .named("target", frame)) {
                words
                span(.class("unseen")) { ": " + file }
            }
        }
    }
}
