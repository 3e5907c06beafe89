import Foundation
import Kernel

@testable import Rules

/// A model of the DMN Technology Compatibility Kit, as far as it consists of literal expressions: input data, decisions
/// and business knowledge models of literal expressions that need nothing else.
struct KitModel {
    private struct Element {
        let name: String
        let logic: KitElement?
        let type: FEELType
        let parameters: [(name: String, type: String?)]
        let isKnowledge: Bool
        let result: String?
        let needs: [String]
    }

    private var elements: [String: Element] = [:]
    private var inputs: [String: (name: String, type: FEELType)] = [:]
    private var types: [String: FEELType] = [:]
    let now: Instant

    init?(_ file: URL, now: Instant) throws {
        guard let root = try KitElement.read(file) else { return nil }
        self.now = now
        let definitions = root.all("itemDefinition")
        for _ in 0..<4 {
            for definition in definitions {
                types[definition.attributes["name"] ?? ""] = KitModel.type(definition, types)
            }
        }
        for input in root.all("inputData") {
            inputs[input.attributes["id"] ?? ""] = (
                input.attributes["name"] ?? "", type(named: input["variable"]?.attributes["typeRef"])
            )
        }
        for element in root.children where element.name == "decision" || element.name == "businessKnowledgeModel" {
            let isKnowledge = element.name == "businessKnowledgeModel"
            let body = isKnowledge ? element["encapsulatedLogic"] : element
            let logics = body?.children.filter { KitModel.expressions.contains($0.name) } ?? []
            let needs = element.children.filter { $0.name.hasSuffix("Requirement") }.flatMap(\.children)
                .compactMap { $0.attributes["href"].map { String($0.drop { $0 == "#" }) } }
            elements[element.attributes["id"] ?? ""] = Element(
                name: element.attributes["name"] ?? "", logic: logics.first,
                type: type(named: element["variable"]?.attributes["typeRef"]),
                parameters: body?.all("formalParameter").map {
                    ($0.attributes["name"] ?? "", $0.attributes["typeRef"])
                } ?? [],
                isKnowledge: isKnowledge, result: body?.attributes["typeRef"], needs: needs)
        }
    }

    private static let expressions: Set<String> = [
        "literalExpression", "decisionTable", "context", "list", "relation", "invocation", "functionDefinition",
        "conditional", "for", "every", "some", "filter",
    ]

    /// What a decision gives for these inputs; nil when the model needs more than literal expressions for it.
    func value(of decision: String, _ given: [String: FEELValue]) -> FEELValue? {
        guard let id = elements.first(where: { $0.value.name == decision && !$0.value.isKnowledge })?.key else {
            return nil
        }
        var known: [String: FEELValue] = [:]
        return value(ofElement: id, given, &known, depth: 0)
    }

    private func value(
        ofElement id: String, _ given: [String: FEELValue], _ known: inout [String: FEELValue], depth: Int
    ) -> FEELValue? {
        if let found = known[id] { return found }
        if let input = inputs[id] { return input.type.coerced(given[input.name] ?? .null) ?? .null }
        guard let element = elements[id], depth < 20 else { return nil }
        guard let logic = element.logic else { return .null }
        guard logic.name == "literalExpression" else { return nil }
        var scope: [String: FEELValue] = [:]
        for need in element.needs {
            guard let name = inputs[need]?.name ?? elements[need]?.name,
                let value = value(ofElement: need, given, &known, depth: depth + 1)
            else { return nil }
            scope[name] = value
        }
        let result = evaluate(element, logic["text"]?.text ?? "", scope)
        known[id] = result
        return result
    }

    private func evaluate(_ element: Element, _ text: String, _ scope: [String: FEELValue]) -> FEELValue {
        var source = text
        if element.isKnowledge {
            let parameters = element.parameters.map { name, type in
                type.map { "\(name): \($0.replacingOccurrences(of: "feel:", with: ""))" } ?? name
            }
            source = "function(\(parameters.joined(separator: ", "))) \(text)"
        }
        var names = scope.mapValues { _ in FEELType.any }
        for input in inputs.values where scope[input.name] != nil { names[input.name] = input.type }
        let declared = RuleNames(names, typeNames: types, isOpen: true)
        guard let rule = try? Rule.compile(source, names: declared, isChecked: false).get() else { return .null }
        let value = rule.value(in: RuleScope(scope, now: now))
        if case .function(let function) = value, element.isKnowledge {
            let result = type(named: element.logic?.attributes["typeRef"] ?? element.result)
            return .function(FEELFunction(parameters: function.parameters, result: result, body: function.body))
        }
        return element.type.coerced(value) ?? .null
    }

    private func type(named name: String?) -> FEELType { KitModel.type(named: name, types) }

    private static func type(named name: String?, _ types: [String: FEELType]) -> FEELType {
        guard let name = name?.replacingOccurrences(of: "feel:", with: "") else { return .any }
        if let type = types[name] { return type }
        return FEELType.spelled.first { $0.words.joined(separator: " ") == name }?.type ?? .any
    }

    private static func type(_ definition: KitElement, _ types: [String: FEELType]) -> FEELType {
        var type = Self.type(named: definition["typeRef"]?.text.trimmingCharacters(in: .whitespacesAndNewlines), types)
        let components = definition.all("itemComponent")
        if !components.isEmpty {
            type = .context(
                Dictionary(components.map { ($0.attributes["name"] ?? "", Self.type($0, types)) }) { $1 })
        }
        if let function = definition["functionItem"] {
            type = .function(
                function.all("parameters").map { Self.type(named: $0.attributes["typeRef"], types) },
                Self.type(named: function.attributes["outputTypeRef"], types))
        }
        return definition.attributes["isCollection"] == "true" ? .list(type) : type
    }
}
