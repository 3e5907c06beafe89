package import Kernel
package import Markup

/// All problems of a form at the top of its page, each a link to its field; nothing when there are none. No line stands
/// there twice: the same problem is told once, and fields with the same message are told apart by their place.
///
/// Accessibility: an alert that takes the focus when the page opens, by attribute and again by script.
package struct ErrorSummary: Component {
    let problems: [FieldProblem]
    let title: Phrase?

    package init(_ problems: [FieldProblem], title: Phrase? = nil) {
        self.problems = problems
        self.title = title
    }

    private var lines: [(problem: FieldProblem, message: Phrase)] {
        var seen: Set<FieldProblem> = []
        let told = problems.filter { seen.insert($0).inserted }
        let count = Dictionary(told.map { ($0.message, 1) }, uniquingKeysWith: +)
        return told.map { problem in
            guard count[problem.message] ?? 0 > 1, let place = problem.place else { return (problem, problem.message) }
            return (
                problem,
                Phrase(vi: "\(place.vi): \(problem.message.vi)", en: "\(place.en): \(problem.message.en)")
            )
        }
    }

    package var markup: Markup {
        if problems.isEmpty { return .empty }
        return div(.class("problems"), .role("alert"), .tabindex(-1), .autofocus, .data("focus", "")) {
            h2(title ?? .problemsTitle)
            ul {
                for (problem, message) in lines {
                    li {
                        if problem.field.isEmpty {
                            message
                        } else {
                            a(message, .href("#" + Field.id(problem.field)))
                        }
                    }
                }
            }
        }
    }
}
