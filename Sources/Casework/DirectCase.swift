import Catalogue
import Kernel
import Storage

/// Gives a case to an official, takes it for oneself, or passes it to another unit of the agency.
package struct DirectCase: Sendable {
    package enum Order: Sendable {
        /// To an official's account; nil lays the case back into the unit's common inbox.
        case assign(String?)
        case transfer(unit: String, note: String)
    }

    let office: CaseOffice
    let staff: StaffBook

    package init(_ office: CaseOffice, staff: StaffBook) {
        self.office = office
        self.staff = staff
    }

    package func callAsFunction(
        _ id: Dossier.ID, _ order: Order, seen: Int, by official: DeskOfficial
    ) async throws -> Result<Dossier, CaseRefusal> {
        let now = office.clock.now
        let staff = try await staff.of(official.agency)
        return try await office.acting(on: id, orElse: .unknown) { [office] service, calendar, tx in
            let found: CaseAtHand
            switch try office.atHand(id, service, seen: seen, as: .directs, for: official, in: tx) {
            case .failure(let refusal): return .failure(refusal)
            case .success(let hand): found = hand
            }
            let event: DossierEvent
            switch order {
            case .assign(let account):
                // Nobody could act on a case that is with somebody of another role.
                guard account.map({ staff.works($0, as: found.step.role) }) ?? true else {
                    let words = Phrase(vi: "Hãy chọn người nhận việc", en: "Choose who gets it")
                    return .failure(.problems([FieldProblem("to", words)]))
                }
                event = .assigned(to: account)
            case .transfer(let unit, let note):
                guard staff.unit(unit)?.isDesk == false else {
                    let words = Phrase(vi: "Hãy chọn đơn vị nhận", en: "Choose the unit")
                    return .failure(.problems([FieldProblem("unit", words)]))
                }
                guard !note.isEmpty else {
                    return .failure(
                        .problems([
                            FieldProblem(
                                "note", Phrase(vi: "Xin ghi lý do chuyển.", en: "Please write why it is passed on."))
                        ]))
                }
                event = .transferred(
                    unit: unit, text: try ContentStore.insert(text: note, of: id, at: now, in: tx))
            }
            return .success(
                try office.record(event, on: found.stored, service, calendar, by: official.actor, at: now, in: tx))
        }
    }
}
