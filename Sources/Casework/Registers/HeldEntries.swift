import Catalogue
import Journal
import Kernel
import Storage

/// What the registers of an agency hold of the owner of a draft, as far as whoever fills it in may see it: the newest entry of
/// each register that is not struck out.
///
/// It is found as papers are that are used again: an account finds what it filed itself for the same owner, an official what
/// lies at the own agency. A number that somebody types opens no register.
struct HeldEntries: Sendable {
    private let entries: [String: RegisterEntry]
    /// Whose data they are, for the record of who looked: by the dossier from which the entry was made.
    let people: [AccessRecord.Look]

    static let none = HeldEntries(entries: [:], people: [])

    private init(entries: [String: RegisterEntry], people: [AccessRecord.Look]) {
        self.entries = entries
        self.people = people
    }

    /// How many dossiers back an account's are looked at.
    static let reach = 200

    /// - Parameter own: the dossier that the draft becomes, which holds nothing yet.
    init(
        _ registers: Set<String>, of parties: Parties, at agency: String, for asker: EarlierPapers.Asker,
        _ office: CaseOffice, in tx: any Transaction
    ) throws {
        guard !registers.isEmpty, let owner = OwnerIdentity(parties) else {
            self = .none
            return
        }
        var entries: [String: RegisterEntry] = [:]
        var people: [AccessRecord.Look] = []
        let dossiers = Self.dossiers(of: owner, at: agency, asker)
        for entry in try RegisterStore.entries(
            RegisterStore.heldSQL(registers.sorted(), of: dossiers, at: agency), in: tx)
        where entries[entry.register] == nil && entry.content != nil {
            guard let dossier = try DossierStore.find(entry.dossier, in: tx)?.dossier,
                asker.reaches(dossier, of: owner, at: agency),
                let parties = try ContentStore.parties(of: dossier.id, in: tx), OwnerIdentity(parties) == owner
            else { continue }
            entries[entry.register] = entry
            people += office.people(of: dossier.submitter, parties).map {
                AccessRecord.Look($0, dossier.id.description)
            }
        }
        self.init(entries: entries, people: people)
    }

    /// The dossiers of this owner at this agency that are looked at. Served by the key of `dossier_key`; an account's own are
    /// picked out of them, so that the reach counts no other owner and no other agency.
    static func dossiers(of owner: OwnerIdentity, at agency: String, _ asker: EarlierPapers.Asker) -> SQL {
        let number = String(owner.number.prefix(ContentStore.longestKey))
        switch asker {
        case .account(let account, _):
            return """
                SELECT k.dossier_id AS id FROM dossier_key k CROSS JOIN dossier f
                WHERE f.id = k.dossier_id AND k.agency_id = \(agency) AND k.kind = 'number' AND k.value = \(number)
                    AND f.submitter = \(account) AND f.origin_id IS NULL
                ORDER BY k.dossier_id DESC LIMIT \(reach)
                """
        case .desk:
            return """
                SELECT dossier_id AS id FROM dossier_key
                WHERE agency_id = \(agency) AND kind = 'number' AND value = \(number)
                ORDER BY dossier_id DESC LIMIT \(reach)
                """
        }
    }

    /// What a column of the entry answers a question with; nil when there is none, or it is no answer to it.
    func answer(_ field: FormField) -> JSON? {
        guard let source = field.filledFrom, let entry = entries[source.register], let content = entry.content else {
            return nil
        }
        let value = content.values[source.column] ?? RegisterSource.Fact(rawValue: source.column).flatMap(entry.value)
        return value.flatMap { field.filled(with: $0) }
    }
}

extension RegisterEntry {
    fileprivate func value(_ fact: RegisterSource.Fact) -> JSON? {
        switch fact {
        case .entryNumber: .string(written)
        case .enteredOn: .string(enteredOn.description)
        case .resultNumber: content?.result.map { .string($0) }
        }
    }
}
