import Kernel

/// What a branch says of the case that another agency works: drawn as a message to it and its answer, the rest stands in the
/// extension element as canonical JSON.
struct HandedCase: Codable {
    let service: String?
    let with: [HandedAnswer]?
    let papers: [HandedPaperName]?

    /// Nil when the branch says nothing of one.
    init?(_ branch: StepBranch) {
        guard branch.service != nil || branch.with != nil || branch.papers != nil else { return nil }
        (service, with, papers) = (branch.service, branch.with, branch.papers)
    }

    /// Nil when the text is none of the project's own.
    init?(_ text: String) {
        guard let handed = try? JSON(parsing: text).decoded(as: HandedCase.self) else { return nil }
        self = handed
    }

    var text: String? { try? JSON(encoding: self).canonical }
}
