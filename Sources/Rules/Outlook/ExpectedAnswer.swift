/// What is known of an answer before it is given: which values it may have, and when it is asked.
package struct ExpectedAnswer: Sendable {
    /// The values that an answer may have.
    package enum Domain: Sendable {
        /// One of these.
        case values([FEELValue], FEELType)
        case numbers(from: Int?, to: Int?, isWhole: Bool)
        case days(from: FEELDate?, to: FEELDate?)
        /// Any text but the empty one, which no answer is.
        case texts
        /// A list of which only the number of items is known.
        case lists(from: Int, to: Int)
    }

    package let domain: Domain
    /// Whether it is answered wherever it is asked.
    package let isRequired: Bool
    /// When it is asked: the conditions of the question and of what stands around it.
    package let premises: [Premise]

    package init(_ domain: Domain, isRequired: Bool = false, premises: [Premise] = []) {
        self.domain = domain
        self.isRequired = isRequired
        self.premises = premises
    }

    /// Whether it may be null: not answered, or not asked.
    var mayBeAbsent: Bool { !isRequired || !premises.isEmpty }

    var type: FEELType {
        switch domain {
        case .values(_, let type): type
        case .numbers: .number
        case .days: .date
        case .texts: .string
        case .lists: .list(.any)
        }
    }

    var isFinite: Bool { if case .values = domain { true } else { false } }
}
