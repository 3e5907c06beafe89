/// Writes a decision model as DMN 1.5 XML; reading it gives the same model.
package enum DefinitionsWriter {
    package static func text(_ model: Definitions) -> String {
        var xml = XMLWriter()
        let attributes = [
            ("xmlns", DMNNamespace.current), ("name", model.name), ("namespace", model.namespace),
        ]
        xml.element("definitions", attributes + model.marking.attributes) { xml in
            model.marking.writeDescription(to: &xml)
            for item in model.imports {
                xml.element(
                    "import",
                    [
                        ("namespace", item.namespace), ("name", item.name), ("importType", DMNNamespace.current),
                        ("locationURI", item.location),
                    ] + item.marking.attributes, item.marking.descriptionWriter)
            }
            for type in model.types { write(type, as: "itemDefinition", to: &xml) }
            for input in model.inputs {
                xml.element("inputData", [("name", input.name)] + input.marking.attributes) { xml in
                    input.marking.writeDescription(to: &xml)
                    if let variable = input.variable { write(variable, as: "variable", to: &xml) }
                }
            }
            for knowledge in model.knowledge { write(knowledge, to: &xml) }
            for decision in model.decisions { write(decision, to: &xml) }
            for service in model.services { write(service, to: &xml) }
            for source in model.sources { write(source, to: &xml) }
        }
        return xml.text
    }

    static func write(_ item: InformationItem, as name: String, to xml: inout XMLWriter) {
        xml.element(
            name, [("name", item.name), ("typeRef", item.type)] + item.marking.attributes,
            item.marking.descriptionWriter)
    }

    private static func write(_ type: ItemDefinition, as name: String, to xml: inout XMLWriter) {
        let isCollection: String? = type.isCollection ? "true" : nil
        xml.element(name, [("name", type.name), ("isCollection", isCollection)] + type.marking.attributes) { xml in
            type.marking.writeDescription(to: &xml)
            if let base = type.base { xml.element("typeRef", text: base) }
            write(tests: type.allowedValues, as: "allowedValues", to: &xml)
            write(tests: type.constraint, as: "typeConstraint", to: &xml)
            for component in type.components { write(component, as: "itemComponent", to: &xml) }
            if let function = type.function {
                xml.element("functionItem", [("outputTypeRef", function.result)]) { xml in
                    for parameter in function.parameters { write(parameter, as: "parameters", to: &xml) }
                }
            }
        }
    }

    static func write(tests: String?, as name: String, to xml: inout XMLWriter) {
        guard let tests else { return }
        xml.element(name) { $0.element("text", text: tests) }
    }

    private static func write(_ decision: Decision, to xml: inout XMLWriter) {
        xml.element("decision", [("name", decision.name)] + decision.marking.attributes) { xml in
            decision.marking.writeDescription(to: &xml)
            if let question = decision.question { xml.element("question", text: question) }
            if let answers = decision.allowedAnswers { xml.element("allowedAnswers", text: answers) }
            if let variable = decision.variable { write(variable, as: "variable", to: &xml) }
            write(decision.requirements, to: &xml)
            if let logic = decision.logic { write(logic, to: &xml) }
        }
    }

    private static func write(_ knowledge: BusinessKnowledgeModel, to xml: inout XMLWriter) {
        xml.element("businessKnowledgeModel", [("name", knowledge.name)] + knowledge.marking.attributes) { xml in
            knowledge.marking.writeDescription(to: &xml)
            if let variable = knowledge.variable { write(variable, as: "variable", to: &xml) }
            if let logic = knowledge.logic { write(logic, as: "encapsulatedLogic", to: &xml) }
            write(knowledge.requirements, to: &xml)
        }
    }

    private static func write(_ service: DecisionService, to xml: inout XMLWriter) {
        xml.element("decisionService", [("name", service.name)] + service.marking.attributes) { xml in
            service.marking.writeDescription(to: &xml)
            if let variable = service.variable { write(variable, as: "variable", to: &xml) }
            for (name, references) in [
                ("outputDecision", service.outputs), ("encapsulatedDecision", service.encapsulated),
                ("inputDecision", service.inputDecisions), ("inputData", service.inputs),
            ] {
                for reference in references { xml.element(name, [("href", reference)]) }
            }
        }
    }

    private static func write(_ source: KnowledgeSource, to xml: inout XMLWriter) {
        let attributes = [("name", source.name), ("locationURI", source.location)] + source.marking.attributes
        xml.element("knowledgeSource", attributes) { xml in
            source.marking.writeDescription(to: &xml)
            write(source.requirements, to: &xml)
            if let type = source.type { xml.element("type", text: type) }
        }
    }

    /// The standard's schema wants them by kind.
    private static let requirementKinds: [(name: String, kinds: [Requirement.Kind])] = [
        ("informationRequirement", [.input, .decision]), ("knowledgeRequirement", [.knowledge]),
        ("authorityRequirement", [.authority]),
    ]

    private static func write(_ requirements: [Requirement], to xml: inout XMLWriter) {
        for (name, kinds) in requirementKinds {
            for requirement in requirements where kinds.contains(requirement.kind) {
                xml.element(name, requirement.marking.attributes) { xml in
                    requirement.marking.writeDescription(to: &xml)
                    xml.element(requirement.kind.rawValue, [("href", requirement.reference)])
                }
            }
        }
    }
}

extension Marking {
    var attributes: [(String, String?)] { [("id", id), ("label", label)] }

    func writeDescription(to xml: inout XMLWriter) {
        if let description { xml.element("description", text: description) }
    }

    /// What stands inside an element that holds nothing else.
    var descriptionWriter: ((inout XMLWriter) -> Void)? {
        description == nil ? nil : { writeDescription(to: &$0) }
    }
}
