import Catalogue
import Directory
import Kernel
import WorkingTime

/// A case in the hands of an official: everything that its pages show.
struct OpenedCase: Sendable {
    let file: CaseFile
    let official: DeskOfficial
    let staff: Staff
    let agency: AgencyCard
    let handed: [HandedPaper]
    let calendar: WorkingCalendar
    let table: TerritoryTable
    let now: Instant
    /// The names of agencies and units that are asked in this case, by id.
    var seats: [String: Phrase] = [:]
    /// Whom the official may ask for the answer of a branch, by its key; none for branches whose place is settled.
    var askable: [String: [(id: String, name: Phrase)]] = [:]

    var dossier: Dossier { file.dossier }
    var id: Dossier.ID { file.dossier.id }
    var service: CompiledService { file.service }
    var places: PlaceLookup { PlaceLookup(table) }
    var standing: DeskStanding { file.standing(of: official) }
    var mayDirect: Bool { file.step.map { dossier.isOpen && official.mayDirect(dossier, role: $0.role) } ?? false }

    /// Whom a step of that role may be given to: the unit's officials first.
    func candidates(for role: String) -> [Colleague] {
        let able = staff.people.filter { $0.role == role }
        let near = able.filter { dossier.unit == nil || $0.unit == dossier.unit }
        return near + able.filter { one in !near.contains { $0.account == one.account && $0.unit == one.unit } }
    }

    func name(of account: String) -> Phrase {
        if account == official.account { return Phrase(same: official.name) }
        return staff.name(of: account).map { Phrase(same: $0) }
            ?? Phrase(vi: "công chức đã thôi việc ở đây", en: "an official who has left")
    }

    /// Where a branch is answered, in words.
    func seat(_ agency: String?, _ unit: String?) -> Phrase? {
        let names = [unit, agency].compactMap { id in id.flatMap { seats[$0] } }
        guard !names.isEmpty else { return nil }
        return Phrase(
            vi: names.map(\.vi).joined(separator: ", "), en: names.map(\.en).joined(separator: ", "))
    }

    /// The papers of this case for which something is handed in or shown.
    var due: [PaperDue] { service.papers(for: file.facts).filter { !$0.rule.isForm } }
}
