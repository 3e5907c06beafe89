import Catalogue
import Kernel
import Storage

extension CaseOffice {
    /// Enters a finished case into the registers of its service, in the transaction of the act that finishes it, and
    /// tells the dossier's own events of it. A register in which it stands already keeps its entry.
    ///
    /// The counters of the registers are locked in the order of their names, after everything else.
    func enter(
        _ dossier: Dossier, _ service: CompiledService, _ facts: CaseFacts?, at now: Instant, in tx: any Transaction
    ) throws -> [DossierEvent] {
        guard service.definition.registers?.isEmpty == false else { return [] }
        guard let facts = try facts ?? ContentStore.find(dossier.id, in: tx).map({ dossier.facts($0) }) else {
            return []
        }
        let standing = Set(try RegisterStore.standing(of: dossier.id, in: tx).map(\.register))
        let result = try DossierStore.history(of: dossier.id, in: tx).resultNumber
        let places = try CasePlaces(in: facts.answers, tx)
        let entries = service.entries(for: facts, place: places.name).sorted { $0.register.key < $1.register.key }
        return try entries.filter { !standing.contains($0.register.key) }.map { register, values in
            let year = now.day.year
            let number = try ResultNumberStore.next(
                RegisterStore.counter(register.key), of: dossier.agency, year: year, in: tx)
            let entry = RegisterEntry(
                id: RegisterEntry.ID(at: now), register: register.key, year: year, number: number,
                series: register.series, dossier: dossier.id, definition: service.hash, enteredOn: now.day,
                struckOn: nil, content: .init(values: values, result: result))
            let texts = register.columns.filter { $0.gives == .text }.compactMap { values[$0.key]?.string }
            let commitment = try RegisterStore.insert(
                entry, at: dossier.agency, texts: texts + [result].compactMap(\.self), in: tx)
            return .entered(
                register: register.key, entry: entry.id.description, number: number, year: year,
                commitment: commitment)
        }
    }

    /// Strikes out the entries of a case whose result was taken back.
    func strike(_ dossier: Dossier, at now: Instant, in tx: any Transaction) throws -> [DossierEvent] {
        let entries = try RegisterStore.standing(of: dossier.id, in: tx).map(\.id)
        for entry in entries { try RegisterStore.strike(entry, on: now.day, in: tx) }
        return entries.isEmpty ? [] : [.struckOut(entries: entries.map(\.description))]
    }
}
