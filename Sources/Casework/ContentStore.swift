package import Catalogue
import Foundation
import Journal
package import Kernel
package import Storage

/// The SQL of what is personal in a dossier: answers, parties, texts, search keys. All of it can be erased.
package enum ContentStore {
    package struct Content: Sendable {
        package var answers: JSON
        package var parties: Parties
        package var salt: String
        package var origins = AnswerOrigins()
        /// Answers for which the present version of the service does not ask.
        package var kept: [KeptAnswers] = []

        /// With the answers of a supplement under another salt: the next event commits to both.
        func changed(to answers: JSON, salt: String) -> Content {
            var origins = origins
            origins.supplement(from: self.answers, to: answers)
            return Content(answers: answers, parties: parties, salt: salt, origins: origins, kept: kept)
        }

        /// The case under another version of its service, under another salt.
        func moved(_ moved: MovedAnswers, salt: String) -> Content {
            Content(answers: moved.answers, parties: parties, salt: salt, origins: origins, kept: moved.kept)
        }

        /// The commitment to answers and parties, and to the answers that are kept beside them.
        func commitment() throws -> String {
            let kept = try kept.isEmpty ? nil : JSON(encoding: kept)
            return Self.commitment(to: answers, try JSON(encoding: parties), kept, salt: salt)
        }

        static func commitment(to answers: JSON, _ parties: JSON, _ kept: JSON?, salt: String) -> String {
            Journal.commitment(to: JSON.array([answers, parties] + (kept.map { [$0] } ?? [])).canonical, salt: salt)
        }
    }

    package static func find(_ id: Dossier.ID, in tx: any Transaction) throws -> Content? {
        guard
            let row = try tx.row(
                "SELECT answers, owner, salt, origins, kept FROM dossier_content WHERE dossier_id = \(id)")
        else { return nil }
        return Content(
            answers: try row.get("answers"), parties: try row.get("owner", as: JSON.self).decoded(as: Parties.self),
            salt: try row.get("salt"), origins: try AnswerOrigins(in: row),
            kept: try row.find("kept", as: JSON.self)?.decoded(as: [KeptAnswers].self) ?? [])
    }

    /// Owner and submitter alone, for whoever has to tell them something.
    package static func parties(of id: Dossier.ID, in tx: any Transaction) throws -> Parties? {
        try tx.row("SELECT owner FROM dossier_content WHERE dossier_id = \(id)")?.get("owner", as: JSON.self)
            .decoded(as: Parties.self)
    }

    static func insert(_ content: SealedContent, of id: Dossier.ID, agency: String, in tx: any Transaction) throws {
        let row: SQL = """
            INSERT INTO dossier_content (dossier_id, answers, owner, owner_name, salt, origins)
            VALUES (\(id), \(content.answers), \(content.parties), \(content.ownerName), \(content.salt),
                \(content.origins))
            """
        // One statement for all: each costs the database a plan's start and an answer.
        let values = content.keys.map { key -> SQL in "(\(agency), \(key.kind), \(key.value), \(id))" }
        let keys: SQL = "INSERT INTO dossier_key (agency_id, kind, value, dossier_id) VALUES "
        try tx.runAll(values.isEmpty ? [row] : [row, keys + .joined(values, by: ", ")])
    }

    /// Puts other answers under another salt: the next event commits to both.
    static func update(_ content: Content, of id: Dossier.ID, in tx: any Transaction) throws {
        try tx.runAll([
            """
            UPDATE dossier_content SET answers = \(content.answers), salt = \(content.salt),
                origins = \(try JSON(encoding: content.origins)),
                kept = \(try content.kept.isEmpty ? nil : JSON(encoding: content.kept))
            WHERE dossier_id = \(id)
            """
        ])
    }

    /// A text of a case (reason, note) in a row of its own; returns what the event says of it.
    static func insert(text: String, of id: Dossier.ID, at now: Instant, in tx: any Transaction) throws -> TextMark {
        let textID = ID<ContentStoreText>(at: now)
        let salt = Journal.salt()
        try tx.runAll([
            "INSERT INTO dossier_text (id, dossier_id, body, salt) VALUES (\(textID), \(id), \(text), \(salt))"
        ])
        return TextMark(id: textID.description, commitment: Journal.commitment(to: text, salt: salt))
    }

    package static func texts(of id: Dossier.ID, in tx: any Transaction) throws -> [String: String] {
        var texts: [String: String] = [:]
        for row in try tx.rows("SELECT id, body FROM dossier_text WHERE dossier_id = \(id)") {
            texts[try row.get("id")] = try row.get("body")
        }
        return texts
    }

    /// No key is longer: what comes after tells nobody apart.
    static let longestKey = 100
    /// A name is found from its first words on; no name in use has more.
    static let mostWords = 12

    /// The keys under which the desk finds a dossier: each name from each of its first words on, phones, numbers.
    static func keys(of parties: Parties) -> Set<Key> {
        var keys: Set<Key> = []
        for party in [parties.owner, parties.submitter] {
            var words = Folding.words(String(party.name.prefix(mostWords * longestKey))).prefix(
                mostWords + longestKey / 2)
            for _ in 0..<min(mostWords, words.count) {
                keys.insert(Key(kind: "name", value: String(words.joined(separator: " ").prefix(longestKey))))
                words = words.dropFirst()
            }
            let phone = party.phone.filter(\.isNumber)
            if !phone.isEmpty { keys.insert(Key(kind: "phone", value: String(phone.prefix(longestKey)))) }
            let number = party.number.filter { $0.isNumber || $0.isLetter }
            if !number.isEmpty {
                keys.insert(Key(kind: "number", value: String(number.uppercased().prefix(longestKey))))
            }
        }
        return keys
    }

    struct Key: Hashable {
        let kind: String
        let value: String
    }
}

/// Names the ids of texts.
enum ContentStoreText {}

extension AnswerOrigins {
    /// As the row of a draft or a dossier has them; rows of the time before have none.
    init(in row: Row) throws {
        self = try row.find("origins", as: JSON.self).map { try $0.decoded(as: AnswerOrigins.self) } ?? AnswerOrigins()
    }
}
