import Kernel

/// The elements of a model and of all models that it imports, found by reference, in an order of requirement.
struct ModelIndex {
    /// An element where it stands.
    struct Entry {
        enum Content {
            case input(InputData)
            case decision(Decision)
            case knowledge(BusinessKnowledgeModel)
            case service(DecisionService)
        }

        let model: Int
        let name: String
        let line: Int
        let content: Content
        /// Which other entries it needs, each once.
        var needs: [Int] = []
    }

    /// The model itself first.
    private(set) var models: [Definitions]
    private(set) var entries: [Entry] = []
    private(set) var problems: [ModelProblem] = []
    /// Entries, those required first; entries of a cycle are absent.
    private(set) var order: [Int] = []
    private var byReference: [String: Int] = [:]
    private var names: Set<String> = []

    init(_ model: Definitions, library: [Definitions]) {
        models = [model]
        collectImports(library)
        for (index, model) in models.enumerated() { add(model, index) }
        for index in entries.indices { entries[index].needs = needs(of: entries[index]) }
        sort()
    }

    private mutating func collectImports(_ library: [Definitions]) {
        var next = 0
        while next < models.count {
            for item in models[next].imports where !models.contains(where: { $0.namespace == item.namespace }) {
                if let found = library.first(where: {
                    $0.namespace == item.namespace || $0.marking.id == item.namespace
                }) {
                    models.append(found)
                } else {
                    problems.append(
                        ModelProblem(
                            Phrase(
                                vi: "Không tìm thấy mô hình được dùng “\(item.namespace)”.",
                                en: "The imported model “\(item.namespace)” is not found."),
                            line: item.marking.line, element: item.name))
                }
            }
            next += 1
        }
    }

    private mutating func add(_ model: Definitions, _ index: Int) {
        for input in model.inputs { add(.input(input), input.name, input.marking, index) }
        for decision in model.decisions { add(.decision(decision), decision.name, decision.marking, index) }
        for knowledge in model.knowledge { add(.knowledge(knowledge), knowledge.name, knowledge.marking, index) }
        for service in model.services { add(.service(service), service.name, service.marking, index) }
    }

    private mutating func add(_ content: Entry.Content, _ name: String, _ marking: Marking, _ model: Int) {
        if let id = marking.id {
            for prefix in Set([models[model].namespace, models[model].marking.id ?? models[model].namespace]) {
                let key = "\(prefix)#\(id)"
                if byReference[key] != nil {
                    problems.append(
                        ModelProblem(
                            Phrase(vi: "Mã “\(id)” bị lặp lại.", en: "The id “\(id)” occurs twice."),
                            line: marking.line, element: name))
                }
                byReference[key] = entries.count
            }
        }
        if !names.insert("\(model) \(name)").inserted {
            problems.append(
                ModelProblem(
                    Phrase(vi: "Tên “\(name)” bị lặp lại.", en: "The name “\(name)” occurs twice."), weight: .warning,
                    line: marking.line, element: name))
        }
        entries.append(Entry(model: model, name: name, line: marking.line, content: content))
    }

    /// The entry that a reference of a model means.
    func entry(_ reference: String, from model: Int) -> Int? {
        byReference[reference.hasPrefix("#") ? models[model].namespace + reference : reference]
    }

    private mutating func needs(of entry: Entry) -> [Int] {
        let references: [String] =
            switch entry.content {
            case .input: []
            case .decision(let decision): decision.requirements.filter { $0.kind != .authority }.map(\.reference)
            case .knowledge(let knowledge): knowledge.requirements.filter { $0.kind != .authority }.map(\.reference)
            case .service(let service):
                service.outputs + service.encapsulated + service.inputs + service.inputDecisions
            }
        var needs: [Int] = []
        for reference in references {
            guard let index = self.entry(reference, from: entry.model) else {
                problems.append(
                    ModelProblem(
                        Phrase(
                            vi: "Không tìm thấy thành phần “\(reference)” được dẫn tới.",
                            en: "The element “\(reference)” that is referred to is not found."),
                        line: entry.line, element: entry.name))
                continue
            }
            if !needs.contains(index) { needs.append(index) }
        }
        return needs
    }

    /// Depth first without recursion, so that a long chain does not use up the stack.
    private mutating func sort() {
        enum Mark { case open, done, cyclic }
        var marks: [Int: Mark] = [:]
        for root in entries.indices where marks[root] == nil {
            var path: [(index: Int, next: Int)] = [(root, 0)]
            marks[root] = .open
            while let (index, next) = path.last {
                guard next < entries[index].needs.count else {
                    path.removeLast()
                    if marks[index] == .open {
                        marks[index] = .done
                        order.append(index)
                    }
                    continue
                }
                path[path.count - 1].next += 1
                let need = entries[index].needs[next]
                switch marks[need] {
                case nil:
                    marks[need] = .open
                    path.append((need, 0))
                case .open?:
                    let members = path.drop { $0.index != need }.map(\.index)
                    tellCycle(members)
                    for member in members { marks[member] = .cyclic }
                default: break
                }
            }
        }
    }

    private mutating func tellCycle(_ members: [Int]) {
        let names = (members + members.prefix(1)).map { "“\(entries[$0].name)”" }.joined(separator: " → ")
        problems.append(
            ModelProblem(
                Phrase(
                    vi: "Các quyết định cần lẫn nhau thành vòng: \(names).",
                    en: "Decisions require each other in a circle: \(names)."),
                line: members.first.map { entries[$0].line } ?? 0, element: members.first.map { entries[$0].name }))
    }
}
