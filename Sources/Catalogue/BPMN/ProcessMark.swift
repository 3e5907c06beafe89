import Kernel
import Rules

/// An extension element of the project's own vocabulary: what a step or an act says beyond BPMN.
struct ProcessMark: Sendable, Equatable {
    let name: String
    private(set) var values: [String: String] = [:]
    private(set) var children: [ProcessMark] = []

    init(_ name: String, _ values: [String: String?] = [:], children: [ProcessMark?] = []) {
        self.name = name
        self.values = values.compactMapValues { $0 }
        self.children = children.compactMap { $0 }
    }

    /// A wording under a name of its own; nil when there is none.
    init?(_ name: String, _ phrase: Phrase?) {
        guard let phrase else { return nil }
        self.init(name, ["vi": phrase.vi, "en": phrase.en])
    }

    init(_ tree: XMLTree) {
        name = tree.name
        for attribute in tree.attributes { values[attribute.name] = attribute.value }
        children = tree.children.filter { $0.namespace == BPMNVocabulary.own }.map { ProcessMark($0) }
    }

    subscript(_ key: String) -> String? { values[key] }

    func all(_ name: String) -> [ProcessMark] { children.filter { $0.name == name } }
    func child(_ name: String) -> ProcessMark? { children.first { $0.name == name } }

    func phrase(_ name: String) -> Phrase? {
        guard let child = child(name), let vi = child["vi"] else { return nil }
        return Phrase(vi: vi, en: child["en"] ?? vi)
    }

    func write(to xml: inout XMLWriter) {
        let attributes = values.sorted { $0.key < $1.key }.map { ($0.key, Optional($0.value)) }
        guard !children.isEmpty else { return xml.element("motcua:\(name)", attributes) }
        xml.element("motcua:\(name)", attributes) { xml in
            for child in children { child.write(to: &xml) }
        }
    }
}
