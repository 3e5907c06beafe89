import Catalogue
import Kernel
import Storage

/// Asks an agency or unit for the answer of a branch (lấy ý kiến), or another than the one that was asked; by whoever
/// watches the step. Whom to ask is theirs to choose only where the definition leaves it open, and only among those who
/// can answer: whoever is asked reads the case.
package struct AskBranch: Sendable {
    package struct Order: Sendable {
        package var branch: String
        /// The agency or unit, by id.
        package var place: String
        package var question: String
        package var seen: Int

        package init(branch: String, place: String, question: String, seen: Int) {
            self.branch = branch
            self.place = place
            self.question = question
            self.seen = seen
        }
    }

    let office: CaseOffice

    package init(_ office: CaseOffice) { self.office = office }

    package func callAsFunction(
        _ id: Dossier.ID, _ order: Order, by official: DeskOfficial
    ) async throws -> Result<Dossier, CaseRefusal> {
        let now = office.clock.now
        return try await office.acting(on: id, orElse: .unknown) { [office] service, calendar, tx in
            let hand: CaseAtHand
            switch try office.atHand(id, service, seen: order.seen, for: official, in: tx) {
            case .failure(let refusal): return .failure(refusal)
            case .success(let found): hand = found
            }
            guard let content = try ContentStore.find(id, in: tx),
                let branch = hand.dossier.branches.first(where: { $0.key == order.branch }), !branch.isAnswered,
                let rule = service.branch(branch.key, in: hand.step.key),
                let offered = try office.askable(branch, rule, by: hand.dossier.agency, in: tx)
            else { return .failure(.notPossible) }
            guard let seat = offered.first(where: { $0.id == order.place }) else {
                let words = Phrase(vi: "Hãy chọn nơi được hỏi", en: "Choose who is asked")
                return .failure(.problems([FieldProblem("place.\(order.branch)", words)]))
            }
            let text =
                try order.question.isEmpty
                ? nil : ContentStore.insert(text: order.question, of: id, at: now, in: tx)
            let facts = hand.dossier.facts(content)
            let course = office.course(service, facts, calendar, at: now, in: tx)
            let event = DossierEvent.branchAsked(
                branch: branch.key, agency: seat.agency, unit: seat.unit,
                due: course.due(branch.key, in: hand.step.key), text: text)
            return .success(
                try office.record(
                    [event], on: hand.stored, of: content.parties, service, calendar, facts,
                    by: official.actor, at: now, in: tx))
        }
    }
}

extension CaseOffice {
    /// Whom an agency may ask for the answers of branches whose place is not settled: ids, by the branch's key.
    func askable(
        _ branches: [(state: CaseBranch, rule: StepBranch)], by agency: String
    ) async throws -> [String: [String]] {
        guard !branches.isEmpty else { return [:] }
        return try await database.read { tx in
            var offered: [String: [String]] = [:]
            for (state, rule) in branches {
                offered[rule.key] = try askable(state, rule, by: agency, in: tx)?.map(\.id)
            }
            return offered
        }
    }

    /// Whom an agency may ask for the answer of a branch; nil when the definition says who answers it and they have been
    /// asked. A code that this site does not know says nothing.
    func askable(
        _ branch: CaseBranch, _ rule: StepBranch, by agency: String, in tx: any Transaction
    ) throws -> [Seat]? {
        guard let place = rule.at else { return nil }
        if rule.isCase {
            if let settled = try childSeat(of: rule, from: agency, in: tx), settled.agency == branch.agency {
                return nil
            }
            return try offering(rule, from: agency, in: tx)
        }
        guard try place == StepBranch.chosen || seats.seat(code: place, in: tx) == nil else { return nil }
        return try seats.askable(by: agency, role: rule.role, in: tx)
    }

    /// The agencies that may be given a case of its own: those that take its service, other than this one.
    private func offering(_ rule: StepBranch, from agency: String, in tx: any Transaction) throws -> [Seat] {
        try rule.service.map { try seats.offering($0, in: tx).filter { $0.agency != agency } } ?? []
    }

    /// The agency that gets a case of its own without anybody choosing: the one that the definition names, where it takes
    /// the service; or the only one that takes it, where the definition names none.
    func childSeat(of rule: StepBranch, from agency: String, in tx: any Transaction) throws -> Seat? {
        let offering = try offering(rule, from: agency, in: tx)
        if let code = rule.at, code != StepBranch.chosen {
            guard let seat = try seats.seat(code: code, in: tx) else { return nil }
            return offering.first { $0.agency == seat.agency }
        }
        return offering.count == 1 ? offering.first : nil
    }
}
