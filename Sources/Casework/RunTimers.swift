import Catalogue
import Kernel
import Storage

/// Does what the timers of steps ask for once their time has come: reminds, tells, performs an act. Any number of nodes
/// may run it at once: each case is locked, looked at again, and what has been done is not done twice. A case that cannot
/// be brought on is put off, told of, and stands in no other's way.
package struct RunTimers: Sendable {
    /// How many cases are found at a time.
    var perPass = 100
    /// After how long a case is tried again that could not be brought on.
    static let minutesPutOff: Int64 = 60

    let office: CaseOffice
    let failed: @Sendable (_ id: Dossier.ID, _ fault: any Error) -> Void

    /// - Parameter failed: is told of each case that could not be brought on, and why.
    package init(_ office: CaseOffice, failed: @escaping @Sendable (Dossier.ID, any Error) -> Void) {
        self.office = office
        self.failed = failed
    }

    /// The definition under which the case is worked is not here.
    struct NoDefinition: Error, CustomStringConvertible {
        var description: String { "the definition of the case is missing" }
    }

    /// Returns how many timers ran out.
    @discardableResult
    package func callAsFunction() async throws -> Int {
        var count = 0
        var last: TaskStore.Timed?
        while true {
            let now = office.clock.now
            let timed = try await office.database.read { [last, perPass] tx in
                try TaskStore.timed(at: now, after: last, limit: perPass, in: tx)
            }
            for one in timed { count += try await runAll(one.dossier) }
            guard timed.count == perPass else { return count }
            last = timed.last
        }
    }

    /// Every timer of the case that has run out, one after the other: returns how many.
    private func runAll(_ id: Dossier.ID) async throws -> Int {
        var count = 0
        do {
            while try await run(id) { count += 1 }
        } catch let fault {
            guard !(fault is CancellationError) else { throw fault }
            failed(id, fault)
            let later = office.clock.now.adding(minutes: Self.minutesPutOff)
            try await office.database.write { tx in try TaskStore.putOff(id, until: later, in: tx) }
        }
        return count
    }

    /// The first timer of the case that has run out; false when there is none any more.
    private func run(_ id: Dossier.ID) async throws -> Bool {
        let now = office.clock.now
        let actor = Actor.system("timer")
        let went = try await office.acting(on: id) { [office] service, calendar, tx in
            guard let stored = try DossierStore.lock(id, in: tx) else { return false }
            guard let content = try ContentStore.find(id, in: tx) else {
                // Its content has been erased: nothing can be decided in it.
                try TaskStore.putOff(id, until: nil, in: tx)
                return false
            }
            let dossier = stored.dossier
            guard let due = StepTimers(dossier, service, calendar).next, due.at <= now else {
                try TaskStore.write(
                    dossier, service, calendar, at: now, hadMore: TaskStore.hasMore(dossier, service), in: tx)
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
        guard let went else { throw NoDefinition() }
        return went
    }

    /// What an act that the system does brings about; nil when this case does not allow it now.
    private static func events(
        of key: String, _ timer: StepTimer, _ decision: CaseDecision, _ office: CaseOffice, _ tx: any Transaction
    ) throws -> [DossierEvent]? {
        let dossier = decision.dossier
        guard let act = decision.service.allActs(in: dossier.step, for: decision.facts).first(where: { $0.key == key })
        else { return nil }
        for feature in office.acts where try feature.objection(to: act, on: dossier, in: tx) != nil { return nil }
        guard case .success(let clock) = decision.clockEvents(of: act) else { return nil }
        let text = try timer.note.map {
            try ContentStore.insert(text: $0.vi, of: dossier.id, at: decision.now, in: tx)
        }
        switch decision.event(for: act, account: "system", text: text, request: nil, way: nil) {
        case .success(let event): return [event] + clock
        case .failure:
            if let text { try tx.run("DELETE FROM dossier_text WHERE id = \(text.id)") }
            return nil
        }
    }
}
