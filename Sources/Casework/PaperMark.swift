import Kernel

/// What an event says of a file: its id and the SHA-256 of its content, so that nobody puts another in its place unseen.
package struct PaperMark: Codable, Sendable, Equatable {
    package let id: String
    package let sha256: String
    /// The paper of the earlier dossier, when it was used again.
    package let from: String?

    init(_ paper: Paper) {
        id = paper.id.description
        sha256 = paper.sha256
        from = paper.origin?.paper
    }
}
