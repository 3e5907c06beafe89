import Foundation
import Kernel
import Storage
import TestKit
import Testing

@testable import Casework
@testable import Catalogue
@testable import Jobs

/// Two services of the tests' own: one hands a case to another agency, the other is how that agency works it.
enum ChildService {
    /// - Parameters:
    ///   - at: which agency gets the child.
    ///   - limit: the limit that the origin sets for it.
    ///   - handing: the papers that are handed over.
    static func origin(
        at: String = "H99.12", limit: String = "", join: String = "all", handing: String = "{drawing: proof}"
    ) throws -> CompiledService {
        try made(
            """
            service: thu-goc
            procedure: "1.000003"
            effective_from: 2026-01-01
            title: Dịch vụ gốc | Origin service
            owners: [self]
            limit: 10 working_days
            supplement: {times: 2, clock: resume}
            result: {title: Giấy gốc, ways: [counter]}
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
                  receive: {title: Tiếp nhận | Receive, kind: receive, to: elsewhere}
                  refuse: {title: Từ chối | Refuse, kind: refuse}
              elsewhere:
                title: Cơ quan khác giải quyết | Elsewhere
                role: specialist
                official: 4
                parallel:
                  card:
                    title: Cấp thẻ | The card
                    answer: case
                    at: \(at)
                    service: thu-con
                    \(limit.isEmpty ? "" : "limit: \(limit)")
                    with: {card.purpose: 'matter.reason + " (thẻ)"', card.count: if matter.near_road then 2 else 1}
                    papers: \(handing)
                  planning: {title: Ý kiến | Opinion, role: head}
                join: \(join)
                to: work
                acts:
                  skip: {title: Không chờ nữa | Do not wait, to: work}
                  again: {title: Làm lại | Once more, to: elsewhere, back: true}
                  supplement: {title: Yêu cầu bổ sung | Supplements, kind: supplement}
                  stop: {title: Dừng | Stop, kind: refuse}
              work:
                title: Ký | Signature
                role: leader
                official: 4
                acts:
                  sign: {title: Ký | Sign, kind: finish, to: handing, needs_result: false}
                  refuse: {title: Từ chối | Refuse, kind: refuse}
              handing:
                title: Trả kết quả | Handing over
                role: one_stop
                official: 9
                acts:
                  give: {title: Trả kết quả | Give, kind: give}
            """)
    }

    static func child() throws -> CompiledService {
        try made(
            """
            service: thu-con
            procedure: "1.000004"
            effective_from: 2026-01-01
            title: Dịch vụ con | Child service
            owners: [self]
            limit: 5 working_days
            supplement: {times: 2, clock: restart}
            result: {title: Thẻ, ways: [counter]}
            form:
              matter:
                title: Việc | The matter
                fields:
                  reason: {label: Lý do | Reason}
              card:
                title: Thẻ | The card
                fields:
                  purpose: {label: Mục đích | Purpose}
                  count: {kind: number, label: Số lượng | Count}
            papers:
              drawing: {title: Bản vẽ, copies: 1}
              draft: {title: Giấy của nơi khác, required: false}
            steps:
              reception:
                title: Tiếp nhận | Reception
                role: one_stop
                official: 1
                acts:
                  receive: {title: Tiếp nhận | Receive, kind: receive, to: work}
              work:
                title: Giải quyết | Work
                role: specialist
                official: 4
                acts:
                  sign: {title: Ký | Sign, kind: finish, to: handing, needs_result: false}
                  supplement: {title: Yêu cầu bổ sung | Supplements, kind: supplement}
                  refuse: {title: Từ chối | Refuse, kind: refuse}
              handing:
                title: Trả kết quả | Handing over
                role: one_stop
                official: 9
                acts:
                  give: {title: Trả kết quả | Give, kind: give}
            """)
    }

    private static func made(_ text: String) throws -> CompiledService {
        let lines = text.split(separator: "\n").filter { !$0.allSatisfy { $0 == " " } }
        switch DefinitionReader(library: DefinitionLibrary()).read(lines.joined(separator: "\n"), file: "") {
        case .failure(let problems): throw problems
        case .success(let definition): return try CompiledService(try PublishedDefinition(definition))
        }
    }
}

extension CaseBench {
    /// A bench where the other agency takes the child's service, with a case that awaits it.
    static func withChild(
        _ dialect: Dialect, _ origin: CompiledService? = nil, offering agencies: [String] = [other],
        _ body: (CaseBench, Dossier) async throws -> Void
    ) async throws {
        try await with(dialect, service: try origin ?? ChildService.origin()) { bench, service in
            let child = try ChildService.child()
            try await bench.library.publish(child.published, by: .system("test"))
            for agency in agencies { try await bench.library.offer(child.definition.service, at: agency, on: true) }
            try await body(bench, try await bench.asked(service))
        }
    }

    /// What the outbox holds, in its order.
    func orders() async throws -> [Job] {
        try await database.read { tx in
            try tx.rows("SELECT id, kind, lane, payload, attempts FROM job ORDER BY created_at, id").map { row in
                Job(
                    id: try row.get("id"), kind: try row.get("kind"), lane: try row.get("lane"),
                    payload: try row.get("payload"), attempts: try row.get("attempts"))
            }
        }
    }

    /// Carries out what the outbox holds until it is empty.
    func carryOut() async throws {
        let queue = JobQueue(database: database, clock: time)
        while let job = try await orders().first {
            time.move(minutes: 1)
            try await ChildCaseJob(office).run(job)
            try await queue.finish(job)
        }
    }

    func child(of dossier: Dossier) async throws -> Dossier {
        try #require(try await office.children(of: dossier.id).last).dossier
    }

    func now(_ dossier: Dossier) async throws -> Dossier {
        try #require(try await office.file(dossier.id)).dossier
    }

    /// An act at the other agency.
    func acts(
        _ key: String, on child: Dossier, as role: String = "specialist", note: String = "ghi chú nội bộ",
        items: [SupplementItem] = []
    ) async throws -> Result<Dossier, CaseRefusal> {
        try await PerformAct(office)(
            child.id, PerformAct.Order(act: key, seen: child.version, note: note, items: items),
            by: Self.official(role, "phuong", agency: child.agency))
    }
}
