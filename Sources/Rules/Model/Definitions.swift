/// A decision model: one DMN file with everything it defines (DMN 1.5, 6.3.1).
package struct Definitions: Hashable, Sendable {
    package var marking: Marking
    package var name: String
    package var namespace: String
    package var imports: [ModelImport] = []
    package var types: [ItemDefinition] = []
    package var inputs: [InputData] = []
    package var decisions: [Decision] = []
    package var knowledge: [BusinessKnowledgeModel] = []
    package var services: [DecisionService] = []
    package var sources: [KnowledgeSource] = []

    package init(_ name: String, namespace: String, marking: Marking = Marking()) {
        self.name = name
        self.namespace = namespace
        self.marking = marking
    }
}

/// The use of another model, whose parts are then written `name.part` (DMN 1.5, 6.3.3).
package struct ModelImport: Hashable, Sendable {
    package var marking: Marking
    /// Empty when the parts are used without a prefix.
    package var name: String
    package var namespace: String
    /// Where the other model is kept, as written.
    package var location: String?

    package init(_ name: String, namespace: String, location: String? = nil, marking: Marking = Marking()) {
        self.name = name
        self.namespace = namespace
        self.location = location
        self.marking = marking
    }
}
