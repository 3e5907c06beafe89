import Jobs
import Kernel
import Storage

/// What is to be done between a case and its child at another agency, as the outbox keeps it: written in the transaction of
/// the act that calls for it, carried out afterwards, each in a transaction that locks one dossier alone. So acts on the
/// two cases never wait for each other, and whatever is done twice finds that it is done.
struct ChildCaseOrder: Codable, Equatable {
    static let kind = "child-case"

    enum Deed: String, Codable {
        /// Make the child.
        case open
        /// The origin awaits it no more: close it.
        case close
        /// The child has come to its end: answer the origin's branch.
        case answer
    }

    let deed: Deed
    let origin: Dossier.ID
    let branch: String
    let round: Int

    /// Orders of one branch are carried out in their order; those of others do not wait for them.
    var lane: String { "\(Self.kind):\(origin):\(branch)" }

    /// Writes down what an event calls for.
    static func enqueue(
        after event: DossierEvent, from before: Dossier, to dossier: Dossier, at now: Instant, in tx: any Transaction
    ) throws {
        var orders = dossier.dropping(since: before).map {
            ChildCaseOrder(deed: .close, origin: dossier.id, branch: $0.key, round: $0.round)
        }
        orders += dossier.opening(since: before).map {
            ChildCaseOrder(deed: .open, origin: dossier.id, branch: $0.key, round: $0.round)
        }
        if let origin = dossier.origin, event.endsChild {
            orders.append(
                ChildCaseOrder(deed: .answer, origin: origin.dossier, branch: origin.branch, round: origin.round))
        }
        guard !orders.isEmpty else { return }
        try Outbox.enqueue(
            try orders.map { (kind: kind, lane: $0.lane, payload: try JSON(encoding: $0)) }, at: now,
            in: tx)
    }
}

extension DossierEvent {
    /// Whether a child that it happens to has an answer for its origin.
    fileprivate var endsChild: Bool {
        switch self {
        case .finished, .refused, .withdrawn: true
        default: false
        }
    }
}
