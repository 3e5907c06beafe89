import Casework
import Catalogue
import Kernel
import Storage
import TestKit
import Testing

/// Asking for supplements, and answering.
@Suite struct SupplementTests {
    private static let paper = SupplementItem(kind: .paper, key: "proof", reason: "ảnh mờ")
    private static let page = SupplementItem(kind: .page, key: "matter", reason: "lý do chưa rõ")

    private func asked(
        _ bench: CaseBench, _ service: CompiledService, _ items: [SupplementItem]
    ) async throws -> (dossier: Dossier, request: String) {
        let dossier = try await bench.received(service)
        bench.time.move(to: "2026-06-03T10:00:00+07:00")
        let asked = try await bench.act("supplement", on: dossier, as: "specialist", items: items).get()
        return (asked, try #require(asked.openRequest))
    }

    @Test(arguments: Dialect.allCases)
    func `while the applicant is asked the clock stands still and the case does not go on`(dialect: Dialect)
        async throws
    {
        try await CaseBench.with(dialect) { bench, service in
            let (dossier, _) = try await asked(bench, service, [Self.paper])
            #expect(dossier.official == .supplementRequested)
            #expect(dossier.clock?.isStopped == true)
            #expect(dossier.clock?.due == nil)
            guard case .blocked = try await bench.act("propose", on: dossier, as: "specialist").refusal else {
                Issue.record("the case went on")
                return
            }
        }
    }

    /// Received on Monday 1 June at 9:00, asked on Wednesday 3 June, answered on Friday 5 June at 14:00: five working
    /// days end on Monday 8 June without a stop. Restarted they are counted from 5 June to 12 June (NĐ 61/2018, Đ.17);
    /// resumed, two days are added (the two after the day of asking).
    @Test(arguments: Dialect.allCases, ["restart", "resume"])
    func `an answer restarts or resumes the clock as the service says`(dialect: Dialect, clock: String) async throws {
        try await CaseBench.with(dialect, service: try TrialService.make(clock: clock)) { bench, service in
            let (dossier, request) = try await asked(bench, service, [Self.paper])
            try await bench.attach(to: .supplement(dossier.id, request: request, of: "anna"), rule: "proof")
            bench.time.move(to: "2026-06-05T14:00:00+07:00")
            let answered = try await AnswerSupplement(bench.office)(
                dossier.id, request: request, by: CaseBench.person()
            ).get()
            let due = clock == "restart" ? "2026-06-12T17:30:00+07:00" : "2026-06-10T17:30:00+07:00"
            #expect(answered.clock?.due == Instant(due))
            #expect(answered.official == .inProcess)
            #expect(answered.openRequest == nil)
        }
    }

    /// Due on Monday 8 June at 17:30.
    @Test(arguments: Dialect.allCases, ["restart", "resume"])
    func `asking when the result is late does not make it timely`(dialect: Dialect, clock: String) async throws {
        try await CaseBench.with(dialect, service: try TrialService.make(clock: clock)) { bench, service in
            let dossier = try await bench.received(service)
            bench.time.move(to: "2026-06-08T17:30:00+07:00")
            let asked = try await bench.act("supplement", on: dossier, as: "specialist", items: [Self.page]).get()
            #expect(asked.clock?.due == dossier.clock?.due)
            let request = try #require(asked.openRequest)
            bench.time.move(to: "2026-06-12T10:00:00+07:00")
            let answered = try await AnswerSupplement(bench.office)(
                dossier.id, request: request, by: CaseBench.person()
            ).get()
            #expect(answered.clock?.due == Instant("2026-06-08T17:30:00+07:00"))
            #expect(answered.clock?.isStopped == false)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a case whose supplement never comes is stopped, with a reason`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let (dossier, _) = try await asked(bench, service, [Self.paper])
            let file = try #require(try await bench.office.file(dossier.id))
            #expect(file.possibleActs.map(\.key) == ["stop"])
            bench.time.move(hours: 24 * 30)
            guard case .problems = try await bench.act("stop", on: dossier, as: "specialist", note: "").refusal else {
                Issue.record("it was stopped without a reason")
                return
            }
            let stopped = try await bench.act("stop", on: dossier, as: "specialist", note: "Không bổ sung").get()
            #expect(stopped.official == .stopped && !stopped.isOpen && stopped.openRequest == nil)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a supplement is asked for as often as the service allows`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let (dossier, request) = try await asked(bench, service, [Self.paper])
            try await bench.attach(to: .supplement(dossier.id, request: request, of: "anna"), rule: "proof")
            let answered = try await AnswerSupplement(bench.office)(
                dossier.id, request: request, by: CaseBench.person()
            ).get()
            let again = try await bench.act("supplement", on: answered, as: "specialist", items: [Self.paper])
            #expect(again.refusal == .supplementsUsedUp(1))
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a request without items or reasons is sent back to the official`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let dossier = try await bench.received(service)
            for (items, field) in [
                ([], "items"), ([SupplementItem(kind: .paper, key: "proof", reason: "")], "reason.paper.proof"),
            ] as [([SupplementItem], String)] {
                guard
                    case .problems(let problems) = try await bench.act(
                        "supplement", on: dossier, as: "specialist", items: items
                    ).refusal
                else {
                    Issue.record("it was asked for")
                    continue
                }
                #expect(problems.contains { $0.field == field })
            }
        }
    }

    @Test(arguments: Dialect.allCases)
    func `an answer is sent when every marked paper is there`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let (dossier, request) = try await asked(bench, service, [Self.paper])
            let answer = AnswerSupplement(bench.office)
            guard
                case .problems(let problems) = try await answer(dossier.id, request: request, by: CaseBench.person())
                    .refusal
            else {
                Issue.record("it was sent without the paper")
                return
            }
            #expect(problems.map(\.field) == ["paper.proof"])
            let paper = try await bench.attach(
                to: .supplement(dossier.id, request: request, of: "anna"), rule: "proof", name: "moi.pdf")
            // Until it is sent, only the applicant sees it, and may take it out again.
            let file = try #require(try await bench.office.file(dossier.id))
            #expect(file.papers.map(\.filename) == ["giay.pdf"])
            #expect(file.unsentPapers.map(\.id) == [paper.id])
            _ = try await answer(dossier.id, request: request, by: CaseBench.person()).get()
            let sent = try #require(try await bench.office.file(dossier.id))
            #expect(sent.unsentPapers.isEmpty)
            #expect(sent.papers.filter { !$0.isReplaced }.map(\.filename) == ["moi.pdf"])
            #expect(sent.papers.filter(\.isReplaced).map(\.filename) == ["giay.pdf"])
            #expect(try await answer(dossier.id, request: request, by: CaseBench.person()).refusal == .notPossible)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `only the marked pages change, and pages that the new answers call for`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let (dossier, request) = try await asked(bench, service, [Self.page])
            let answer = AnswerSupplement(bench.office)
            let isKept = try await answer.keep(dossier.id, request: request, by: CaseBench.person()) { answers in
                var answers = answers
                answers["matter"] = ["reason": "Để kết hôn", "is_married": true]
                answers["person"]?["full_name"] = "Người khác"
                answers["spouse"] = ["name": "Lò Văn Đức (mẫu)"]
                return answers
            }
            #expect(isKept)
            let before = try #require(try await bench.office.file(dossier.id))
            #expect(before.answers["matter"]?["reason"] == "Cần giấy")
            #expect(before.unsentAnswers?["matter"]?["reason"] == "Để kết hôn")
            _ = try await answer(dossier.id, request: request, by: CaseBench.person()).get()
            let after = try #require(try await bench.office.file(dossier.id))
            #expect(after.answers["matter"]?["reason"] == "Để kết hôn")
            #expect(after.answers["spouse"]?["name"] == "Lò Văn Đức (mẫu)")
            #expect(after.answers["person"]?["full_name"] == "Trần Thị Bưởi (mẫu)")
            #expect(after.unsentAnswers == nil)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `nobody else answers`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let (dossier, request) = try await asked(bench, service, [Self.paper])
            let stranger = CaseBench.person("minh")
            let holder = Actor.holder(dossier: dossier.id.description)
            for actor in [stranger, holder] {
                #expect(
                    try await AnswerSupplement(bench.office)(dossier.id, request: request, by: actor).refusal
                        == .unknown)
                #expect(
                    try await AnswerSupplement(bench.office).keep(dossier.id, request: request, by: actor) { $0 }
                        == false)
            }
            let refused = try await AttachPaper(bench.office, blobs: bench.blobs)(
                try bench.upload(), to: .supplement(dossier.id, request: request, of: "minh"), rule: "proof")
            #expect(refused.refusal == .unknown)
        }
    }
}
