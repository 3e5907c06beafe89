import Kernel
import Markup

/// The keys of the desk, in the foot of its pages; `?` shows them over the page.
///
/// Accessibility: single keys can be turned off for the browser (WCAG 2.2, 2.1.4); without scripts there are none.
struct KeyHelp: Component {
    private static let keys: [(String, Phrase)] = [
        ("j", .keyNext), ("k", .keyPrevious), ("Enter", .keyOpen), ("/", .keySearch), ("?", .keyHelp),
    ]

    var markup: Markup {
        details(
            .class("keys"), .id("keys"), .named("data-close", Phrase.close), .named("data-off", Phrase.keysOff),
            .named("data-on", Phrase.keysOn)
        ) {
            summary(.keys)
            dl {
                for (key, meaning) in Self.keys {
                    div {
                        dt { kbd(key) }
                        dd(meaning)
                    }
                }
            }
        }
    }
}
