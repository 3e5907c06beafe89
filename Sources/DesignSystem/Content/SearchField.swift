package import Kernel
package import Markup
import Wording

/// The question field of a search; the answer page is at `path?q=`.
///
/// With the script, `data-suggest` asks `suggest?q=` while one types and lists what it answers: JSON
/// `[{"title": …, "href": …, "note": …}]`. Accessibility: then a combobox with a listbox (ARIA 1.2), else a plain
/// field with its button.
package struct SearchField: Component {
    let path: String
    let value: String
    let words: Phrase
    let help: Phrase?
    let small: Bool
    let suggest: String?
    let name: String
    let hidden: [(name: String, value: String)]
    let posts: Bool

    /// - Parameters:
    ///   - small: for the strip or above a list; the large one is for the home page.
    ///   - posts: sends what was typed in the form's body, where it must not stand in an address: names and numbers of people.
    ///   - keeping: what else stays in the address, such as filters.
    package init(
        to path: String, value: String = "", label: Phrase? = nil, help: Phrase? = nil, small: Bool = false,
        suggest: String? = nil, name: String = "q", posts: Bool = false,
        keeping hidden: [(name: String, value: String)] = []
    ) {
        self.path = path
        self.value = value
        self.words = label ?? .search
        self.help = help
        self.small = small
        self.suggest = suggest
        self.name = name
        self.hidden = hidden
        self.posts = posts
    }

    package var markup: Markup {
        let id = small ? "search-small" : "search"
        var field: [Attribute] = [
            .type("search"), .name(name), .id(id), .class("search-in"), .autocomplete("off"),
            .named("enterkeyhint", "search"), .named("spellcheck", "false"),
        ]
        if !value.isEmpty { field.append(.value(value)) }
        if let suggest { field.append(.data("suggest", suggest)) }
        if help != nil { field.append(.aria("describedby", id + "-help")) }
        if small { field.append(.named("placeholder", words)) }
        return .element(
            "form",
            [
                .class(small ? "search search-small" : "search"), .role("search"), .method(posts ? "post" : "get"),
                .action(path),
            ]
        ) {
            if posts { Markup.formToken }
            label(words, .for(id), .class(small ? "unseen" : "label"))
            if let help { p(help, .class("help"), .id(id + "-help")) }
            for item in hidden { hiddenField(item.name, item.value) }
            div(.class("search-row")) {
                Markup.void("input", field)
                button(.class("search-go")) {
                    Icon.search
                    span(.search, .class(small ? "unseen" : "search-word"))
                }
            }
        }
    }
}
