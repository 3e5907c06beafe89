package import Markup

/// Every component on one page, with texts as they occur.
package enum Gallery {
    package static func page() -> Markup { .empty }
}
