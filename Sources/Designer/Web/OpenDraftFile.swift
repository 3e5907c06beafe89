import Catalogue
import DesignSystem
import Kernel
import Site

/// A draft as its pages see it: read, checked, with who looks at it and what this site knows.
struct OpenDraftFile: Sendable {
    let draft: ServiceDraft
    let value: YAMLValue
    let check: DefinitionCheck
    let findings: PartFindings
    let official: DesignerOffice.Official
    let shared: SharedNames
    let library: DefinitionLibrary
    /// The definition as far as it can be read, whatever is wrong with it.
    let readable: ServiceDefinition?
    let site: SiteOutlook
    /// The answers that rules may read.
    let answers: [KnownAnswer]

    init(
        _ draft: ServiceDraft, _ check: DefinitionCheck, _ official: DesignerOffice.Official,
        _ library: DefinitionLibrary, _ site: SiteOutlook
    ) {
        self.draft = draft
        self.check = check
        self.official = official
        self.site = site
        shared = SharedNames(library)
        self.library = library
        value = (try? YAMLPatch(draft.text).value()) ?? .null
        findings = PartFindings(check, draft.text)
        readable =
            check.definition ?? DefinitionReader(library: library).resolved(draft.text, file: draft.file)
        answers = readable.map(KnownAnswer.all) ?? []
    }

    /// Whether its text is a definition as far as its writing goes; otherwise only the text page can mend it.
    var isReadable: Bool { value.entries != nil }

    /// Whether it can be changed here and now.
    var isOpen: Bool { draft.state == .draft && official.mayWrite(draft) }

    var definition: ServiceDefinition? { check.definition }

    /// What is previewed and compared: also while nothing but English is missing.
    var shown: ServiceDefinition? {
        definition ?? (check.errors.allSatisfy { $0.kind == .language } ? readable : nil)
    }

    /// Rules of this draft in words.
    var rules: RuleWords { RuleWords(answers) }

    /// The page of the part that a finding concerns.
    @Sendable func address(_ finding: DefinitionProblem) -> String? {
        guard finding.file == check.file else { return nil }
        let path = findings.path(of: finding)
        if path.isEmpty { return DesignerPaths.text.with([("dong", String(finding.line))], draft.id) }
        return DesignerPaths.part(draft.id, at: path)
    }
}
