import Kernel

/// Reads a decision model from DMN XML (DMN 1.5, 13). Diagrams, artifacts and other programs' extensions are not read;
/// elements of DMN's own vocabulary that are unknown are told.
package struct DefinitionsReader {
    var problems: [ModelProblem] = []
    /// The name of the element being read.
    var element: String?

    /// The model with what was strange in it; or why it is none.
    package static func read(_ bytes: [UInt8]) -> Result<(model: Definitions, problems: [ModelProblem]), ModelProblem> {
        switch XMLReader.read(bytes) {
        case .failure(let fault): return .failure(ModelProblem(fault.message, line: fault.line))
        case .success(let root):
            guard root.name == "definitions", DMNNamespace.known.contains(root.namespace) else {
                return .failure(
                    ModelProblem(
                        Phrase(
                            vi: "Tệp không phải là mô hình DMN 1.1 đến 1.5 (phần tử gốc “\(root.name)”).",
                            en: "The file is no model of DMN 1.1 to 1.5 (its root is “\(root.name)”)."),
                        line: root.line))
            }
            var reader = DefinitionsReader()
            let model = reader.definitions(root)
            return .success((model, reader.problems))
        }
    }

    private static let unread: Set<String> = [
        "extensionElements", "description", "textAnnotation", "association", "group", "elementCollection",
        "performanceIndicator", "organizationUnit", "businessContextElement", "DMNDI", "artifact",
    ]

    private mutating func definitions(_ root: XMLTree) -> Definitions {
        var model = Definitions(
            root.attribute("name") ?? "", namespace: root.attribute("namespace") ?? "", marking: marking(root))
        for child in root.children where child.namespace == root.namespace {
            let name = child.attribute("name") ?? ""
            element = name
            switch child.name {
            case "import":
                model.imports.append(
                    ModelImport(
                        name, namespace: child.attribute("namespace") ?? "", location: child.attribute("locationURI"),
                        marking: marking(child)))
            case "itemDefinition": model.types.append(itemDefinition(child))
            case "inputData":
                model.inputs.append(InputData(name, variable: child["variable"].map(item), marking: marking(child)))
            case "decision": model.decisions.append(decision(child, name))
            case "businessKnowledgeModel": model.knowledge.append(knowledge(child, name))
            case "decisionService": model.services.append(service(child, name))
            case "knowledgeSource": model.sources.append(source(child, name))
            default: if !Self.unread.contains(child.name) { unknown(child) }
            }
        }
        return model
    }

    func marking(_ tree: XMLTree) -> Marking {
        Marking(
            id: tree.attribute("id"), label: tree.attribute("label"), description: tree["description"]?.text,
            line: tree.line)
    }

    func item(_ tree: XMLTree) -> InformationItem {
        InformationItem(tree.attribute("name") ?? "", type: type(tree), marking: marking(tree))
    }

    /// The type named by an element, without the prefix `feel:` that older versions wrote.
    func type(_ tree: XMLTree, _ attribute: String = "typeRef") -> String? {
        Self.plainType(tree.attribute(attribute) ?? tree[attribute]?.text.trimmed)
    }

    static func plainType(_ name: String?) -> String? {
        guard let name, !name.isEmpty else { return nil }
        return name.hasPrefix("feel:") ? String(name.dropFirst(5)) : name
    }

    private func itemDefinition(_ tree: XMLTree) -> ItemDefinition {
        var definition = ItemDefinition(tree.attribute("name") ?? "", base: type(tree), marking: marking(tree))
        definition.allowedValues = tree["allowedValues"].map { $0["text"]?.text ?? "" }
        definition.constraint = tree["typeConstraint"].map { $0["text"]?.text ?? "" }
        definition.components = tree.all("itemComponent").map(itemDefinition)
        definition.isCollection = tree.attribute("isCollection") == "true"
        definition.function = tree["functionItem"].map { function in
            ItemDefinition.FunctionItem(
                result: type(function, "outputTypeRef"), parameters: function.all("parameters").map(item))
        }
        return definition
    }

    private mutating func decision(_ tree: XMLTree, _ name: String) -> Decision {
        var decision = Decision(name, marking: marking(tree))
        decision.question = tree["question"]?.text
        decision.allowedAnswers = tree["allowedAnswers"]?.text
        decision.variable = tree["variable"].map(item)
        decision.requirements = requirements(tree)
        decision.logic = optionalExpression(in: tree)
        return decision
    }

    private mutating func knowledge(_ tree: XMLTree, _ name: String) -> BusinessKnowledgeModel {
        var knowledge = BusinessKnowledgeModel(name, marking: marking(tree))
        knowledge.variable = tree["variable"].map(item)
        knowledge.requirements = requirements(tree)
        knowledge.logic = tree["encapsulatedLogic"].map { function($0) }
        return knowledge
    }

    private func service(_ tree: XMLTree, _ name: String) -> DecisionService {
        var service = DecisionService(name, marking: marking(tree))
        service.variable = tree["variable"].map(item)
        func references(_ name: String) -> [String] { tree.all(name).compactMap { $0.attribute("href") } }
        service.outputs = references("outputDecision")
        service.encapsulated = references("encapsulatedDecision")
        service.inputDecisions = references("inputDecision")
        service.inputs = references("inputData")
        return service
    }

    private func source(_ tree: XMLTree, _ name: String) -> KnowledgeSource {
        var source = KnowledgeSource(name, marking: marking(tree))
        source.type = tree["type"]?.text
        source.location = tree.attribute("locationURI")
        source.requirements = requirements(tree)
        return source
    }

    private func requirements(_ tree: XMLTree) -> [Requirement] {
        tree.children.flatMap { child -> [Requirement] in
            guard ["informationRequirement", "knowledgeRequirement", "authorityRequirement"].contains(child.name) else {
                return []
            }
            return child.children.compactMap { target in
                guard let kind = requirementKind(child.name, target.name), let href = target.attribute("href") else {
                    return nil
                }
                return Requirement(kind, href, marking: marking(child))
            }
        }
    }

    private func requirementKind(_ requirement: String, _ target: String) -> Requirement.Kind? {
        requirement == "authorityRequirement" ? .authority : Requirement.Kind(rawValue: target)
    }

    mutating func unknown(_ tree: XMLTree) {
        problems.append(
            ModelProblem(
                Phrase(
                    vi: "Không đọc phần tử “\(tree.name)” ở đây.", en: "The element “\(tree.name)” is not read here."),
                weight: .warning, line: tree.line, element: element))
    }
}
