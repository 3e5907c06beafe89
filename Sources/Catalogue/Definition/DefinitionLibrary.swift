package import Kernel

/// The shared parts of a site: components (fields asked together: a person, an address), step templates, and templates of
/// results.
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
    private var resultTemplates: [String: Part] = [:]

    package init() {}

    package mutating func add(component name: String, text: String, file: String) {
        components[name] = Part(text: text, file: file)
    }

    package mutating func add(template name: String, text: String, file: String) {
        templates[name] = Part(text: text, file: file)
    }

    package mutating func add(resultTemplate name: String, text: String, file: String) {
        resultTemplates[name] = Part(text: text, file: file)
    }

    /// The folders of a site's shared parts.
    package static let folders = ["components", "steps", "templates"]

    /// A shared part by the folder that it stands in.
    package mutating func add(_ name: String, in folder: String, text: String) {
        let file = "\(folder)/\(name).yaml"
        switch folder {
        case "components": add(component: name, text: text, file: file)
        case "steps": add(template: name, text: text, file: file)
        case "templates": add(resultTemplate: name, text: text, file: file)
        default: break
        }
    }

    package var componentNames: [String] { components.keys.sorted() }
    package var templateNames: [String] { templates.keys.sorted() }
    var resultTemplateNames: [String] { resultTemplates.keys.sorted() }

    /// What each component is called where officials choose it.
    package var componentTitles: [(name: String, title: Phrase)] { titles(components, "label") }
    /// What each step template is called.
    package var templateTitles: [(name: String, title: Phrase)] { titles(templates, "title") }
    /// What each template of a result is called.
    package var resultTemplateTitles: [(name: String, title: Phrase)] {
        resultTemplateNames.map { name in
            let title = try? resultTemplates[name]?.root.get()["title"].flatMap { DefinitionReading(self).text($0) }
            return (name, Phrase(same: title ?? name))
        }
    }

    private func titles(_ parts: [String: Part], _ key: String) -> [(name: String, title: Phrase)] {
        let reading = DefinitionReading(self)
        return parts.keys.sorted().map { name in
            let root = try? parts[name]?.root.get()
            return (name, reading.phrase(root?[key]) ?? Phrase(same: name))
        }
    }

    /// Whether a text may name a part or a kind of paper.
    package static func isName(_ text: String) -> Bool { DefinitionReading.isName(text) }

    /// What a shared template of results says of its variables, before a service changes any.
    package func variables(ofResult name: String) -> [TextVariable] {
        (try? resultTemplate(name)?.root.get()).flatMap { DefinitionReading(self).resultTemplate($0) }?.variables ?? []
    }

    /// The files of all parts.
    var files: [String] {
        [components, templates, resultTemplates].flatMap { $0.values.map(\.file) }.sorted()
    }

    func component(_ name: String) -> Part? { components[name] }
    func template(_ name: String) -> Part? { templates[name] }
    func resultTemplate(_ name: String) -> Part? { resultTemplates[name] }
}
