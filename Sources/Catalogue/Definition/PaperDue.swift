/// A paper that belongs to a case.
package struct PaperDue: Sendable, Equatable {
    package let rule: PaperRule
    package let required: Bool
}
