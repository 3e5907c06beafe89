package import Catalogue
package import Kernel
import Storage

/// Lets running dossiers of a service go on under another version (chuyển phiên bản), or only tells what that would
/// change. Running dossiers keep their version otherwise; so a case is left where it is when the move would be to the
/// applicant's cost, unless that is accepted by name. No answer is lost.
package struct MoveDossiers: Sendable {
    package struct Order: Sendable {
        /// The version to go on under.
        package var target: CompiledService
        /// Steps that have another key there, by their keys of before.
        package var steps: [String: String]
        /// What may become worse for the applicant.
        package var accepted: Set<ReplayChange.Kind>
        /// The codes of the only dossiers to move; empty: all of the service.
        package var codes: Set<String>
        /// Only tells.
        package var isTrial: Bool

        package init(
            target: CompiledService, steps: [String: String] = [:], accepted: Set<ReplayChange.Kind> = [],
            codes: Set<String> = [], isTrial: Bool
        ) {
            self.target = target
            self.steps = steps
            self.accepted = accepted
            self.codes = codes
            self.isTrial = isTrial
        }
    }

    /// What is to the applicant's cost and must be accepted by name.
    package static let burdens: [ReplayChange.Kind] = [.paysMore, .otherLimit, .invalid, .newPaper]

    /// How many dossiers are found at a time.
    static let page = 200

    let office: CaseOffice
    let places: PlaceLookup

    package init(_ office: CaseOffice, places: PlaceLookup) {
        self.office = office
        self.places = places
    }

    /// Each dossier is moved in a transaction of its own: a stopped run has moved some whole and others not at all, and
    /// can be run again.
    package func callAsFunction(_ order: Order, by actor: Actor) async throws -> MoveReport {
        var report = MoveReport(of: order.target, places: places)
        var met: Set<String> = []
        var last: Dossier.ID?
        while true {
            let found = try await office.database.read { [last] tx in
                try Self.running(order.target, after: last, in: tx)
            }
            for one in found where order.codes.isEmpty || order.codes.contains(one.code) {
                met.insert(one.code)
                try await move(one.id, code: one.code, order, by: actor, &report)
            }
            guard found.count == Self.page else {
                for code in order.codes.subtracting(met).sorted() { report.miss(code) }
                return report
            }
            last = found.last?.id
        }
    }

    private func move(
        _ id: Dossier.ID, code: String, _ order: Order, by actor: Actor, _ report: inout MoveReport
    ) async throws {
        guard let (before, calendar) = try await office.background(of: id) else { return report.leaveOut(code) }
        let now = office.clock.now
        let look: @Sendable (DossierStore.Stored, any Transaction) throws -> Look = { [places] stored, tx in
            guard stored.dossier.isOpen, stored.dossier.definition == before.hash,
                let content = try ContentStore.find(id, in: tx)
            else { return .gone }
            let move = CaseMove(
                dossier: stored.dossier, content: content, fees: try CaseFee.fees(of: id, in: tx), before: before,
                after: order.target, calendar: calendar, steps: order.steps, places: places, now: now)
            switch try move.outcome() {
            case .failure(let refusal): return .stuck(move.replayed, refusal)
            case .success(let outcome):
                let burdens = outcome.burdens.subtracting(order.accepted)
                return burdens.isEmpty ? .ready(move.replayed, outcome) : .worse(move.replayed, burdens)
            }
        }
        let result: Look
        if order.isTrial {
            result = try await office.database.read { tx in
                try DossierStore.find(id, in: tx).map { try look($0, tx) } ?? .gone
            }
        } else {
            result = try await office.database.write { [office] tx in
                guard let stored = try DossierStore.lock(id, in: tx) else { return .gone }
                let result = try look(stored, tx)
                guard case .ready(_, let outcome) = result else { return result }
                try ContentStore.update(outcome.content, of: id, in: tx)
                var events = outcome.events
                if stored.dossier.origin == nil,
                    let fees = try CaseFee.adjust(to: order.target.fees(for: outcome.facts), of: id, in: tx)
                {
                    events.append(.feesChanged(fees: fees))
                }
                _ = try office.record(
                    events, on: stored, of: outcome.content.parties, order.target, calendar, outcome.facts, by: actor,
                    at: now, in: tx)
                return result
            }
        }
        switch result {
        case .gone: report.leaveOut(code)
        case .stuck(let one, let refusal): report.stuck(one, because: refusal.words)
        case .worse(let one, let burdens): report.left(one, because: burdens)
        case .ready(let one, _): report.moved(one)
        }
    }

    private enum Look: Sendable {
        case gone
        case stuck(ReplayedCase, CaseRefusal)
        case worse(ReplayedCase, Set<ReplayChange.Kind>)
        case ready(ReplayedCase, CaseMove.Outcome)
    }

    /// The running dossiers of the service under other versions, in the order of their ids.
    private static func running(
        _ target: CompiledService, after last: Dossier.ID?, in tx: any Transaction
    ) throws -> [(id: Dossier.ID, code: String)] {
        let further: SQL = last.map { "AND id > \($0) " } ?? ""
        let all: SQL = """
            SELECT id, code FROM dossier WHERE service = \(target.definition.service) AND ended_at IS NULL
              AND definition <> \(target.hash)
            """
        return try tx.rows(all + " " + further + "ORDER BY id LIMIT \(Self.page)").map {
            (try $0.get("id"), try $0.get("code"))
        }
    }
}
