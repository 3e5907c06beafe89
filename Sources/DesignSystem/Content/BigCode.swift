package import Kernel
package import Markup

/// A code to be written down or read aloud, in large figures; the script adds a button that copies it.
package struct BigCode: Component {
    let words: Phrase
    let value: String

    package init(_ label: Phrase, _ value: String) {
        self.words = label
        self.value = value
    }

    package var markup: Markup {
        div(.class("big-code")) {
            p(words, .class("big-code-label"))
            p(
                value, .class("big-code-value"), .named("data-copy", Phrase.copy),
                .named("data-copied", Phrase.copied))
        }
    }
}

/// Holds the drawing of a QR code on white, with what it says below.
///
/// Accessibility: an image named by its caption.
package struct QRFigure: Component {
    let drawing: Markup
    let caption: Phrase

    /// - Parameter drawing: an `svg` of squares, or an `img`.
    package init(_ drawing: Markup, caption: Phrase) {
        self.drawing = drawing
        self.caption = caption
    }

    package var markup: Markup {
        figure(.class("qr")) {
            div(.class("qr-code"), .role("img"), .aria("label", caption)) { drawing }
            figcaption(caption)
        }
    }
}
