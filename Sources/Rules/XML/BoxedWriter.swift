// Writes boxed expressions.
extension DefinitionsWriter {
    static func write(_ expression: BoxedExpression, to xml: inout XMLWriter) {
        let marking = expression.marking
        let attributes = [("typeRef", expression.type)] + marking.attributes
        func element(
            _ name: String, _ more: [(String, String?)] = [], _ inside: @escaping (inout XMLWriter) -> Void
        ) {
            xml.element(name, attributes + more) { xml in
                marking.writeDescription(to: &xml)
                inside(&xml)
            }
        }
        switch expression.form {
        case .literal(let text):
            element("literalExpression") { xml in if !text.isEmpty { xml.element("text", text: text) } }
        case .table(let table):
            element("decisionTable", self.attributes(of: table)) { write(table, to: &$0) }
        case .context(let entries):
            element("context") { xml in
                for entry in entries {
                    xml.element("contextEntry") { xml in
                        if let variable = entry.variable { write(variable, as: "variable", to: &xml) }
                        write(entry.value, to: &xml)
                    }
                }
            }
        case .list(let items): element("list") { xml in for item in items { write(item, to: &xml) } }
        case .relation(let columns, let rows):
            element("relation") { xml in
                for column in columns { write(column, as: "column", to: &xml) }
                for row in rows { xml.element("row") { xml in for item in row { write(item, to: &xml) } } }
            }
        case .function(let function): write(function, as: "functionDefinition", to: &xml)
        case .invocation(let callee, let bindings):
            element("invocation") { xml in
                write(callee, to: &xml)
                for binding in bindings {
                    xml.element("binding") { xml in
                        write(binding.parameter, as: "parameter", to: &xml)
                        write(binding.value, to: &xml)
                    }
                }
            }
        case .conditional(let condition, let yes, let no):
            element("conditional") { xml in
                for (name, part) in [("if", condition), ("then", yes), ("else", no)] { write(part, in: name, to: &xml) }
            }
        case .filter(let list, let match):
            element("filter") { xml in
                write(list, in: "in", to: &xml)
                write(match, in: "match", to: &xml)
            }
        case .iterator(let iterator):
            element(iterator.kind.rawValue, [("iteratorVariable", iterator.variable)]) { xml in
                write(iterator.domain, in: "in", type: iterator.domainType, to: &xml)
                write(iterator.body, in: iterator.kind == .loop ? "return" : "satisfies", to: &xml)
            }
        }
    }

    private static func write(
        _ expression: BoxedExpression, in name: String, type: String? = nil, to xml: inout XMLWriter
    ) {
        xml.element(name, [("typeRef", type)]) { write(expression, to: &$0) }
    }

    static func write(_ function: BoxedFunction, as name: String, to xml: inout XMLWriter) {
        let kind = function.kind == .feel ? nil : function.kind.rawValue
        xml.element(name, [("kind", kind), ("typeRef", function.type)] + function.marking.attributes) { xml in
            function.marking.writeDescription(to: &xml)
            for parameter in function.parameters { write(parameter, as: "formalParameter", to: &xml) }
            if let body = function.body { write(body, to: &xml) }
        }
    }

    private static func attributes(of table: DecisionTable) -> [(String, String?)] {
        [
            ("hitPolicy", table.policy.rawValue), ("aggregation", table.aggregation?.rawValue),
            ("preferredOrientation", table.orientation), ("outputLabel", table.outputLabel),
        ]
    }

    private static func write(_ table: DecisionTable, to xml: inout XMLWriter) {
        for input in table.inputs {
            xml.element("input", input.marking.attributes) { xml in
                input.marking.writeDescription(to: &xml)
                xml.element("inputExpression", [("typeRef", input.type)]) { $0.element("text", text: input.expression) }
                write(tests: input.values, as: "inputValues", to: &xml)
            }
        }
        for output in table.outputs {
            let attributes = [("name", output.name), ("typeRef", output.type)] + output.marking.attributes
            xml.element("output", attributes) { xml in
                output.marking.writeDescription(to: &xml)
                write(tests: output.values, as: "outputValues", to: &xml)
                write(tests: output.preset, as: "defaultOutputEntry", to: &xml)
            }
        }
        for annotation in table.annotations { xml.element("annotation", [("name", annotation)]) }
        for rule in table.rules {
            xml.element("rule", rule.marking.attributes) { xml in
                rule.marking.writeDescription(to: &xml)
                for (name, cells) in [("inputEntry", rule.inputs), ("outputEntry", rule.outputs)] {
                    for cell in cells {
                        xml.element(name, cell.marking.attributes) { xml in
                            cell.marking.writeDescription(to: &xml)
                            xml.element("text", text: cell.text)
                        }
                    }
                }
                for annotation in rule.annotations {
                    xml.element("annotationEntry") { $0.element("text", text: annotation) }
                }
            }
        }
    }
}
