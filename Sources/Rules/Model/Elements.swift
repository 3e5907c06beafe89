/// What is known from outside when a decision is made: an answer of the applicant, a fact of a register (DMN 1.5, 6.3.11).
package struct InputData: Hashable, Sendable {
    package var marking: Marking
    package var name: String
    package var variable: InformationItem?

    package init(_ name: String, variable: InformationItem? = nil, marking: Marking = Marking()) {
        self.name = name
        self.variable = variable
        self.marking = marking
    }
}

/// A question that the model answers by its logic from what it requires (DMN 1.5, 6.3.7).
package struct Decision: Hashable, Sendable {
    package var marking: Marking
    package var name: String
    package var question: String?
    package var allowedAnswers: String?
    package var variable: InformationItem?
    /// Inputs and decisions, then knowledge, then authorities; so they are written.
    package var requirements: [Requirement] = []
    package var logic: BoxedExpression?

    package init(_ name: String, logic: BoxedExpression? = nil, marking: Marking = Marking()) {
        self.name = name
        self.logic = logic
        self.marking = marking
    }
}

/// Logic with parameters that several decisions use (DMN 1.5, 6.3.9).
package struct BusinessKnowledgeModel: Hashable, Sendable {
    package var marking: Marking
    package var name: String
    package var variable: InformationItem?
    package var requirements: [Requirement] = []
    package var logic: BoxedFunction?

    package init(_ name: String, logic: BoxedFunction? = nil, marking: Marking = Marking()) {
        self.name = name
        self.logic = logic
        self.marking = marking
    }
}

/// Decisions that are asked together from outside, with what must be given for them (DMN 1.5, 6.3.10). The references are
/// as in `Requirement`.
package struct DecisionService: Hashable, Sendable {
    package var marking: Marking
    package var name: String
    package var variable: InformationItem?
    package var outputs: [String] = []
    package var encapsulated: [String] = []
    package var inputDecisions: [String] = []
    package var inputs: [String] = []

    package init(_ name: String, marking: Marking = Marking()) {
        self.name = name
        self.marking = marking
    }
}

/// Where a decision comes from: a law, a decree, an expert (DMN 1.5, 6.3.12).
package struct KnowledgeSource: Hashable, Sendable {
    package var marking: Marking
    package var name: String
    package var type: String?
    package var location: String?
    package var requirements: [Requirement] = []

    package init(_ name: String, marking: Marking = Marking()) {
        self.name = name
        self.marking = marking
    }
}

/// An arrow of the requirement graph (DMN 1.5, 6.3.13 to 6.3.15).
package struct Requirement: Hashable, Sendable {
    /// What is required.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case input = "requiredInput"
        case decision = "requiredDecision"
        case knowledge = "requiredKnowledge"
        case authority = "requiredAuthority"
    }

    package var marking: Marking
    package var kind: Kind
    /// `#id` of this model, or `namespace#id` of an imported one.
    package var reference: String

    package init(_ kind: Kind, _ reference: String, marking: Marking = Marking()) {
        self.kind = kind
        self.reference = reference
        self.marking = marking
    }
}
