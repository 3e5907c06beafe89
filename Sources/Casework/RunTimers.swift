import Catalogue
import Kernel
import Storage

/// Does what the timers of steps ask for once their time has come: reminds, tells, performs an act. Any number of nodes
/// may run it at once: each case is locked, looked at again, and what has been done is not done twice.
package struct RunTimers: Sendable {
    static let perPass = 100

    let office: CaseOffice

    package init(_ office: CaseOffice) { self.office = office }

    /// Returns how many timers ran out.
    @discardableResult
    package func callAsFunction() async throws -> Int {
        var count = 0
        while true {
            let now = office.clock.now
            let ids = try await office.database.read { tx in try TaskStore.timed(at: now, limit: Self.perPass, in: tx) }
            var done = 0
            for id in ids where try await run(id) { done += 1 }
            count += done
            // What is left could not be brought on; it is looked at again in the next round.
            guard done > 0 else { return count }
        }
    }

    /// The first timer of the case that has run out; false when there is none any more.
    private func run(_ id: Dossier.ID) async throws -> Bool {
        let now = office.clock.now
        let actor = Actor.system("timer")
        guard let (service, calendar) = try await office.background(of: id) else { return false }
        return try await office.database.write { [office] tx in
            guard let stored = try DossierStore.lock(id, in: tx), let content = try ContentStore.find(id, in: tx)
            else { return false }
            let dossier = stored.dossier
            guard let due = StepTimers(dossier, service, calendar).next, due.at <= now else {
                try TaskStore.write(dossier, service, calendar, at: now, hadMore: dossier.hasMoreTasks, in: tx)
                return false
            }
            let facts = dossier.facts(content)
            let timer = due.timer
            var outcome: [DossierEvent]?
            if let act = timer.act {
                outcome = try Self.events(
                    of: act, timer,
                    CaseDecision(
                        dossier: dossier, service: service, facts: facts, calendar: calendar, now: now), office, tx)
            }
            let fired = FiredTimer(
                key: timer.key, tells: timer.tell, reminds: timer.remind == true, act: timer.act,
                isDone: timer.act == nil || outcome != nil)
            _ = try office.record(
                [.timed(timer: fired)] + (outcome ?? []), on: stored, of: content.parties, service, calendar, facts,
                by: actor, at: now, in: tx)
            return true
        }
    }

    /// What an act that the system does brings about; nil when this case does not allow it now.
    private static func events(
        of key: String, _ timer: StepTimer, _ decision: CaseDecision, _ office: CaseOffice, _ tx: any Transaction
    ) throws -> [DossierEvent]? {
        let dossier = decision.dossier
        guard let act = decision.service.acts(in: dossier.step, for: decision.facts).first(where: { $0.key == key })
        else { return nil }
        for feature in office.acts where try feature.objection(to: act, on: dossier, in: tx) != nil { return nil }
        let text = try timer.note.map {
            try ContentStore.insert(text: $0.vi, of: dossier.id, at: decision.now, in: tx)
        }
        switch decision.event(for: act, account: "system", text: text, request: nil, way: nil) {
        case .success(let event): return try [event] + decision.clockEvents(of: act).get()
        case .failure:
            if let text { try tx.run("DELETE FROM dossier_text WHERE id = \(text.id)") }
            return nil
        }
    }
}
