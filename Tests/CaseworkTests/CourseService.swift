import Casework
import Catalogue
import Foundation
import Kernel

/// A service of the tests' own with three branches beside each other, a visit to the site that stops the clock, money
/// that is waited for, timers and numbered results.
enum CourseService {
    /// - Parameters:
    ///   - join: when the branches have answered enough.
    ///   - when: the rule under which the branch of the police is there.
    ///   - fire: the code of the agency that is asked about fire safety.
    ///   - timers: of the step with the branches.
    static func make(
        join: String = "all", when: String = "matter.near_road", within: String = "3 working_days",
        fire: String = "H99.12", timers: String = "{}"
    ) throws -> CompiledService {
        let text = """
            service: thu-song-song
            procedure: "1.000002"
            effective_from: 2026-01-01
            title: Dịch vụ có lấy ý kiến | Service with opinions
            owners: [self]
            limit: 10 working_days
            supplement: {times: 2, clock: resume, within: \(within)}
            result: {title: Giấy phép thử, ways: [counter]}
            form:
              matter:
                title: Việc | The matter
                fields:
                  reason: {label: Lý do | Reason}
                  near_road: {kind: yes_no, label: Cạnh đường? | Near a road?}
            papers:
              form: {title: Đơn, form: true}
              proof: {title: Bản vẽ, copies: 1}
            steps:
              reception:
                title: Tiếp nhận | Reception
                role: one_stop
                official: 1
                acts:
                  receive: {title: Tiếp nhận | Receive, kind: receive, to: opinions}
                  supplement: {title: Yêu cầu bổ sung | Supplements, kind: supplement}
                  refuse: {title: Từ chối | Refuse, kind: refuse}
                timers:
                  gone: {after: 30 days, act: refuse, note: Quá hạn bổ sung | Supplements never came, waiting: true}
              opinions:
                title: Lấy ý kiến | Opinions
                role: specialist
                official: 4
                parallel:
                  planning: {title: Ý kiến quy hoạch | Planning, role: head, limit: 3 working_days}
                  fire: {title: Ý kiến phòng cháy | Fire safety, role: specialist, at: \(fire), limit: 2 working_days}
                  police: {title: Ý kiến công an | Police, role: leader, at: chosen, when: \(when)}
                join: \(join)
                to: work
                timers: \(timers)
                acts:
                  skip: {title: Không chờ nữa | Do not wait, to: work}
                  supplement: {title: Yêu cầu bổ sung | Supplements, kind: supplement}
                  stop: {title: Dừng | Stop, kind: refuse}
              work:
                title: Thẩm định | Appraisal
                role: specialist
                official: 4
                acts:
                  visit: {title: Đi thực địa | Visit the site, to: site, clock: stop, reason: chờ kiểm tra thực địa | waiting for the site visit}
                  charge: {title: Yêu cầu nộp tiền | Ask for money, to: money, clock: stop, reason: chờ nộp tiền | waiting for the payment}
                  sign: {title: Ký | Sign, kind: finish, to: handing, needs_result: false, number: GPT}
                  ask_again: {title: Lấy ý kiến lại | Ask again, to: opinions, back: true}
                  refuse: {title: Từ chối | Refuse, kind: refuse}
                timers:
                  reminder: {after: 2 working_days, remind: true}
                  escalate: {after: 3 working_days, tell: leader}
              site:
                title: Kiểm tra thực địa | Site visit
                role: specialist
                official: 4
                acts:
                  report: {title: Lập biên bản | Report, to: work, clock: resume}
              money:
                title: Chờ nộp tiền | Waiting for money
                role: one_stop
                official: 6
                acts:
                  paid: {title: Đã nộp | Paid, to: work, clock: resume}
                  stop: {title: Dừng | Stop, kind: refuse}
                timers:
                  unpaid: {after: 15 days, act: stop, note: Không nộp tiền | Not paid}
              handing:
                title: Trả kết quả | Handing over
                role: one_stop
                official: 9
                acts:
                  again: {title: Sửa lại | Once more, to: work, back: true}
                  give: {title: Trả kết quả | Give, kind: give}
            """
        switch DefinitionReader(library: DefinitionLibrary()).read(text, file: "thu-song-song.yaml") {
        case .failure(let problems): throw problems
        case .success(let definition): return try CompiledService(try PublishedDefinition(definition))
        }
    }

    static func answers(nearRoad: Bool) -> JSON { ["matter": ["reason": "Cần", "near_road": .bool(nearRoad)]] }
}

extension CaseBench {
    /// A received case, in the step with the branches.
    func asked(_ service: CompiledService, nearRoad: Bool = false) async throws -> Dossier {
        let draft = try await draft(service, answers: CourseService.answers(nearRoad: nearRoad))
        return try await act("receive", on: try await file(draft, service).get(), as: "one_stop").get()
    }

    /// The watcher of the step asks an agency or unit.
    func asks(
        _ branch: String, _ place: String, in dossier: Dossier, question: String = ""
    ) async throws -> Result<Dossier, CaseRefusal> {
        try await AskBranch(office)(
            dossier.id, .init(branch: branch, place: place, question: question, seen: dossier.version),
            by: Self.official("specialist"))
    }

    static let planner = official("head", "hung")
    static let fireOfficer = official("specialist", "phuong", agency: other)

    func answers(
        _ branch: String, of dossier: Dossier, _ verdict: OpinionVerdict? = .agree, note: String = "",
        by official: DeskOfficial
    ) async throws -> Result<Dossier, CaseRefusal> {
        let round = dossier.branches.first { $0.key == branch }?.round ?? 0
        return try await AnswerBranch(office)(
            dossier.id, .init(branch: branch, round: round, verdict: verdict, note: note), by: official)
    }

    /// The inbox of an official, as code of the branch or nothing for the step itself.
    func branches(before official: DeskOfficial, _ reach: InboxFilter.Reach = .own) async throws -> [String] {
        try await inbox(InboxFilter(reach: reach), of: official).rows.map(\.branch)
    }
}
