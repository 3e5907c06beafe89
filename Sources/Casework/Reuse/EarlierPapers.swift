package import Catalogue
import Journal
package import Kernel
import Storage
import Wording

/// What the same owner has handed in at this site before, or received as a result, for papers that the service lets be
/// used again: what an agency holds is not asked for a second time (NĐ 45/2020/NĐ-CP).
package struct EarlierPapers: Sendable {
    /// Whose earlier dossiers are looked at: those that an account filed itself, not their children, and those that were
    /// entered at the counter of the agency for the owner whose number was seen there with the account's holder; or, at the
    /// desk, those of the owner at the official's own agency, which the official may open anyway. Nothing else is ever
    /// found: a number that somebody only typed opens nothing.
    package enum Asker: Sendable {
        case account(String, seen: CitizenNumber? = nil)
        case desk(DeskOfficial)

        /// - Parameter agency: where the dossier is filed or lies for which it is asked.
        func reaches(_ dossier: Dossier, of owner: OwnerIdentity, at agency: String) -> Bool {
            switch self {
            case .account(let account, let seen):
                dossier.origin == nil
                    && (dossier.submitter == account
                        || dossier.submitter == nil && dossier.agency == agency && seen?.digits == owner.number)
            case .desk(let official): official.sees(dossier)
            }
        }
    }

    /// The papers of one rule in one earlier dossier: offered, looked at and used together.
    package struct Offer: Sendable, Equatable {
        package let dossier: Dossier.ID
        package let code: String
        /// What it was called there.
        package let title: String
        package let isResult: Bool
        package let on: Day
        package let files: [Paper]
        /// Whether an account filed it; what was entered at a counter is looked at once it is used.
        package let isFiledOnline: Bool

        /// Under what a form names it.
        package var key: String { "\(dossier):\(files.first?.rule ?? "")" }

        /// `Giấy khám sức khỏe đã nộp ngày 22/04/2026 trong hồ sơ …`.
        package var words: Phrase {
            isResult
                ? Phrase(
                    vi: "\(title), kết quả ngày \(on.phrase.vi) của hồ sơ \(code)",
                    en: "\(title), the result of dossier \(code) of \(on.phrase.en)")
                : Phrase(
                    vi: "\(title) đã nộp ngày \(on.phrase.vi) trong hồ sơ \(code)",
                    en: "\(title), handed in on \(on.phrase.en) with dossier \(code)")
        }
    }

    /// How many dossiers back it looks, and how many offers it makes for one paper.
    static let reach = 40
    static let most = 5

    let office: CaseOffice

    package init(_ office: CaseOffice) { self.office = office }

    /// The offers by the keys of the papers, without those of the dossier that they are for. An official who is shown
    /// some has looked at the data of the people concerned, as by a search.
    /// - Parameter agency: where the dossier is filed or lies.
    package func callAsFunction(
        for papers: [PaperRule], of parties: Parties, at agency: String, except own: Dossier.ID, to asker: Asker
    ) async throws -> [String: [Offer]] {
        let wanted = papers.filter { $0.reuse != nil }
        guard !wanted.isEmpty, let owner = OwnerIdentity(parties) else { return [:] }
        let (found, shelf) = try await candidates(of: owner, at: agency, asker)
        let words = Set(wanted.compactMap(\.reuse?.word))
        let close = found.filter { $0.id != own && shelf.names(words, $0.definition) }.map(\.id)
        guard !close.isEmpty else { return [:] }
        let today = office.clock.now.day
        let (offers, shown) = try await office.database.read { [office] tx in
            var offers: [String: [Offer]] = [:]
            var shown: [AccessRecord.Look] = []
            for id in close {
                guard let held = try HeldDossier(id, of: owner, at: agency, asker, shelf, in: tx) else { continue }
                let before = offers.values.joined().count
                for rule in wanted where offers[rule.key, default: []].count < Self.most {
                    offers[rule.key, default: []] += held.offers(for: rule, on: today)
                }
                guard offers.values.joined().count > before else { continue }
                shown += held.people(office).map { AccessRecord.Look($0, id.description) }
            }
            return (offers.filter { !$0.value.isEmpty }, shown)
        }
        if case .desk(let official) = asker { try await note(shown, by: official) }
        return offers
    }

    private func note(_ shown: [AccessRecord.Look], by official: DeskOfficial) async throws {
        let (now, purpose) = (office.clock.now, LookPurpose.search)
        let looks = try await office.database.read { tx in
            try AccessRecord.fresh(shown, purpose: purpose, by: official.actor, at: now, in: tx)
        }
        guard !looks.isEmpty else { return }
        try await office.database.write { tx in
            try AccessRecord.write(
                looks, purpose: purpose, by: official.actor, agencyName: official.agencyName, at: now, in: tx)
        }
    }

    /// The definitions of the dossiers that these offers or papers come from, read before a transaction begins.
    func shelf(of dossiers: [Dossier.ID]) async throws -> ReuseShelf {
        let hashes = try await office.database.read { tx in
            try dossiers.compactMap { try DossierStore.find($0, in: tx)?.dossier.definition }
        }
        return try await shelf(hashes)
    }

    private func shelf(_ hashes: [String]) async throws -> ReuseShelf {
        var shelf = ReuseShelf()
        for hash in Set(hashes) { shelf.add(try await office.services.service(hash)?.definition, hash) }
        return shelf
    }

    private func candidates(
        of owner: OwnerIdentity, at agency: String, _ asker: Asker
    ) async throws -> (found: [(id: Dossier.ID, definition: String)], shelf: ReuseShelf) {
        let queries = Self.queries(owner, at: agency, asker)
        let found = try await office.database.read { tx in
            try queries.flatMap { try tx.rows($0) }.map { row in
                (id: try row.get("id", as: Dossier.ID.self), definition: try row.get("definition", as: String.self))
            }
        }
        return (found, try await shelf(found.map(\.definition)))
    }

    static func queries(_ owner: OwnerIdentity, at agency: String, _ asker: Asker) -> [SQL] {
        switch asker {
        case .account(let account, let seen):
            // No dossier is found by both: what was entered at a counter has no account.
            [filed(by: account)] + (seen?.digits == owner.number ? [held(owner, at: agency, isEntered: true)] : [])
        case .desk(let official): [held(owner, at: official.agency, isEntered: false)]
        }
    }

    /// Served by `dossier_of_submitter`.
    private static func filed(by account: String) -> SQL {
        """
        SELECT id, definition FROM dossier WHERE submitter = \(account) AND origin_id IS NULL
        ORDER BY filed_at DESC, id DESC LIMIT \(reach)
        """
    }

    /// Served by the key of `dossier_key`.
    private static func held(_ owner: OwnerIdentity, at agency: String, isEntered: Bool) -> SQL {
        let number = String(owner.number.prefix(ContentStore.longestKey))
        let entered: SQL = isEntered ? " AND d.submitter IS NULL AND d.origin_id IS NULL" : ""
        return """
            SELECT d.id, d.definition FROM dossier_key k JOIN dossier d ON d.id = k.dossier_id
            WHERE k.agency_id = \(agency) AND k.kind = 'number' AND k.value = \(number)\(entered)
            ORDER BY k.dossier_id DESC LIMIT \(reach)
            """
    }
}

/// The definitions of earlier dossiers, at hand inside a transaction.
struct ReuseShelf: Sendable {
    private var definitions: [String: ServiceDefinition] = [:]

    mutating func add(_ definition: ServiceDefinition?, _ hash: String) { definitions[hash] = definition }

    subscript(_ hash: String) -> ServiceDefinition? { definitions[hash] }

    /// Whether a definition names any of these words.
    func names(_ words: Set<String>, _ hash: String) -> Bool {
        guard let definition = definitions[hash] else { return false }
        return definition.result.word.map(words.contains) == true
            || definition.papers.contains { $0.reuse.map { words.contains($0.word) } == true }
    }
}
