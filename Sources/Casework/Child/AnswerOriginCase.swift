import Catalogue
import Kernel
import Storage

/// Answers the branch of the origin with the end of its child: agreed when the child has its result, whose files come to
/// the origin as results too; disagreed, with the reason, when it was refused. Before that the child's own result counts as
/// handed over, to the origin: what is handed over is not taken back any more, so that no wrong result comes to the origin.
///
/// Two dossiers are changed in two transactions, for each act locks one. Killed between them, the job runs again: the child
/// is found handed over, the branch is answered. A result that no origin awaits stays to be given by the child's agency.
struct AnswerOriginCase {
    /// The way in which a child's result is handed over.
    static let way = "origin"

    let office: CaseOffice

    init(_ office: CaseOffice) { self.office = office }

    func callAsFunction(_ order: ChildCaseOrder) async throws {
        try await handOver(order)
        try await answer(order)
    }

    /// Nothing happens when the child is not at its end, for example because its result was taken back.
    private func answer(_ order: ChildCaseOrder) async throws {
        let actor = Actor.system("child-case")
        _ = try await office.acting(on: order.origin) { [office] service, calendar, tx in
            let now = office.clock.now
            guard let stored = try DossierStore.lock(order.origin, in: tx),
                let child = try DossierStore.child(order, in: tx), child.isFinished || !child.isOpen,
                stored.dossier.awaited(order) != nil, let content = try ContentStore.find(order.origin, in: tx)
            else { return }
            let hasResult = child.official == .finished || child.official == .returned
            let text = try Self.reason(of: child, in: tx).map {
                try ContentStore.insert(text: $0, of: order.origin, at: now, in: tx)
            }
            let papers = hasResult ? try Self.results(of: child.id, for: order, at: now, in: tx) : []
            let event = DossierEvent.branchAnswered(
                branch: order.branch, verdict: hasResult ? .agree : .disagree, text: text,
                papers: papers.isEmpty ? nil : papers.map(PaperMark.init))
            _ = try office.record(
                [event], on: stored, of: content.parties, service, calendar, stored.dossier.facts(content), by: actor,
                at: now, in: tx)
        }
    }

    /// Why it ended without a result; internal notes stay with the child.
    private static func reason(of child: Dossier, in tx: any Transaction) throws -> String? {
        let history = try DossierStore.history(of: child.id, in: tx)
        let texts = try ContentStore.texts(of: child.id, in: tx)
        for record in history.reversed() {
            switch record.event {
            case .refused(let text), .withdrawn(let text): return texts[text.id]
            default: continue
            }
        }
        return nil
    }

    /// The child's results as files of the origin: the same content under ids of their own.
    private static func results(
        of child: Dossier.ID, for order: ChildCaseOrder, at now: Instant, in tx: any Transaction
    ) throws -> [Paper] {
        try PaperStore.papers(of: child, in: tx).filter { $0.kind == .result && !$0.isReplaced }.map { paper in
            let copy = paper.copy(as: order.branch, kind: .result, at: now)
            try PaperStore.insert(copy, of: order.origin, in: tx)
            return copy
        }
    }

    func handOver(_ order: ChildCaseOrder) async throws {
        let actor = Actor.system("child-case")
        guard let id = try await office.database.read({ tx in try DossierStore.child(order, in: tx)?.id }) else {
            return
        }
        _ = try await office.acting(on: id) { [office] service, calendar, tx in
            guard let stored = try DossierStore.lock(id, in: tx), stored.dossier.isFinished,
                try DossierStore.find(order.origin, in: tx)?.dossier.awaited(order) != nil,
                let act = service.step(stored.dossier.step)?.acts.first(where: { $0.kind == .give })
            else { return }
            _ = try office.record(
                .given(act: act.key, way: Self.way), on: stored, service, calendar, by: actor, at: office.clock.now,
                in: tx)
        }
    }
}
