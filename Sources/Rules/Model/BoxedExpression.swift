/// An expression drawn as a box: a text in FEEL, a table, or a composition of others (DMN 1.5, 7.3.1 and 10.2.2).
package struct BoxedExpression: Hashable, Sendable {
    package var marking: Marking
    /// The name of the type of the result.
    package var type: String?
    package var form: Form

    package init(_ form: Form, type: String? = nil, marking: Marking = Marking()) {
        self.form = form
        self.type = type
        self.marking = marking
    }

    package static func literal(_ text: String) -> BoxedExpression { BoxedExpression(.literal(text)) }

    /// The kinds of box. An empty literal is null.
    package indirect enum Form: Hashable, Sendable {
        case literal(String)
        case table(DecisionTable)
        case context([Entry])
        case list([BoxedExpression])
        case relation(columns: [InformationItem], rows: [[BoxedExpression]])
        case function(BoxedFunction)
        case invocation(BoxedExpression, [Binding])
        case conditional(BoxedExpression, BoxedExpression, BoxedExpression)
        case filter(BoxedExpression, BoxedExpression)
        case iterator(Iterator)
    }

    /// A line of a boxed context; the one without a variable is the context's result.
    package struct Entry: Hashable, Sendable {
        package var variable: InformationItem?
        package var value: BoxedExpression

        package init(_ variable: InformationItem?, _ value: BoxedExpression) {
            self.variable = variable
            self.value = value
        }
    }

    /// A parameter of a function and what it is called with.
    package struct Binding: Hashable, Sendable {
        package var parameter: InformationItem
        package var value: BoxedExpression

        package init(_ parameter: InformationItem, _ value: BoxedExpression) {
            self.parameter = parameter
            self.value = value
        }
    }

    /// `for`, `some` or `every` as a box (DMN 1.4, 10.2.2.10 and 10.2.2.11).
    package struct Iterator: Hashable, Sendable {
        package enum Kind: String, Hashable, Sendable, CaseIterable {
            case loop = "for"
            case some, every
        }

        package var kind: Kind
        package var variable: String
        /// The type of what the variable goes through, as written at `in`.
        package var domainType: String?
        package var domain: BoxedExpression
        package var body: BoxedExpression

        package init(_ kind: Kind, _ variable: String, in domain: BoxedExpression, _ body: BoxedExpression) {
            self.kind = kind
            self.variable = variable
            self.domain = domain
            self.body = body
        }
    }
}

/// A function as a box: parameters and a body (DMN 1.5, 10.2.2.5 and 6.3.9).
package struct BoxedFunction: Hashable, Sendable {
    /// In which language the body is; of others than FEEL the call gives null.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case feel = "FEEL"
        case java = "Java"
        case pmml = "PMML"
    }

    package var marking: Marking
    package var kind: Kind
    package var type: String?
    package var parameters: [InformationItem]
    package var body: BoxedExpression?

    package init(_ parameters: [InformationItem], _ body: BoxedExpression?, marking: Marking = Marking()) {
        self.marking = marking
        kind = .feel
        self.parameters = parameters
        self.body = body
    }
}
