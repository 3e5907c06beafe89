package import Markup

/// A component: a value that knows how it is written as HTML, so that a page is a list of values.
///
/// Components stand among elements in every markup closure; where a `Markup` is asked for, take `.markup`.
package protocol Component: Sendable {
    var markup: Markup { get }
}

extension MarkupBuilder {
    package static func buildExpression(_ component: some Component) -> [Markup] { [component.markup] }
    package static func buildExpression(_ component: (some Component)?) -> [Markup] {
        component.map { [$0.markup] } ?? []
    }
    package static func buildExpression(_ components: [some Component]) -> [Markup] { components.map(\.markup) }
}
