import Kernel

/// Tells what conditions can give before anybody has answered: whether one never holds, always holds, or neither.
///
/// Decided are, joined by `and`, `or`, `not` and `if`: comparisons of one answer with constants (`=`, `!=`, `<` and its
/// kind, `between`, `in` with values, lists and ranges) for numbers, dates, texts (equality only) and the number of items
/// of a list; a yes or no by itself; and everything that reads only choices and answers of yes or no, with any built-in
/// function but `now` and `today`. All else may give anything, so what is told is true whatever it gives.
///
/// The values of an answer are divided into parts in which no comparison tells one from another; one value of each part
/// is tried with the code that runs the rule itself, so that both follow the same three-valued logic.
package struct Outlook {
    /// What a condition can give.
    package struct View: Hashable, Sendable {
        /// For all answers that are possible; nothing when the conditions around it exclude each other.
        package var outcomes: Outcomes = []
        /// Whether each of these is really met; otherwise some of them may not occur.
        package var isExact: Bool
    }

    private let expected: [String: ExpectedAnswer]
    /// How many combinations are tried before the answer is left open.
    private static let most = 20_000

    package init(_ expected: [String: ExpectedAnswer]) { self.expected = expected }

    /// What a condition can give where the others hold.
    package func view(of condition: Premise, given: [Premise] = []) -> View {
        var reading = OutlookReading(expected)
        let wanted = reading.shape(condition)
        var around = given.map { reading.shape($0) }
        around += reading.implications()
        let open = View(outcomes: .all, isExact: false)
        guard let parts = reading.parts() else { return open }
        var search = OutlookSearch(wanted, around, reading.atoms, parts, most: Self.most)
        search.run()
        if search.isExhausted { return open }
        var view = search.view
        view.isExact = wanted.isDecided && around.allSatisfy(\.isDecided)
        return view
    }
}
