package import Catalogue
package import Kernel
package import Storage

/// What work on service drafts needs.
package struct DesignerOffice: Sendable {
    package enum Refusal: Error, Equatable {
        case unknown
        /// Somebody changed it meanwhile.
        case changed
        /// It is under review or published.
        case closed
        /// Another agency writes it, or the act is for reviewers.
        case notYours
        /// Whoever wrote at it does not review it.
        case ownWork
        /// The check finds errors.
        case hasErrors
        /// It would be in force before it is published.
        case past(Day)
        /// Another procedure's service has this name.
        case nameTaken
        /// The catalogue of this site has no such procedure.
        case noProcedure(String)
        /// A service in force and this one do not fit together: what is wrong.
        case misfits(Phrase)
        /// The text is too long.
        case tooLong
    }

    /// An official at the designer.
    package struct Official: Sendable {
        package let actor: Actor
        package let agency: String
        package let isReviewer: Bool

        package init(actor: Actor, agency: String, isReviewer: Bool) {
            self.actor = actor
            self.agency = agency
            self.isReviewer = isReviewer
        }

        /// Officials of the same agency write at its drafts, reviewers at all.
        package func mayWrite(_ draft: ServiceDraft) -> Bool { draft.agency == agency || isReviewer }
    }

    package let database: any Database
    package let clock: any TimeSource
    package let library: ServiceLibrary
    /// The shared parts of the site, as they are now.
    package let parts: @Sendable () throws -> DefinitionLibrary
    /// Whether the catalogue has a procedure of that code, or was never read in here.
    let hasProcedure: @Sendable (String) async throws -> Bool

    package init(
        database: any Database, clock: any TimeSource, library: ServiceLibrary,
        hasProcedure: @escaping @Sendable (String) async throws -> Bool = { _ in true },
        parts: @escaping @Sendable () throws -> DefinitionLibrary
    ) {
        self.database = database
        self.clock = clock
        self.library = library
        self.parts = parts
        self.hasProcedure = hasProcedure
    }

    /// What is to be said of a draft at this site: registers that it reads are kept by services in force, or by itself.
    package func check(_ draft: ServiceDraft) async throws -> DefinitionCheck {
        DefinitionReader(library: try parts()).check(draft.text, file: draft.file)
            .findingSources(beside: try await library.heads())
    }

    package func draft(_ id: ServiceDraft.ID) async throws -> ServiceDraft? {
        try await database.read { tx in try ServiceDraftStore.find(id, in: tx) }
    }

    package func newest() async throws -> [ServiceDraft] {
        try await database.read { tx in try ServiceDraftStore.newest(200, in: tx) }
    }

    /// The drafts that became the versions in force, by service; a version that was published from a file has none.
    package func draftsInForce() async throws -> [String: ServiceDraft.ID] {
        let published = try await database.read { tx in try ServiceDraftStore.published(in: tx) }
        var drafts: [String: ServiceDraft.ID] = [:]
        for head in try await library.heads() { drafts[head.service] = published[head.hash] }
        return drafts
    }

    /// The definition of a service in force as it was written here; nil where it was published from a file.
    package func textInForce(of service: String) async throws -> String? {
        guard let id = try await draftsInForce()[service] else { return nil }
        return try await draft(id)?.text
    }

    /// The text from which a draft of a service that is there begins, with what is to be looked at; nil when there is none.
    ///
    /// - Parameter file: the service's file among those that the program brings along, where it has not been written here.
    package func beginning(of service: String, file: String?) async throws -> (text: String, missing: [Phrase])? {
        if let text = try await textInForce(of: service) { return (text, []) }
        guard let file else { return nil }
        guard let head = try await library.heads().first(where: { $0.service == service }) else { return (file, []) }
        let definition = DefinitionReader(library: try parts()).check(file, file: "\(service).yaml").definition
        let isSame = try definition.map { try PublishedDefinition($0).hash == head.hash } ?? false
        return (file, isSame ? [] : [Self.fileDiffers])
    }

    static let fileDiffers = Phrase(
        vi: "Bản đang áp dụng ở đây khác tệp kèm theo phần mềm: hãy so sánh trước khi gửi duyệt.",
        en: "The version in force here differs from the program's file: compare them before the draft goes to review.")

    package func changes(of id: ServiceDraft.ID) async throws -> [ServiceDraftChange] {
        try await database.read { tx in try ServiceDraftStore.changes(of: id, in: tx) }
    }

    /// Nobody reviews a draft at which they wrote.
    package static func hasWritten(_ actor: Actor, at changes: [ServiceDraftChange]) -> Bool {
        let writing: Set<ServiceDraftChange.Kind> = [.begun, .changed, .undone]
        return changes.contains { writing.contains($0.kind) && $0.account == actor.account }
    }
}
