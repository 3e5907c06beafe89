/// A table that gives outputs for the rules whose conditions hold (DMN 1.5, 8).
package struct DecisionTable: Hashable, Sendable {
    package var policy: HitPolicy
    package var aggregation: Aggregation?
    /// How it is drawn, as the file has it: `Rule-as-Row` and so on.
    package var orientation: String?
    package var outputLabel: String?
    package var inputs: [Input]
    package var outputs: [Output]
    package var annotations: [String] = []
    package var rules: [Rule]

    package init(_ policy: HitPolicy, inputs: [Input], outputs: [Output], rules: [Rule]) {
        self.policy = policy
        self.inputs = inputs
        self.outputs = outputs
        self.rules = rules
    }

    /// A column of conditions: what is tested, of which type, and which values it can have.
    package struct Input: Hashable, Sendable {
        package var marking: Marking
        package var expression: String
        package var type: String?
        /// Unary tests.
        package var values: String?

        package init(_ expression: String, type: String? = nil, values: String? = nil, marking: Marking = Marking()) {
            self.expression = expression
            self.type = type
            self.values = values
            self.marking = marking
        }
    }

    /// A column of results.
    package struct Output: Hashable, Sendable {
        package var marking: Marking
        /// Absent when it is the only one.
        package var name: String?
        package var type: String?
        /// Unary tests, the first with the highest priority.
        package var values: String?
        /// The result when no rule holds.
        package var preset: String?

        package init(_ name: String? = nil, type: String? = nil, values: String? = nil, marking: Marking = Marking()) {
            self.name = name
            self.type = type
            self.values = values
            self.marking = marking
        }
    }

    /// A line of the table: unary tests, then expressions.
    package struct Rule: Hashable, Sendable {
        package var marking: Marking
        package var inputs: [Cell]
        package var outputs: [Cell]
        package var annotations: [String] = []

        package init(_ inputs: [String], _ outputs: [String], marking: Marking = Marking()) {
            self.marking = marking
            self.inputs = inputs.map { Cell($0) }
            self.outputs = outputs.map { Cell($0) }
        }
    }

    /// The text of a cell and its place.
    package struct Cell: Hashable, Sendable {
        package var marking: Marking
        package var text: String

        package init(_ text: String, marking: Marking = Marking()) {
            self.text = text
            self.marking = marking
        }
    }
}

/// What is given when several rules of a table hold (DMN 1.5, 8.2.10 and table 36).
package enum HitPolicy: String, Hashable, Sendable, CaseIterable {
    /// At most one may hold.
    case unique = "UNIQUE"
    /// Several may hold if they give the same.
    case any = "ANY"
    /// The one whose output stands first among the output values.
    case priority = "PRIORITY"
    case first = "FIRST"
    /// All, in the order of the rules.
    case ruleOrder = "RULE ORDER"
    /// All, in the order of the output values.
    case outputOrder = "OUTPUT ORDER"
    /// All, or what the aggregation makes of them.
    case collect = "COLLECT"
}

/// What a table with the policy `collect` makes of all outputs (DMN 1.5, 8.2.10).
package enum Aggregation: String, Hashable, Sendable, CaseIterable {
    case sum = "SUM"
    case count = "COUNT"
    case least = "MIN"
    case greatest = "MAX"
}
