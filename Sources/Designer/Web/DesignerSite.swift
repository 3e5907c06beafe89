package import Catalogue
package import Directory
import Kernel
package import Site

/// What the designer's pages need.
package struct DesignerSite: Sendable {
    package let office: DesignerOffice
    let shelf: ProcedureShelf
    /// In which post and at which agency a visitor acts; nil for whoever is no official.
    let official: @Sendable (Visitor) async throws -> DesignerOffice.Official?
    let territories: @Sendable () async throws -> TerritoryTable
    /// The definition files that the program brings along, by service.
    let files: @Sendable () throws -> [String: String]
    /// Where services are turned on at agencies.
    let offers: String

    package init(
        office: DesignerOffice, shelf: ProcedureShelf,
        official: @escaping @Sendable (Visitor) async throws -> DesignerOffice.Official?,
        territories: @escaping @Sendable () async throws -> TerritoryTable,
        files: @escaping @Sendable () throws -> [String: String], offers: String
    ) {
        self.office = office
        self.shelf = shelf
        self.official = official
        self.territories = territories
        self.files = files
        self.offers = offers
    }
}

/// A draft as its pages see it: read, checked, with who looks at it.
struct OpenDraftFile: Sendable {
    let draft: ServiceDraft
    let value: YAMLValue
    let check: DefinitionCheck
    let findings: PartFindings
    let official: DesignerOffice.Official
    let shared: SharedNames

    init(
        _ draft: ServiceDraft, _ check: DefinitionCheck, _ official: DesignerOffice.Official, _ shared: SharedNames
    ) {
        self.draft = draft
        self.check = check
        self.official = official
        self.shared = shared
        value = (try? YAMLPatch(draft.text).value()) ?? .null
        findings = PartFindings(check, draft.text)
    }

    /// Whether its text is a definition as far as its writing goes; otherwise only the text page can mend it.
    var isReadable: Bool { value.entries != nil }

    /// Whether it can be changed here and now.
    var isOpen: Bool { draft.state == .draft && official.mayWrite(draft) }

    var definition: ServiceDefinition? { check.definition }

    /// The page of the part that a finding concerns.
    @Sendable func address(_ finding: DefinitionProblem) -> String? {
        guard finding.file == check.file else { return nil }
        let path = findings.byPart.first { $0.finding == finding }?.path ?? []
        if path.isEmpty { return DesignerPaths.text.with([("dong", String(finding.line))], draft.id) }
        return DesignerPaths.part(draft.id, at: path)
    }
}
