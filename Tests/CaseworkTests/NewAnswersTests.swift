import Catalogue
import Kernel
import Storage
import TestKit
import Testing
import WorkingTime

@testable import Casework
@testable import Site

/// New answers of a supplement reach what is due, how long it takes and which papers are called for.
@Suite struct NewAnswersTests {
    private static let page = SupplementItem(kind: .page, key: "matter", reason: "đã kết hôn chưa?")
    private static let limit = "{usual: 5 working_days, cases: [{when: matter.is_married, limit: 10 working_days}]}"

    private func asked(_ bench: CaseBench, _ service: CompiledService) async throws -> (Dossier, String) {
        let dossier = try await bench.received(service)
        bench.time.move(to: "2026-06-03T10:00:00+07:00")
        let asked = try await bench.act("supplement", on: dossier, as: "specialist", items: [Self.page]).get()
        return (asked, try #require(asked.openRequest))
    }

    private func answer(_ bench: CaseBench, _ id: Dossier.ID, _ request: String, isMarried: Bool) async throws {
        _ = try await AnswerSupplement(bench.office).keep(id, request: request, by: CaseBench.person()) { answers in
            var answers = answers
            answers["matter"]?["is_married"] = .bool(isMarried)
            answers["spouse"] = isMarried ? ["name": "Lò Văn Đức (mẫu)"] : nil
            return answers
        }
    }

    @Test(arguments: Dialect.allCases)
    func `fees, limit and papers follow the new answers`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect, service: try TrialService.make(limit: Self.limit)) { bench, service in
            let (dossier, request) = try await asked(bench, service)
            #expect(dossier.clock?.limit.amount == 5)
            try await answer(bench, dossier.id, request, isMarried: true)
            guard
                case .problems(let problems) = try await bench.answer(
                    dossier.id, request: request, by: CaseBench.person()
                )
                .refusal
            else {
                Issue.record("it was sent without the paper that the new answers call for")
                return
            }
            #expect(problems.map(\.field) == ["paper.marriage"])
            let place = AttachPaper.Place.supplement(dossier.id, request: request, of: "anna")
            try await bench.attach(to: place, rule: "marriage", name: "ket-hon.pdf")
            bench.time.move(to: "2026-06-05T14:00:00+07:00")
            let sent = try await bench.answer(dossier.id, request: request, by: CaseBench.person()).get()
            // Ten working days from Friday 5 June end on Friday 19 June.
            #expect(sent.clock?.limit.amount == 10)
            #expect(sent.clock?.due == Instant("2026-06-19T17:30:00+07:00"))
            let file = try #require(try await bench.office.file(dossier.id))
            #expect(file.fees.map(\.amount) == [Money(dong: 16_000)])
            #expect(file.papers.map(\.filename).sorted() == ["giay.pdf", "ket-hon.pdf"])
            #expect(file.history.suffix(2).map(\.event.kind) == ["fees_changed", "supplement_answered"])
            #expect(
                file.history.dropLast().last?.event
                    == .feesChanged(fees: [FeeMark(key: "copies", amount: Money(dong: 16_000))]))
            #expect(try await CheckPaperMarks(database: bench.database)() == nil)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `new answers that give no amount do not free the case of its fee`(dialect: Dialect) async throws {
        let age = "      age: {kind: number, label: Tuổi | Age, required: false}"
        var definition = try TrialService.make(more: age).definition
        definition.fees[0].amount = "if matter.is_married then 1000 * person.age else 8000"
        let byAge = try CompiledService(try PublishedDefinition(definition))
        try await CaseBench.with(dialect, service: byAge) { bench, service in
            let (dossier, request) = try await asked(bench, service)
            try await answer(bench, dossier.id, request, isMarried: true)
            let sent = try await bench.answer(dossier.id, request: request, by: CaseBench.person())
            #expect(sent.refusal == .feeUnknown(definition.fees[0].title))
            #expect(try await bench.office.file(dossier.id)?.fees.map(\.amount) == [Money(dong: 8_000)])
        }
    }

    @Test(arguments: Dialect.allCases)
    func `what was paid stays paid and the rest is due`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect, service: try TrialService.make(times: 2)) { bench, service in
            let (dossier, request) = try await asked(bench, service)
            let now = bench.time.now
            try await bench.database.write { tx in try CaseFee.settle(["copies"], of: dossier.id, at: now, in: tx) }
            try await answer(bench, dossier.id, request, isMarried: true)
            try await bench.attach(to: .supplement(dossier.id, request: request, of: "anna"), rule: "marriage")
            let sent = try await bench.answer(dossier.id, request: request, by: CaseBench.person()).get()
            var fees = try #require(try await bench.office.file(dossier.id)).fees
            #expect(fees.map(\.amount) == [Money(dong: 8_000), Money(dong: 8_000)])
            #expect(fees.map { $0.paidAt != nil } == [true, false])
            // Back to the first answers: nothing is owed any more, and what was paid is still told.
            bench.time.move(minutes: 5)
            let again = try await bench.act("supplement", on: sent, as: "specialist", items: [Self.page]).get()
            let second = try #require(again.openRequest)
            try await answer(bench, dossier.id, second, isMarried: false)
            _ = try await bench.answer(dossier.id, request: second, by: CaseBench.person()).get()
            fees = try #require(try await bench.office.file(dossier.id)).fees
            #expect(fees.map(\.amount) == [Money(dong: 8_000)])
            #expect(fees.allSatisfy { $0.paidAt != nil })
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a receipt voided between two others leaves a place for what is due again`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect, service: try TrialService.make(times: 2)) { bench, service in
            let (dossier, request) = try await asked(bench, service)
            let now = bench.time.now
            let settle = { (fee: String, at: Instant?) in
                try await bench.database.write { tx in try CaseFee.settle([fee], of: dossier.id, at: at, in: tx) }
            }
            try await settle("copies", now)
            try await answer(bench, dossier.id, request, isMarried: true)
            try await bench.attach(to: .supplement(dossier.id, request: request, of: "anna"), rule: "marriage")
            let sent = try await bench.answer(dossier.id, request: request).get()
            try await settle("copies+1", now)
            try await settle("copies", nil)
            bench.time.move(minutes: 5)
            let again = try await bench.act("supplement", on: sent, as: "specialist", items: [Self.page]).get()
            let second = try #require(again.openRequest)
            // The same answers again: what is due stands as before, and the second request can be sent.
            try await answer(bench, dossier.id, second, isMarried: true)
            _ = try await bench.answer(dossier.id, request: second).get()
            let fees = try #require(try await bench.office.file(dossier.id)).fees
            #expect(fees.map(\.key) == ["copies", "copies+1"])
            #expect(fees.map { $0.paidAt != nil } == [false, true])
            #expect(fees.map(\.amount) == [Money(dong: 8_000), Money(dong: 8_000)])
        }
    }

    @Test(arguments: Dialect.allCases)
    func `answers that change nothing of what is due leave no trace of it`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let (dossier, request) = try await asked(bench, service)
            // A paper that was called for only in between is not sent.
            try await answer(bench, dossier.id, request, isMarried: true)
            let place = AttachPaper.Place.supplement(dossier.id, request: request, of: "anna")
            try await bench.attach(to: place, rule: "marriage", name: "ket-hon.pdf")
            try await answer(bench, dossier.id, request, isMarried: false)
            _ = try await bench.answer(dossier.id, request: request, by: CaseBench.person()).get()
            let file = try #require(try await bench.office.file(dossier.id))
            #expect(file.papers.map(\.filename) == ["giay.pdf"])
            #expect(file.fees.map(\.amount) == [Money(dong: 8_000)])
            #expect(file.history.last?.event.kind == "supplement_answered")
        }
    }

    @Test(arguments: Dialect.allCases)
    func `the applicant is asked for the paper on the page of the supplement`(dialect: Dialect) async throws {
        try await PageBench.with(dialect) { pages in
            let anna = PageBench.visitor("anna")
            let (dossier, request) = try await asked(pages.bench, pages.service)
            let address = "/ho-so/\(dossier.id)/bo-sung"
            let words = "Câu trả lời mới của bạn cần thêm giấy tờ này."
            #expect(try await !pages.get(address, as: anna).contains(words))
            #expect(try await pages.get(address + "/giay-to/marriage", as: anna).location == address)
            try await answer(pages.bench, dossier.id, request, isMarried: true)
            #expect(try await pages.get(address, as: anna).contains(words))
            let early = try await pages.post(address, as: anna)
            #expect(early.status == 422 && early.contains("Chưa đính kèm “Giấy chứng nhận kết hôn”"))
            #expect(try await pages.get(address + "/giay-to/marriage", as: anna).status == 200)
            _ = try await pages.post(
                address + "/giay-to/marriage", files: [try pages.uploaded("files", name: "ket-hon.pdf")], as: anna)
            #expect(try await pages.post(address, as: anna).status == 303)
            let file = try #require(try await pages.bench.office.file(dossier.id))
            #expect(file.papers.contains { $0.filename == "ket-hon.pdf" })
        }
    }

    @Test(arguments: Dialect.allCases)
    func `the desk is asked for it at the counter`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let (dossier, _) = try await asked(bench, service)
            let visit = DeskVisit(bench, CaseBench.official("one_stop"))
            let path = "/ban-lam-viec/ho-so/\(dossier.id)/nhan-bo-sung"
            #expect(try await !visit.opens(path).html.contains("handed.marriage"))
            let answers = [("matter.reason", "Để vay vốn"), ("matter.is_married", "yes"), ("do", "send")]
            let page = try await visit.sends(path, answers)
            #expect(page.status == 422 && page.html.contains("name=\"spouse.name\""))
            #expect(page.html.contains("handed.marriage"))
            let spouse = answers + [("spouse.name", "Lò Văn Đức (mẫu)")]
            #expect(try await visit.sends(path, spouse).status == 422)
            #expect(try await visit.sends(path, spouse + [("handed.marriage", "copy")]).status == 303)
            let handed = try await bench.office.handedPapers(of: dossier.id)
            #expect(handed == [HandedPaper("marriage", .copy)])
        }
    }
}
