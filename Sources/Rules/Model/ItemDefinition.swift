/// A type that a model defines: of another type, of components, or of a function, perhaps a list of it, perhaps with only
/// some values allowed (DMN 1.5, 7.3.2).
package struct ItemDefinition: Hashable, Sendable {
    package var marking: Marking
    package var name: String
    /// The name of the type that this one is made of.
    package var base: String?
    /// Unary tests on a value, or on every item of a list.
    package var allowedValues: String?
    /// Unary tests on the value as a whole (`typeConstraint`).
    package var constraint: String?
    package var components: [ItemDefinition] = []
    package var isCollection = false
    package var function: FunctionItem?

    /// The parameters and the result of a function type.
    package struct FunctionItem: Hashable, Sendable {
        package var result: String?
        package var parameters: [InformationItem]
    }

    package init(_ name: String, base: String? = nil, marking: Marking = Marking()) {
        self.name = name
        self.base = base
        self.marking = marking
    }
}

/// A name with a type: the variable of an element, a parameter, a column (DMN 1.5, 7.3.4).
package struct InformationItem: Hashable, Sendable {
    package var marking: Marking
    package var name: String
    package var type: String?

    package init(_ name: String, type: String? = nil, marking: Marking = Marking()) {
        self.name = name
        self.type = type
        self.marking = marking
    }
}
