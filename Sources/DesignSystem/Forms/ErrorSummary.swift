package import Kernel
package import Markup

/// All problems of a form at the top of its page, each a link to its field; nothing when there are none.
///
/// Accessibility: an alert that takes the focus when the page opens, by attribute and again by script.
package struct ErrorSummary: Component {
    let problems: [FieldProblem]
    let title: Phrase?

    package init(_ problems: [FieldProblem], title: Phrase? = nil) {
        self.problems = problems
        self.title = title
    }

    package var markup: Markup {
        if problems.isEmpty { return .empty }
        return div(.class("problems"), .role("alert"), .tabindex(-1), .autofocus, .data("focus", "")) {
            h2(title ?? .problemsTitle)
            ul {
                for problem in problems {
                    li {
                        if problem.field.isEmpty {
                            problem.message
                        } else {
                            a(problem.message, .href("#" + Field.id(problem.field)))
                        }
                    }
                }
            }
        }
    }
}
