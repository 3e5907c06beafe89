package import Kernel

/// The shared parts of a site: components (fields asked together: a person, an address) and step templates.
///
/// A definition uses them by name; when it is published they are written into it, so that a later change of a shared
/// part never reaches a dossier that is running.
package struct DefinitionLibrary: Sendable {
    /// A file of a shared part.
    struct Part: Sendable {
        let file: String
        /// Its text, read once for all definitions that use it.
        let root: Result<SourceNode, DefinitionProblems>

        init(text: String, file: String) {
            self.file = file
            root = SourceNode.reading(text, file: file)
        }
    }
    private var components: [String: Part] = [:]
    private var templates: [String: Part] = [:]

    package init() {}

    package mutating func add(component name: String, text: String, file: String) {
        components[name] = Part(text: text, file: file)
    }

    package mutating func add(template name: String, text: String, file: String) {
        templates[name] = Part(text: text, file: file)
    }

    package var componentNames: [String] { components.keys.sorted() }
    package var templateNames: [String] { templates.keys.sorted() }

    /// What each component is called where officials choose it.
    package var componentTitles: [(name: String, title: Phrase)] { titles(components, "label") }
    /// What each step template is called.
    package var templateTitles: [(name: String, title: Phrase)] { titles(templates, "title") }

    private func titles(_ parts: [String: Part], _ key: String) -> [(name: String, title: Phrase)] {
        let reading = DefinitionReading(self)
        return parts.keys.sorted().map { name in
            let root = try? parts[name]?.root.get()
            return (name, reading.phrase(root?[key]) ?? Phrase(same: name))
        }
    }

    /// The files of all parts.
    var files: [String] { (Array(components.values) + Array(templates.values)).map(\.file).sorted() }

    func component(_ name: String) -> Part? { components[name] }
    func template(_ name: String) -> Part? { templates[name] }
}
