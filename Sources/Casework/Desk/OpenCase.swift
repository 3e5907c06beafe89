import Journal
import Kernel
import Storage

/// Opens the file of a case for an official, and leaves the access record that the people concerned see: one for each
/// official and case in an hour, for one purpose. Whoever is asked about another agency's case gets no more of it than
/// the answer needs (Luật 91/2025/QH15).
package struct OpenCase: Sendable {
    let office: CaseOffice

    package init(_ office: CaseOffice) { self.office = office }

    /// Nil when there is no such case, or it is another agency's and nothing is asked of this official.
    ///
    /// - Parameter admitsAsked: whether it opens for whoever is only asked for an answer, as `CaseFile.asked(of:)`.
    package func callAsFunction(
        _ id: Dossier.ID, by official: DeskOfficial, admitsAsked: Bool = false
    ) async throws -> CaseFile? {
        guard let file = try await office.file(id) else { return nil }
        let sees = official.sees(file.dossier)
        guard sees || (admitsAsked && official.reads(file.dossier)) else { return nil }
        let now = office.clock.now
        let purpose = sees ? LookPurpose.work : LookPurpose.opinion
        let people = office.people(of: file.dossier.submitter, file.parties).map {
            AccessRecord.Look($0, id.description)
        }
        let looks = try await office.database.read { tx in
            try AccessRecord.fresh(people, purpose: purpose, by: official.actor, at: now, in: tx)
        }
        if !looks.isEmpty {
            try await office.database.write { tx in
                try AccessRecord.write(
                    looks, purpose: purpose, by: official.actor, agencyName: official.agencyName, at: now, in: tx)
            }
        }
        return sees ? file : file.asked(of: official)
    }
}

extension CaseOffice {
    /// The keys under which the people of a case find who looked: the account that filed it, and the citizen numbers.
    func people(of submitter: String?, _ parties: Parties) -> [String] {
        let numbers = [parties.owner, parties.submitter].compactMap { CitizenNumber($0.number)?.digits }
        return [submitter].compactMap(\.self) + Set(numbers).sorted().map { personKey(citizen: $0) }
    }
}
