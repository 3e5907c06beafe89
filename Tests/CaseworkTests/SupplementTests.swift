import Casework
import Catalogue
import Kernel
import Site
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
            let answered = try await bench.answer(
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
            let answered = try await bench.answer(
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
            let answered = try await bench.answer(
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
            guard
                case .problems(let problems) = try await bench.answer(
                    dossier.id, request: request, by: CaseBench.person()
                )
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
            _ = try await bench.answer(dossier.id, request: request, by: CaseBench.person()).get()
            let sent = try #require(try await bench.office.file(dossier.id))
            #expect(sent.unsentPapers.isEmpty)
            #expect(sent.papers.filter { !$0.isReplaced }.map(\.filename) == ["moi.pdf"])
            #expect(sent.papers.filter(\.isReplaced).map(\.filename) == ["giay.pdf"])
            #expect(
                try await bench.answer(dossier.id, request: request, by: CaseBench.person()).refusal == .notPossible)
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
            try await bench.attach(to: .supplement(dossier.id, request: request, of: "anna"), rule: "marriage")
            let before = try #require(try await bench.office.file(dossier.id))
            #expect(before.answers["matter"]?["reason"] == "Cần giấy")
            #expect(before.unsentAnswers?["matter"]?["reason"] == "Để kết hôn")
            // What another window has kept meanwhile was judged by nobody.
            let stale = try await AnswerSupplement(bench.office)(
                dossier.id, request: request, checked: before.answers, by: CaseBench.person())
            #expect(stale.refusal == .answersChanged)
            _ = try await bench.answer(dossier.id, request: request, by: CaseBench.person()).get()
            let after = try #require(try await bench.office.file(dossier.id))
            #expect(after.answers["matter"]?["reason"] == "Để kết hôn")
            #expect(after.answers["spouse"]?["name"] == "Lò Văn Đức (mẫu)")
            #expect(after.answers["person"]?["full_name"] == "Trần Thị Bưởi (mẫu)")
            #expect(after.unsentAnswers == nil)
            // The official reads which answers came later, those of a page that was newly called for too.
            #expect(after.origins.covering("matter.reason") == .supplement)
            #expect(after.origins.covering("spouse.name") == .supplement)
            #expect(after.origins.covering("person.full_name") != .supplement)
            let page = try await DeskVisit(bench, CaseBench.official("specialist")).opens(
                DeskPaths.dossier(dossier.id))
            #expect(page.html.contains("người nộp bổ sung sau khi nộp"))
        }
    }

    @Test(arguments: Dialect.allCases, ["stop", "withdraw"])
    func `what was attached and never sent is seen by nobody when the case ends`(dialect: Dialect, end: String)
        async throws
    {
        try await CaseBench.with(dialect) { bench, service in
            let (dossier, request) = try await asked(bench, service, [Self.paper, Self.page])
            let place = AttachPaper.Place.supplement(dossier.id, request: request, of: "anna")
            try await bench.attach(to: place, rule: "proof", name: "chua-gui.pdf")
            _ = try await AnswerSupplement(bench.office).keep(
                dossier.id, request: request, by: CaseBench.person()
            ) { $0 }
            // A late case that was refused before this rule: the row is there, and still nobody's.
            let late = try #require(try await bench.office.file(dossier.id))
            #expect(!late.papers.contains { $0.filename == "chua-gui.pdf" })
            if end == "stop" {
                _ = try await bench.act("stop", on: dossier, as: "specialist").get()
            } else {
                _ = try await WithdrawDossier(bench.office)(dossier.id, reason: "thôi", by: CaseBench.person()).get()
            }
            let file = try #require(try await bench.office.file(dossier.id))
            #expect(!file.dossier.isOpen)
            #expect(file.papers.map(\.filename) == ["giay.pdf"])
            #expect(file.unsentPapers.isEmpty)
            let rows = try await bench.database.read { tx in
                try tx.value("SELECT count(*) FROM dossier_paper WHERE request = \(request)", as: Int.self)
            }
            let drafts = try await bench.database.read { tx in
                try tx.value("SELECT count(*) FROM supplement_draft WHERE request = \(request)", as: Int.self)
            }
            #expect(rows == 0 && drafts == 0)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a file of a request that was never answered stays unseen after the end`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let (dossier, request) = try await asked(bench, service, [Self.paper])
            let ended = try await bench.act("stop", on: dossier, as: "specialist").get()
            // As such rows are in databases of the time before they were removed.
            let (id, hash) = (Paper.ID(at: bench.time.now), String(repeating: "a", count: 64))
            let now = bench.time.now
            _ = try await bench.database.write { tx in
                try tx.run(
                    """
                    INSERT INTO dossier_paper (id, dossier_id, paper, kind, sha256, filename, media_type, size, added_at,
                        request, replaced)
                    VALUES (\(id), \(ended.id), 'proof', 'applicant', \(hash), 'chua-gui.pdf', 'application/pdf', 1,
                        \(now), \(request), \(false))
                    """)
            }
            let file = try #require(try await bench.office.file(ended.id))
            #expect(file.papers.map(\.filename) == ["giay.pdf"])
            #expect(file.unsentPapers.map(\.filename) == ["chua-gui.pdf"])
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a paper that had twenty files can be supplemented`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let draft = try await bench.draft(service)
            for number in 2...20 {
                try await bench.attach(to: .draft(draft.id, of: "anna"), rule: "proof", name: "trang-\(number).pdf")
            }
            let more = AttachPaper(bench.office, blobs: bench.blobs)
            let over = try await more(try bench.upload(), to: .draft(draft.id, of: "anna"), rule: "proof")
            #expect(over.refusal == .tooMany)
            let filed = try await bench.file(draft, service).get()
            let asked = try await bench.act("supplement", on: filed, as: "one_stop", items: [Self.paper]).get()
            let request = try #require(asked.openRequest)
            let place = AttachPaper.Place.supplement(asked.id, request: request, of: "anna")
            for number in 1...20 {
                let name = "ro-\(number).pdf"
                try await bench.attach(to: place, rule: "proof", name: name)
            }
            #expect(try await more(try bench.upload(), to: place, rule: "proof").refusal == .tooMany)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `nothing is asked for that the service does not have`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let dossier = try await bench.received(service)
            for kind in [SupplementItem.Kind.paper, .page] {
                let item = SupplementItem(kind: kind, key: "khong-co", reason: "x")
                let refused = try await bench.act("supplement", on: dossier, as: "specialist", items: [item])
                guard case .problems(let problems) = refused.refusal else {
                    Issue.record("\(kind) was asked for")
                    continue
                }
                #expect(problems.map(\.field) == ["items"])
            }
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
                    try await bench.answer(dossier.id, request: request, by: actor).refusal
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

    @Test(arguments: Dialect.allCases)
    func `an official of another agency does nothing in an applicant's name`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let (dossier, request) = try await asked(bench, service, [Self.page])
            let here = CaseBench.official("one_stop")
            let elsewhere = CaseBench.official("one_stop", agency: "01930000-0000-7000-8000-000000000099")
            let answer = AnswerSupplement(bench.office)
            // Neither the stranger, nor one who is named as another, nor an official without a desk.
            for (actor, desk) in [(elsewhere.actor, elsewhere), (elsewhere.actor, here), (here.actor, nil)] {
                #expect(try await answer.keep(dossier.id, request: request, by: actor, desk: desk) { $0 } == false)
                #expect(try await bench.answer(dossier.id, request: request, by: actor, desk: desk).refusal == .unknown)
                let withdrawn = try await WithdrawDossier(bench.office)(dossier.id, reason: "x", by: actor, desk: desk)
                #expect(withdrawn.refusal == .unknown)
            }
            let place = AttachPaper.Place.handedSupplement(dossier.id, request: request, by: elsewhere)
            let attached = try await AttachPaper(bench.office, blobs: bench.blobs)(
                try bench.upload(), to: place, rule: "proof")
            #expect(attached.refusal == .unknown)
            #expect(try await bench.answer(dossier.id, request: request, by: here.actor, desk: here).refusal == nil)
            let ended = try await WithdrawDossier(bench.office)(dossier.id, reason: "x", by: CaseBench.person()).get()
            let rated = try await RateService(bench.office)(ended.id, score: 5, comment: "", by: here.actor)
            #expect(rated.refusal == .unknown)
        }
    }
}
