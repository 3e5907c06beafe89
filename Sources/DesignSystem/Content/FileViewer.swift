package import Kernel
package import Markup

/// A file seen on the page itself, folded until it is wanted; nothing is loaded before. Not shown on narrow screens and
/// not printed.
///
/// Accessibility: the frame is named by the file, which is also a plain link elsewhere on the page.
package struct FileViewer: Component {
    package let markup: Markup

    package init(_ words: Phrase, of file: String, source: String) {
        let title = Phrase(vi: "\(words.vi): \(file)", en: "\(words.en): \(file)")
        markup = div(.class("viewer")) {
            Disclosure(words) {
                Markup.element(
                    "iframe",
                    [.src(source), .title(title), .named("loading", "lazy"), .named("referrerpolicy", "no-referrer")],
                    [])
            }
        }
    }
}
