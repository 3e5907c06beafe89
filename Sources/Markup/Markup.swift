package import Kernel

/// A piece of an HTML page as a value. Text is escaped when it is written; phrases become one language only then, so a
/// page is built once and written in either.
package indirect enum Markup: Sendable {
    case element(StaticString, [Attribute], [Markup])
    /// An element without content or end tag (`input`, `br`).
    case void(StaticString, [Attribute])
    case text(String)
    case phrase(Phrase)
    /// HTML that the program itself made, written as it is.
    case trusted(String)
    case many([Markup])
    /// The hidden field that every form with effects carries; its value is known when the page is written.
    case formToken

    package static let empty = Markup.many([])

    /// A list built with the statements of Swift.
    package init(@MarkupBuilder _ content: () -> [Markup]) { self = .many(content()) }
}

/// One attribute of an element. There is none for styles or scripts: the content security policy forbids both.
package struct Attribute: Sendable {
    enum Value: Sendable {
        case flag
        case text(String)
        case phrase(Phrase)
    }
    let name: String
    let value: Value

    private init(_ name: String, _ value: Value) {
        self.name = name
        self.value = value
    }

    /// An attribute by its name. For those without a function of their own below.
    package static func named(_ name: StaticString, _ value: String) -> Attribute {
        Attribute(name.description, .text(value))
    }
    package static func named(_ name: StaticString, _ value: Phrase) -> Attribute {
        Attribute(name.description, .phrase(value))
    }
    package static func flag(_ name: StaticString) -> Attribute { Attribute(name.description, .flag) }

    package static func `class`(_ names: String) -> Attribute { Attribute("class", .text(names)) }
    package static func id(_ id: String) -> Attribute { Attribute("id", .text(id)) }
    package static func href(_ address: String) -> Attribute { Attribute("href", .text(address)) }
    package static func src(_ address: String) -> Attribute { Attribute("src", .text(address)) }
    package static func type(_ type: String) -> Attribute { Attribute("type", .text(type)) }
    package static func name(_ name: String) -> Attribute { Attribute("name", .text(name)) }
    package static func value(_ value: String) -> Attribute { Attribute("value", .text(value)) }
    package static func `for`(_ id: String) -> Attribute { Attribute("for", .text(id)) }
    package static func method(_ method: String) -> Attribute { Attribute("method", .text(method)) }
    package static func action(_ address: String) -> Attribute { Attribute("action", .text(address)) }
    package static func lang(_ language: String) -> Attribute { Attribute("lang", .text(language)) }
    package static func role(_ role: String) -> Attribute { Attribute("role", .text(role)) }
    package static func title(_ text: Phrase) -> Attribute { Attribute("title", .phrase(text)) }
    package static func autocomplete(_ hint: String) -> Attribute { Attribute("autocomplete", .text(hint)) }
    package static func inputmode(_ mode: String) -> Attribute { Attribute("inputmode", .text(mode)) }
    package static func scope(_ scope: String) -> Attribute { Attribute("scope", .text(scope)) }
    package static func tabindex(_ index: Int) -> Attribute { Attribute("tabindex", .text(String(index))) }
    package static func aria(_ name: String, _ value: String) -> Attribute { Attribute("aria-" + name, .text(value)) }
    package static func aria(_ name: String, _ value: Phrase) -> Attribute { Attribute("aria-" + name, .phrase(value)) }
    package static func data(_ name: String, _ value: String) -> Attribute { Attribute("data-" + name, .text(value)) }
    package static let required = Attribute("required", .flag)
    package static let checked = Attribute("checked", .flag)
    package static let selected = Attribute("selected", .flag)
    package static let disabled = Attribute("disabled", .flag)
    package static let multiple = Attribute("multiple", .flag)
    package static let readonly = Attribute("readonly", .flag)
    package static let hidden = Attribute("hidden", .flag)
    package static let open = Attribute("open", .flag)
    package static let autofocus = Attribute("autofocus", .flag)
}
