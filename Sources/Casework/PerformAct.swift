package import Catalogue
import Foundation
import Kernel
import Storage
import WorkingTime

/// Carries out an act of a step: receive, ask for supplements, refuse, hand over, propose, approve, send back, finish,
/// give the result. Which acts there are, who does them and where they lead stands in the service's definition.
package struct PerformAct: Sendable {
    /// What an official sends.
    package struct Order: Sendable {
        package var act: String
        /// The version of the dossier that the official saw.
        package var seen: Int
        package var note: String
        /// What is asked for, when the act asks for supplements.
        package var items: [SupplementItem]
        /// How the result is handed over: `counter`, `post`, `online`.
        package var way: String?
        /// The unit that has the case from the next step on; nil when it stays where it is.
        package var unit: String?
        /// The official who is given the next step; nil leaves it to the role.
        package var assignee: String?

        package init(
            act: String, seen: Int, note: String = "", items: [SupplementItem] = [], way: String? = nil,
            unit: String? = nil, assignee: String? = nil
        ) {
            self.act = act
            self.seen = seen
            self.note = note
            self.items = items
            self.way = way
            self.unit = unit
            self.assignee = assignee
        }
    }

    let office: CaseOffice

    package init(_ office: CaseOffice) { self.office = office }

    package func callAsFunction(
        _ id: Dossier.ID, _ order: Order, by official: DeskOfficial
    ) async throws -> Result<Dossier, CaseRefusal> {
        let now = office.clock.now
        return try await office.acting(on: id, orElse: .unknown) { [office] service, calendar, tx in
            let found: CaseAtHand
            switch try office.atHand(id, service, seen: order.seen, for: official, in: tx) {
            case .failure(let refusal): return .failure(refusal)
            case .success(let hand): found = hand
            }
            let (stored, dossier, step) = (found.stored, found.dossier, found.step)
            guard let content = try ContentStore.find(id, in: tx) else { return .failure(.notPossible) }
            let facts = dossier.facts(content)
            guard let act = service.acts(in: step.key, for: facts).first(where: { $0.key == order.act }) else {
                return .failure(.notPossible)
            }
            let problems = Self.problems(act, order, dossier, service)
            guard problems.isEmpty else { return .failure(.problems(problems)) }
            for feature in office.acts {
                if let objection = try feature.objection(to: act, on: dossier, in: tx) {
                    return .failure(.blocked(objection))
                }
            }
            let decision = CaseDecision(dossier: dossier, service: service, facts: facts, calendar: calendar, now: now)
            let clock: [DossierEvent]
            switch decision.clockEvents(of: act) {
            case .failure(let refusal): return .failure(refusal)
            case .success(let events): clock = events
            }
            // A request for supplements has its reasons in its items.
            let note = act.kind == .supplement ? "" : order.note
            let text = try note.isEmpty ? nil : ContentStore.insert(text: note, of: id, at: now, in: tx)
            let request = act.kind == .supplement ? try SupplementRequest.Mark(order.items, at: now) : nil
            switch decision.event(for: act, account: official.account, text: text, request: request, way: order.way) {
            case .failure(let refusal):
                if let text { try tx.run("DELETE FROM dossier_text WHERE id = \(text.id)") }
                return .failure(refusal)
            case .success(let event):
                if let request {
                    try SupplementStore.insert(request, of: id, order.items, at: now, in: tx)
                }
                let events = [event] + clock + (try Self.handing(order, after: act, dossier, at: now, in: tx))
                return .success(
                    try office.record(
                        events, on: stored, of: content.parties, service, calendar, facts, numbering: act.number,
                        by: official.actor, at: now, in: tx))
            }
        }
    }

    /// To which unit and official an act that goes on hands the case.
    private static func handing(
        _ order: Order, after act: Act, _ dossier: Dossier, at now: Instant, in tx: any Transaction
    ) throws -> [DossierEvent] {
        guard act.kind == .receive || act.kind == .move || act.kind == .finish else { return [] }
        var events: [DossierEvent] = []
        if let unit = order.unit, unit != dossier.unit {
            let text = try ContentStore.insert(text: act.title.vi, of: dossier.id, at: now, in: tx)
            events.append(.transferred(unit: unit, text: text))
        }
        if let assignee = order.assignee { events.append(.assigned(to: assignee)) }
        return events
    }

    /// What is missing from the order, all at once.
    private static func problems(
        _ act: Act, _ order: Order, _ dossier: Dossier, _ service: CompiledService
    ) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if act.kind != .supplement, act.needsNote || act.kind == .refuse, order.note.isEmpty {
            problems.append(
                FieldProblem(
                    "note", Phrase(vi: "Xin ghi lý do hoặc nội dung.", en: "Please write the reason or the content.")))
        }
        if act.kind == .supplement, order.items.isEmpty {
            problems.append(
                FieldProblem(
                    "items",
                    Phrase(
                        vi: "Xin chọn ít nhất một giấy tờ hoặc câu trả lời cần bổ sung.",
                        en: "Choose at least one paper or answer that must be supplemented.")))
        }
        if act.kind == .supplement, !order.items.allSatisfy(service.definition.asks) {
            problems.append(
                FieldProblem(
                    "items",
                    Phrase(
                        vi: "Có mục không thuộc dịch vụ này. Xin chọn lại.",
                        en: "An item is not of this service. Choose again.")))
        }
        for item in order.items where item.reason.isEmpty {
            problems.append(
                FieldProblem(
                    item.reasonField,
                    Phrase(vi: "Xin ghi lý do cho mục này.", en: "Please write the reason for this item.")))
        }
        if act.needsResult || (act.kind == .give && service.hasResultFile), !dossier.hasResult {
            problems.append(
                FieldProblem(
                    "result", Phrase(vi: "Xin tải tệp kết quả lên trước.", en: "Upload the result file first.")))
        }
        return problems
    }
}

extension CompiledService {
    /// Whether the result is a file: some act of the service asks for it. Without it there is nothing to hand over.
    fileprivate var hasResultFile: Bool { definition.steps.contains { $0.acts.contains(where: \.needsResult) } }
}

extension ServiceDefinition {
    /// Whether there is such a paper or page.
    fileprivate func asks(_ item: SupplementItem) -> Bool {
        switch item.kind {
        case .paper: paper(item.key) != nil || asksFile(item.key)
        case .page: form.contains { $0.key == item.key }
        }
    }
}

extension Dossier {
    /// What the rules of the service see of this dossier.
    package func facts(_ content: ContentStore.Content) -> CaseFacts {
        CaseFacts(
            answers: content.answers, owner: content.parties.kind, isAuthorised: content.parties.isAuthorised,
            channel: channel, day: filedAt.day)
    }
}
