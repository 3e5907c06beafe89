import Kernel
import Storage
import TestKit
import Testing

@testable import Casework
@testable import Catalogue

/// What no case can show is told by its name, and what one can is shown.
@Suite struct UntakenTests {
    /// Has a branch that is never asked, a reduction that nobody gets and an act that is never possible, each for an
    /// answer that nobody gives; a clock that never stood still when it is to go on, and a timer behind another that has
    /// moved the case.
    private static let text = """
        service: thu-nhanh
        procedure: "1.000003"
        effective_from: 2026-01-01
        title: Thử nhánh | Branches
        owners: [self, organisation]
        limit: 10 working_days
        supplement: {times: 1, clock: restart}
        result: {title: Giấy phép thử, ways: [counter]}
        form:
          matter:
            title: Việc | The matter
            fields:
              rooms: {kind: number, label: Số phòng | Rooms, minimum: 1, maximum: 3, whole: true}
              reason: {label: Lý do | Reason}
              is_poor: {kind: yes_no, label: Hộ nghèo? | Poor?}
        papers:
          proof: {title: Giấy chứng nhận hộ nghèo}
        fees:
          charge:
            title: Lệ phí | Charge
            amount: 10000
            reductions:
              large: {title: Nhà lớn | Large, when: matter.reason = "nhà lớn", percent: 50}
              poor: {title: Hộ nghèo | Poor, when: matter.is_poor, percent: 100, proof: proof}
        steps:
          reception:
            title: Tiếp nhận | Reception
            role: one_stop
            official: 1
            acts:
              receive: {title: Tiếp nhận | Receive, kind: receive, to: opinions}
              supplement: {title: Bổ sung | Supplements, kind: supplement}
              refuse: {title: Từ chối | Refuse, kind: refuse}
            timers:
              silent: {after: 30 days, act: refuse, note: Không bổ sung | Never came, waiting: true}
          opinions:
            title: Lấy ý kiến | Opinions
            role: specialist
            official: 4
            parallel:
              fire: {title: Phòng cháy | Fire, role: leader, at: chosen}
              police: {title: Công an | Police, role: head, when: matter.reason = "cạnh đồn"}
              survey: {title: Đo đạc | Survey, role: specialist, answer: done, when: matter.rooms > 1}
            join: any
            to: work
            acts:
              skip: {title: Không chờ nữa | Do not wait, to: work}
            timers:
              reminder: {after: 1 working_days, remind: true}
              presumed: {after: 2 working_days, act: skip}
              late: {after: 3 working_days, tell: leader}
          work:
            title: Thẩm định | Appraisal
            role: specialist
            official: 4
            acts:
              sign: {title: Ký | Sign, kind: finish, to: handing, needs_result: false, number: GPT}
              visit: {title: Thực địa | Visit, to: site}
              stop: {title: Dừng | Stop, kind: refuse, when: matter.reason = "dừng"}
            timers:
              told: {after: 1 working_days, tell: head}
              away: {after: 2 working_days, act: visit}
              never: {after: 3 working_days, remind: true}
          site:
            title: Thực địa | Site
            role: specialist
            official: 4
            acts:
              report: {title: Biên bản | Report, to: work, clock: resume}
          handing:
            title: Trả | Handing over
            role: one_stop
            official: 9
            acts:
              give: {title: Trả | Give, kind: give}
        """

    private func service() throws -> CompiledService {
        switch DefinitionReader(library: DefinitionLibrary()).read(Self.text, file: "thu-nhanh.yaml") {
        case .failure(let problems): throw problems
        case .success(let definition): return try CompiledService(PublishedDefinition(definition))
        }
    }

    @Test func `answers that never come about are told by name`() throws {
        let generated = GeneratedCases(try service(), most: 40)
        #expect(
            generated.untaken == [
                "fees.charge.reductions.large: taken", "steps.opinions.parallel.police: asked",
                "steps.work.stop: possible",
            ])
        #expect(Set(generated.cases.map(\.isAuthorised)) == [true, false])
    }

    @Test(arguments: Dialect.allCases)
    func `what officials and time cannot bring about is told by name`(dialect: Dialect) async throws {
        let service = try service()
        try await ServiceOffice.with(dialect) { bench in
            try await bench.offer(service)
            let cases = GeneratedCases(service, most: 40).cases
            var run = CaseRun(bench: bench, service: service)
            for _ in 0..<8 {
                for facts in cases {
                    let ended = try await run.work(run.file(facts))
                    #expect(!ended.isOpen)
                }
            }
            #expect(
                run.wanted.filter { !run.taken.contains($0) } == [
                    "opinions.parallel.police: agree", "opinions.parallel.police: remarks",
                    "opinions.parallel.police: disagree", "work.stop", "work.timers.never",
                    "site.report: lets the clock go on",
                ])
        }
    }
}
