import Catalogue
import Kernel
import Storage
import TestKit
import Testing
import WorkingTime

@testable import Casework

/// The rows of tasks beside the dossier that they are drawn from.
@Suite struct TaskRowTests {
    @Test(arguments: Dialect.allCases)
    func `after every kind of event the tasks are those that the dossier calls for`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect, service: try CourseService.make()) { bench, service in
            let walk = TaskWalk(bench: bench, service: service)
            var kinds: Set<String> = []
            for end in ["given", "refused", "withdrawn"] {
                let id = try await walk.tasks(endingWith: end)
                kinds.formUnion(try #require(try await bench.office.file(id)).history.map(\.event.kind))
            }
            #expect(
                kinds == [
                    "filed", "received", "branches_opened", "branch_asked", "branch_answered", "joined",
                    "supplement_requested", "supplement_answered", "fees_changed", "paper_checked", "assigned",
                    "transferred", "timed", "timer_seen", "moved", "clock_stopped", "clock_resumed", "recalculated",
                    "paid", "payment_voided", "result_attached", "result_taken_back", "finished", "numbered", "rated",
                    "given", "refused", "withdrawn",
                ])
        }
    }
}

/// A case that is brought through everything, and looked at after each event.
private struct TaskWalk {
    let bench: CaseBench
    let service: CompiledService

    func tasks(endingWith end: String) async throws -> Dossier.ID {
        let draft = try await bench.draft(service, answers: CourseService.answers(nearRoad: true))
        var now = try await looked(try await bench.file(draft, service).get())
        let paper = try #require(try await bench.office.file(now.id)?.papers.first)
        now = try await looked(try await bench.act("receive", on: now, as: "one_stop").get())
        now = try await looked(try await bench.asks("police", CaseBench.unit, in: now, question: "?").get())
        now = try await looked(try await bench.asks("police", CaseBench.other, in: now).get())
        now = try await looked(
            try await CheckPaper(bench.office)(
                now.id, paper: paper.id, .accepted, note: "", seen: 0, by: CaseBench.official("specialist")
            ).get())
        now = try await looked(try await bench.answers("fire", of: now, by: CaseBench.fireOfficer).get())
        let items = [SupplementItem(kind: .paper, key: "proof", reason: "mờ")]
        now = try await looked(try await bench.act("supplement", on: now, as: "specialist", items: items).get())
        if end == "refused" { return try await looked(try await bench.act("stop", on: now, as: "specialist").get()).id }
        let chief = CaseBench.official("leader", "son", agency: CaseBench.other)
        now = try await looked(try await bench.answers("police", of: now, by: chief).get())
        let request = try #require(now.openRequest)
        try await bench.attach(to: .supplement(now.id, request: request, of: "anna"), rule: "proof")
        now = try await looked(try await bench.answer(now.id, request: request).get())
        now = try await recorded(.feesChanged(fees: []), in: now)
        now = try await recorded(.assigned(to: "lan"), in: now)
        now = try await transferred(now)
        now = try await looked(try await bench.answers("planning", of: now, by: CaseBench.planner).get())
        #expect(now.step == "work")
        bench.time.move(hours: 24 * 6)
        #expect(try await bench.runsTimers() == 2)
        now = try await looked(try #require(try await bench.office.file(now.id)?.dossier))
        now = try await looked(
            try await SeeTimer(bench.office)(now.id, timer: "escalate", by: CaseBench.official("leader", "son")).get())
        now = try await looked(try await bench.act("visit", on: now, as: "specialist").get())
        if end == "withdrawn" {
            let ended = try await WithdrawDossier(bench.office)(now.id, reason: "đổi ý", by: CaseBench.person()).get()
            return try await looked(ended).id
        }
        now = try await looked(try await bench.act("report", on: now, as: "specialist").get())
        now = try await recorded(.recalculated(clock: try #require(now.clock)), in: now)
        let amount = Money(dong: 5000)
        now = try await recorded(.paid(payment: "p", receipt: "1", amount: amount), in: now)
        now = try await recorded(.paymentVoided(payment: "p", receipt: "1", amount: amount), in: now)
        now = try await result(now)
        let wrong = try #require(try await bench.office.file(now.id)?.results.first)
        now = try await looked(
            try await TakeBackResult(bench.office)(
                now.id, result: wrong.id, reason: "sai tên", seen: now.version, by: CaseBench.official("specialist")
            ).get())
        now = try await result(now)
        now = try await looked(try await bench.act("sign", on: now, as: "specialist").get())
        now = try await looked(try await bench.act("give", on: now, as: "one_stop", way: "counter").get())
        return try await recorded(.rated(score: 5), in: now).id
    }

    private func result(_ dossier: Dossier) async throws -> Dossier {
        let attach = AttachResult(bench.office, attach: AttachPaper(bench.office, blobs: bench.blobs))
        return try await looked(
            try await attach(
                dossier.id, try bench.upload("%PDF-1.7 \(dossier.version) %%EOF"), seen: dossier.version,
                by: CaseBench.official("specialist")
            ).get())
    }

    private func transferred(_ dossier: Dossier) async throws -> Dossier {
        let text = try await bench.database.write { [now = bench.time.now] tx in
            try ContentStore.insert(text: "chuyển", of: dossier.id, at: now, in: tx)
        }
        return try await recorded(.transferred(unit: CaseBench.unit, text: text), in: dossier)
    }

    private func recorded(_ event: DossierEvent, in dossier: Dossier) async throws -> Dossier {
        try await looked(
            try await bench.database.write { tx in
                let stored = try #require(try DossierStore.lock(dossier.id, in: tx))
                return try bench.office.record(
                    event, on: stored, service, .national, by: .system("test"), at: bench.time.now, in: tx)
            })
    }

    /// The dossier, whose tasks were found to be as it says.
    private func looked(_ dossier: Dossier) async throws -> Dossier {
        let rows = try await bench.database.read { tx in
            try tx.rows(
                """
                SELECT branch, step, role, agency_id, unit_id, assignee, official, is_guest, timer_at
                FROM task WHERE dossier_id = \(dossier.id)
                """
            ).map { row in
                Row(
                    branch: try row.get("branch"), step: try row.get("step"), role: try row.get("role"),
                    agency: try row.get("agency_id"), unit: try row.find("unit_id"),
                    assignee: try row.find("assignee"), official: try row.get("official"),
                    isGuest: try row.get("is_guest"), timer: try row.find("timer_at"))
            }
        }
        let last = try #require(try await bench.office.file(dossier.id)?.history.last)
        #expect(Set(rows) == Set(wanted(dossier)), "\(last.event.kind)")
        #expect(rows.count == wanted(dossier).count, "\(last.event.kind)")
        return dossier
    }

    private struct Row: Hashable {
        let branch: String
        let step: String
        let role: String
        let agency: String
        let unit: String?
        var assignee: String?
        let official: OfficialState
        let isGuest: Bool
        var timer: Instant?
    }

    private func wanted(_ dossier: Dossier) -> [Row] {
        guard dossier.isOpen, let step = service.step(dossier.step) else { return [] }
        let own = Row(
            branch: "", step: step.key, role: step.role, agency: dossier.agency, unit: dossier.unit,
            assignee: dossier.assignee, official: dossier.official, isGuest: false,
            timer: StepTimers(dossier, service, .national).next?.at)
        let asked = dossier.branches.filter { $0.agency != nil && $0.answeredAt == nil }.map { branch in
            Row(
                branch: branch.key, step: step.key, role: branch.role, agency: branch.agency ?? "", unit: branch.unit,
                official: OfficialState(rawValue: step.official) ?? .inProcess,
                isGuest: branch.agency != dossier.agency)
        }
        let told = dossier.fired.compactMap { timer in
            timer.tells.map { role in
                Row(
                    branch: "~" + timer.key, step: step.key, role: role, agency: dossier.agency, unit: nil,
                    official: dossier.official, isGuest: false)
            }
        }
        return [own] + asked + told
    }
}
