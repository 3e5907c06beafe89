package import Kernel
package import Storage

/// A file of a dossier or of a draft: handed in by the applicant, or the result.
package struct Paper: Sendable, Equatable {
    package typealias ID = Kernel.ID<Paper>
    package enum Kind: String, Sendable, SQLBindable, SQLReadable { case applicant, result }

    package let id: ID
    /// The key of the paper's rule in the definition, or the name of a question; `result` for results.
    package let rule: String
    /// Whether it answers a question of the form: then `rule` is the question's name, `matter.photo`.
    package var isAnswer: Bool { rule.contains(".") }
    package let kind: Kind
    package let sha256: String
    package let filename: String
    package let mediaType: String
    package let size: Int
    package let addedAt: Instant
    /// The request for supplements that it answers; nil for what was filed at first.
    package let request: String?
    /// A supplement took its place, or the desk took a wrong result back; it stays to be seen.
    package let isReplaced: Bool
    /// What was found wrong with it, of the time before the entry about it named its words.
    package var earlierNote: String?
    /// Where it comes from when it was not handed in again.
    package var origin: PaperOrigin?

    /// Whether the applicant handed it in, now or in an earlier dossier, and so may have it.
    package var isApplicants: Bool { kind == .applicant && origin?.isHandedResult != true }

    /// Another row that names the same content.
    func copy(
        as rule: String, kind: Kind = .applicant, from origin: PaperOrigin? = nil, request: String? = nil,
        at now: Instant
    ) -> Paper {
        var copy = Paper(
            id: ID(at: now), rule: rule, kind: kind, sha256: sha256, filename: filename, mediaType: mediaType,
            size: size, addedAt: now, request: request, isReplaced: false)
        copy.origin = origin
        return copy
    }
}

/// The SQL of papers.
package enum PaperStore {
    package static func papers(of id: Dossier.ID, in tx: any Transaction) throws -> [Paper] {
        try tx.rows(
            """
            SELECT id, paper, kind, sha256, filename, media_type, size, added_at, request, replaced,
                earlier_note, origin
            FROM dossier_paper WHERE dossier_id = \(id) ORDER BY added_at, id
            """
        ).map { row in
            Paper(
                id: try row.get("id"), rule: try row.get("paper"), kind: try row.get("kind"),
                sha256: try row.get("sha256"), filename: try row.get("filename"),
                mediaType: try row.get("media_type"), size: try row.get("size"), addedAt: try row.get("added_at"),
                request: try row.find("request"), isReplaced: try row.get("replaced"),
                earlierNote: try row.find("earlier_note"),
                origin: try row.find("origin", as: JSON.self)?.decoded(as: PaperOrigin.self))
        }
    }

    /// A file that the file store must hold.
    package struct StoredFile: Sendable, Equatable {
        package let sha256: String
        package let size: Int
    }

    /// Every file that a paper names, by hash.
    package static func files(in tx: any Transaction) throws -> [StoredFile] {
        try tx.rows("SELECT sha256, max(size) AS size FROM dossier_paper GROUP BY sha256 ORDER BY sha256").map { row in
            StoredFile(sha256: try row.get("sha256"), size: try row.get("size"))
        }
    }

    /// Which of these hashes a paper names.
    static func named(among hashes: [String], in tx: any Transaction) throws -> Set<String> {
        let rows = try tx.rows("SELECT DISTINCT sha256 FROM dossier_paper WHERE sha256 IN (\(list: hashes))")
        return Set(try rows.map { try $0.get("sha256") })
    }

    static func insert(_ paper: Paper, of id: Dossier.ID, in tx: any Transaction) throws {
        try tx.run(
            """
            INSERT INTO dossier_paper (id, dossier_id, paper, kind, sha256, filename, media_type, size, added_at,
                request, replaced, origin)
            VALUES (\(paper.id), \(id), \(paper.rule), \(paper.kind), \(paper.sha256), \(paper.filename),
                \(paper.mediaType), \(paper.size), \(paper.addedAt), \(paper.request), \(false),
                \(try paper.origin.map { try JSON(encoding: $0) }))
            """)
    }

    static func remove(_ paper: Paper.ID, of id: Dossier.ID, in tx: any Transaction) throws -> Bool {
        try tx.run("DELETE FROM dossier_paper WHERE id = \(paper) AND dossier_id = \(id)") == 1
    }

    /// Marks the earlier files of a rule as replaced by a supplement.
    static func replace(_ rule: String, of id: Dossier.ID, except request: String, in tx: any Transaction) throws {
        try tx.run(
            """
            UPDATE dossier_paper SET replaced = \(true)
            WHERE dossier_id = \(id) AND paper = \(rule) AND kind = 'applicant'
              AND (request IS NULL OR request <> \(request))
            """)
    }

    /// Takes a result out of what is delivered; false when there is none of that id, or not any more.
    static func takeBack(_ result: Paper.ID, of id: Dossier.ID, in tx: any Transaction) throws -> Bool {
        try tx.run(
            """
            UPDATE dossier_paper SET replaced = \(true)
            WHERE id = \(result) AND dossier_id = \(id) AND kind = 'result' AND replaced = \(false)
            """) == 1
    }

    /// Forgets what was attached to a request and never sent.
    static func removeUnsent(_ request: String, of id: Dossier.ID, in tx: any Transaction) throws {
        try tx.run("DELETE FROM dossier_paper WHERE dossier_id = \(id) AND request = \(request)")
    }

    /// Whether the dossier has that file.
    static func has(_ paper: Paper.ID, of id: Dossier.ID, in tx: any Transaction) throws -> Bool {
        try tx.row("SELECT 1 AS one FROM dossier_paper WHERE id = \(paper) AND dossier_id = \(id)") != nil
    }
}
