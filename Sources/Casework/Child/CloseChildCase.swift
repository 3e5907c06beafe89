import Kernel
import Storage

/// Closes the child of a case that awaits it no more: the origin was withdrawn, has ended or gone on, or another agency was
/// asked. A child whose result exists is left: what was decided stays decided.
struct CloseChildCase {
    let office: CaseOffice

    init(_ office: CaseOffice) { self.office = office }

    func callAsFunction(_ order: ChildCaseOrder) async throws {
        let found = try await office.database.read { tx in
            (child: try DossierStore.child(order, in: tx), origin: try DossierStore.find(order.origin, in: tx)?.dossier)
        }
        guard let child = found.child, child.isOpen, let origin = found.origin else { return }
        let reason = Self.reason(origin)
        let actor = Actor.system("child-case")
        _ = try await office.acting(on: child.id) { [office] service, calendar, tx in
            let now = office.clock.now
            guard let stored = try DossierStore.lock(child.id, in: tx), stored.dossier.isOpen,
                !stored.dossier.isFinished
            else { return }
            let text = try ContentStore.insert(text: reason, of: child.id, at: now, in: tx)
            _ = try office.record(
                .withdrawn(text: text), on: stored, service, calendar, by: actor, at: now, in: tx)
        }
    }

    private static func reason(_ origin: Dossier) -> String {
        switch origin.official {
        case .withdrawn: "Hồ sơ gốc \(origin.code) đã được rút."
        case .stopped, .notReceived: "Hồ sơ gốc \(origin.code) đã bị từ chối."
        default: "Hồ sơ gốc \(origin.code) không còn chờ hồ sơ này."
        }
    }
}
