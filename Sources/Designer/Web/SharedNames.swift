import Catalogue
import DesignSystem
import Kernel

/// What the shared parts of a site are called where officials choose them or read of them.
struct SharedNames: Sendable {
    let components: [Choice]
    let templates: [Choice]
    /// Templates of results.
    let results: [Choice]

    init(_ library: DefinitionLibrary) {
        components = library.componentTitles.map { Choice($0.name, $0.title) }
        templates = library.templateTitles.map { Choice($0.name, $0.title) }
        results = library.resultTemplateTitles.map { Choice($0.name, $0.title) }
    }

    func component(_ name: String) -> Phrase { Self.title(name, components) }
    func template(_ name: String) -> Phrase { Self.title(name, templates) }
    func result(_ name: String) -> Phrase { Self.title(name, results) }

    /// One that is not there is called as it is written; the check tells of it.
    private static func title(_ name: String, _ choices: [Choice]) -> Phrase {
        choices.first { $0.value == name }?.label ?? Phrase(same: name)
    }
}
