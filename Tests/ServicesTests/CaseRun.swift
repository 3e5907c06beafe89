import Blobs
import Kernel
import Storage
import TestKit
import Testing

@testable import Casework
@testable import Catalogue
@testable import Payments

/// A case carried from the draft to its end by the service's own acts, those first that no case before it took.
struct CaseRun {
    let bench: ServiceOffice
    let service: CompiledService
    /// The acts that some case took, as `step.act`.
    var taken: Set<String> = []

    private static let mostActs = 60

    /// Every act of the definition, as `step.act`. What comes to the desk is received as it is entered, so that a
    /// service which is not filed online has no other act at its reception (a check of definitions says so), but where
    /// a fee is to be paid before.
    var acts: [String] {
        let (steps, first) = (service.definition.steps, service.firstStep?.key)
        return steps.flatMap { step in
            step.acts.filter { act in
                act.kind == .receive || step.key != first || service.definition.takes(.online)
                    || service.definition.fees.contains { $0.due == .reception }
            }.map { "\(step.key).\($0.key)" }
        }
    }

    private func isNew(_ step: String, _ act: Act) -> Bool { !taken.contains("\(step).\(act.key)") }

    // MARK: filing

    func file(_ facts: CaseFacts) async throws -> Dossier {
        bench.clock.move(minutes: 1)
        let desk = facts.channel == .online ? nil : bench.official("one_stop")
        let account = desk?.account ?? ServiceOffice.applicant
        let party = Party(name: "Trần Thị Bưởi (mẫu)", number: "011190000123", phone: "0912345678", address: "Xã Mẫu")
        let parties = Parties(
            kind: facts.owner, owner: party, submitter: party, mandate: Self.mandate(facts),
            delivery: Delivery(way: service.definition.result.ways.first ?? "counter"))
        #expect(parties.isAuthorised == facts.isAuthorised)
        let begun = try await KeepDraft(bench.office).begin(
            service, at: ServiceOffice.agency, channel: facts.channel, parties: parties, account: account
        ).get()
        _ = try await KeepDraft(bench.office).change(begun.id, of: account) { $0.answers = facts.answers }
        let due = service.papers(for: facts).filter { $0.isToAttach && $0.required }
        if desk == nil {
            for paper in due { try await attach(to: .draft(begun.id, of: account), paper.rule.key) }
        } else {
            _ = try await HandInPapers(bench.office)(
                due.map { HandedPaper($0.rule.key, .copy) }, to: begun.id, of: account)
        }
        let draft = try #require(try await bench.office.draft(begun.id, of: account)?.draft)
        return try await FileDossier(bench.office)(
            draft, service.reading(facts), agencyCode: "H99.41",
            by: desk?.actor ?? .person(account: account, name: party.name), desk: desk
        ).get()
    }

    private static func mandate(_ facts: CaseFacts) -> String? {
        switch facts.owner {
        case .`self`: nil
        case .child: "parent"
        case .other: "authorised"
        case .householdBusiness, .organisation: facts.isAuthorised ? "authorised" : "legal_representative"
        }
    }

    private func attach(to place: AttachPaper.Place, _ rule: String) async throws {
        _ = try await AttachPaper(bench.office, blobs: bench.blobs)(bench.upload(), to: place, rule: rule).get()
    }

    // MARK: work

    /// Works a filed case until it has ended; returns it.
    mutating func work(_ filed: Dossier) async throws -> Dossier {
        var dossier = filed
        if dossier.clock != nil, let first = service.firstStep {
            // At the counter it is received when it is filed.
            taken.formUnion(first.acts.filter { $0.kind == .receive }.map { "\(first.key).\($0.key)" })
        }
        for _ in 0..<Self.mostActs where dossier.isOpen {
            bench.clock.move(minutes: 1)
            if let request = dossier.openRequest {
                dossier = try await answer(request, of: dossier)
                continue
            }
            let step = try #require(service.step(dossier.step))
            let act = try #require(try await choice(in: step, dossier), "\(step.key) leaves no act")
            dossier = try await perform(act, in: step, on: dossier)
            taken.insert("\(step.key).\(act.key)")
        }
        return dossier
    }

    private func perform(_ act: Act, in step: Step, on before: Dossier) async throws -> Dossier {
        var dossier = before
        let official = bench.official(step.role)
        if act.kind == .receive || act.kind == .give { dossier = try await settle(dossier) }
        if act.needsResult, !dossier.hasResult {
            dossier = try await AttachResult(bench.office, attach: AttachPaper(bench.office, blobs: bench.blobs))(
                dossier.id, bench.upload(), seen: dossier.version, by: official
            ).get()
        }
        let items = act.kind == .supplement ? [try await wrong(with: dossier)] : []
        let order = PerformAct.Order(
            act: act.key, seen: dossier.version, note: "ghi chú", items: items,
            way: act.kind == .give ? service.definition.result.ways.last : nil)
        return try await PerformAct(bench.office)(dossier.id, order, by: official).get()
    }

    /// Takes the money that is due.
    private func settle(_ dossier: Dossier) async throws -> Dossier {
        let due = try await bench.database.read { tx in try CaseFee.fees(of: dossier.id, in: tx) }
        let unpaid = due.filter { $0.paidAt == nil }
        guard !unpaid.isEmpty else { return dossier }
        let order = TakePayment.Order(
            payment: Payment.ID(at: bench.clock.now), fees: Set(unpaid.map(\.key)), method: .cash, payer: "Bưởi (mẫu)")
        _ = try await TakePayment(bench.office)(dossier.id, order, by: bench.official("one_stop")).get()
        return try #require(try await bench.office.file(dossier.id)).dossier
    }

    private func wrong(with dossier: Dossier) async throws -> SupplementItem {
        let file = try #require(try await bench.office.file(dossier.id))
        let paper = service.papers(for: file.facts).first { $0.isToAttach }?.rule.key
        return paper.map { SupplementItem(kind: .paper, key: $0, reason: "bản chụp mờ") }
            ?? SupplementItem(kind: .page, key: service.definition.form[0].key, reason: "ghi rõ địa chỉ")
    }

    private func answer(_ request: String, of dossier: Dossier) async throws -> Dossier {
        let desk = dossier.submitter == nil ? bench.official("one_stop") : nil
        let file = try #require(try await bench.office.file(dossier.id))
        let papers = try #require(file.openRequest).items.filter { $0.kind == .paper }.map(\.key)
        if desk == nil {
            for paper in papers {
                try await attach(to: .supplement(dossier.id, request: request, of: ServiceOffice.applicant), paper)
            }
        }
        return try await AnswerSupplement(bench.office)(
            dossier.id, request: request, checked: nil,
            by: desk?.actor ?? .person(account: ServiceOffice.applicant, name: "Bưởi (mẫu)"),
            desk: desk, handed: desk == nil ? [] : papers.map { HandedPaper($0, .copy) }
        ).get()
    }

    // MARK: which act

    /// A new act that goes on, else the way to one, else a new act that ends the case, else the way to the result.
    private func choice(in step: Step, _ dossier: Dossier) async throws -> Act? {
        let file = try #require(try await bench.office.file(dossier.id))
        let mayAsk = dossier.supplements < service.definition.supplement.times
        let possible = { (step: Step) in
            service.acts(in: step.key, for: file.facts).filter { act in
                act.kind != .supplement || mayAsk
            }
        }
        let here = possible(step)
        let goesOn = { (act: Act) in act.kind != .refuse && act.kind != .give }
        if let new = here.first(where: { isNew(step.key, $0) && goesOn($0) }) { return new }
        if let way = way(
            from: step, possible, to: { step in possible(step).contains { isNew(step.key, $0) && goesOn($0) } })
        {
            return way
        }
        if let new = here.first(where: { isNew(step.key, $0) }) { return new }
        if let way = way(from: step, possible, to: { step in possible(step).contains { isNew(step.key, $0) } }) {
            return way
        }
        return here.first { $0.kind == .give }
            ?? way(from: step, possible, to: { step in possible(step).contains { $0.kind == .give } })
    }

    /// The first act of the shortest way to a step that fulfils the wish.
    private func way(from start: Step, _ possible: (Step) -> [Act], to isWanted: (Step) -> Bool) -> Act? {
        var reached: Set<String> = [start.key]
        var border: [(step: Step, first: Act)] = []
        func widen(_ step: Step, _ first: Act?) {
            for act in possible(step) {
                guard let to = act.to, act.kind != .receive || start.key == step.key || first != nil,
                    let next = service.step(to), reached.insert(to).inserted
                else { continue }
                border.append((next, first ?? act))
            }
        }
        widen(start, nil)
        var index = 0
        while index < border.count {
            let (step, first) = border[index]
            if isWanted(step) { return first }
            widen(step, first)
            index += 1
        }
        return nil
    }
}
