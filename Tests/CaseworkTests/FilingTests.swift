import Casework
import Catalogue
import Kernel
import Storage
import TestKit
import Testing

/// From a draft to a dossier, once.
@Suite struct FilingTests {
    @Test(arguments: Dialect.allCases)
    func `a filed draft is a dossier with a code, its answers, fees and papers`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let dossier = try await bench.filed(service)
            #expect(dossier.code == "H99.41-260601-0001")
            #expect(dossier.official == .registered)
            #expect(dossier.clock == nil)
            let file = try #require(try await bench.office.file(dossier.id))
            #expect(file.answers["matter"]?["reason"] == "Cần giấy")
            #expect(file.fees.map(\.amount) == [Money(dong: 8_000)])
            #expect(file.papers.map(\.rule) == ["proof"])
            #expect(file.parties == CaseBench.parties)
            #expect(file.history.map(\.event.kind) == ["filed"])
        }
    }

    @Test(arguments: Dialect.allCases)
    func `filing the same draft again finds the dossier`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let draft = try await bench.draft(service)
            let first = try await bench.file(draft, service).get()
            let again = try await bench.file(draft, service)
            #expect(again.refusal == .alreadyFiled(id: first.id, code: first.code))
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a draft that outlived its channel is not filed`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let draft = try await bench.draft(service)
            bench.time.move(minutes: 1)
            let atTheCounter = try TrialService.make(channels: "counter")
            try await bench.library.publish(atTheCounter.published, by: .system("test"))
            #expect(try await bench.file(draft, atTheCounter).refusal == .notOffered)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a fee whose amount cannot be worked out is not free: nothing is filed with it`(dialect: Dialect) async throws
    {
        let age = "      age: {kind: number, label: Tuổi | Age, required: false}"
        var definition = try TrialService.make(more: age).definition
        definition.fees[0].amount = "1000 * person.age"
        let byAge = try CompiledService(try PublishedDefinition(definition))
        try await CaseBench.with(dialect, service: byAge) { bench, service in
            let draft = try await bench.draft(service)
            #expect(try await bench.file(draft, service).refusal == .feeUnknown(definition.fees[0].title))
            var answers = TrialService.answers
            answers["person"]?["age"] = 8
            let dossier = try await bench.file(
                try await bench.draft(service, answers: answers), service
            ).get()
            #expect(try await bench.office.file(dossier.id)?.fees.map(\.amount) == [Money(dong: 8_000)])
        }
    }

    @Test(arguments: Dialect.allCases)
    func `nothing is filed under a definition that is not in force, or where the service is off`(dialect: Dialect)
        async throws
    {
        try await CaseBench.with(dialect) { bench, service in
            let draft = try await bench.draft(service)
            bench.time.move(minutes: 1)
            let new = try TrialService.make(times: 2)
            try await bench.library.publish(new.published, by: .system("test"))
            #expect(try await bench.file(draft, service).refusal == .formChanged)
            try await bench.library.offer("thu-nghiem", at: CaseBench.agency, on: false)
            #expect(try await bench.file(draft, new).refusal == .notOffered)
            try await bench.library.offer("thu-nghiem", at: CaseBench.agency, on: true)
            #expect(try await bench.file(draft, new).get().definition == new.hash)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `the same draft sent many times at once is filed once`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let draft = try await bench.draft(service)
            let results = try await withThrowingTaskGroup(of: Result<Dossier, CaseRefusal>.self) { group in
                for _ in 0..<6 { group.addTask { try await bench.file(draft, service) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let filed = results.compactMap { try? $0.get() }
            #expect(filed.count == 1)
            for refusal in results.compactMap(\.refusal) {
                #expect(refusal == .alreadyFiled(id: Dossier.ID(draft.id), code: filed[0].code))
            }
        }
    }

    @Test(arguments: Dialect.allCases)
    func `dossiers filed at once have codes of their own`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let codes = try await withThrowingTaskGroup(of: String.self) { group in
                for number in 0..<12 {
                    group.addTask { try await bench.filed(service, account: "person-\(number)").code }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(codes).count == 12)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a draft that was changed in another tab is not filed unseen`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let seen = try await bench.draft(service)
            _ = try await KeepDraft(bench.office).change(seen.id, of: "anna") { $0.page = "members" }
            guard case .changed = try await bench.file(seen, service).refusal else {
                Issue.record("it was filed, or refused otherwise")
                return
            }
            #expect(try await bench.office.draft(seen.id, of: "anna") != nil)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `an online filing without a required paper names the paper and loses nothing`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let draft = try await bench.draft(service)
            let paper = try #require(try await bench.office.draft(draft.id, of: "anna")?.papers.first)
            let attach = AttachPaper(bench.office, blobs: bench.blobs)
            try await bench.attach(to: .draft(draft.id, of: "anna"), rule: "gone")
            #expect(try await attach.remove(paper.id, from: .draft(draft.id, of: "anna")))
            guard case .problems(let problems) = try await bench.file(draft, service).refusal else {
                Issue.record("it was filed without the paper")
                return
            }
            #expect(problems.map(\.field) == ["paper.proof"])
            #expect(try await bench.office.draft(draft.id, of: "anna")?.papers.map(\.rule) == ["gone"])
        }
    }

    @Test(arguments: Dialect.allCases)
    func `files of papers that the case does not ask for are not filed`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let draft = try await bench.draft(service)
            let place = AttachPaper.Place.draft(draft.id, of: "anna")
            try await bench.attach(to: place, rule: "marriage")
            let photo = try await bench.attach(to: place, rule: "matter.photo")
            let stray = try await bench.attach(to: place, rule: "matter.photo")
            let answer: JSON = [["paper": .string(photo.id.description), "name": "anh.jpg", "size": 3]]
            let changed = try await KeepDraft(bench.office).change(draft.id, of: "anna") {
                $0.answers["matter"]?["photo"] = answer
            }
            let kept = try #require(changed)
            let dossier = try await bench.file(kept, service).get()
            let papers = try #require(try await bench.office.file(dossier.id)?.papers)
            #expect(Set(papers.map(\.rule)) == ["proof", "matter.photo"])
            #expect(papers.contains { $0.id == photo.id })
            #expect(!papers.contains { $0.id == stray.id })
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a draft keeps every answer, and nobody else reaches it`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let keep = KeepDraft(bench.office)
            let draft = try await bench.draft(service)
            _ = try await keep.change(draft.id, of: "anna") { draft in
                draft.answers["person"]?["full_name"] = "A"
                draft.answers["matter"]?["reason"] = "Dòng một\nDòng hai"
            }
            let kept = try #require(try await bench.office.draft(draft.id, of: "anna")?.draft)
            #expect(kept.answers["person"]?["full_name"] == "A")
            #expect(kept.answers["matter"]?["reason"] == "Dòng một\nDòng hai")
            #expect(kept.answers["person"]?["phone"] == "0912345678")
            #expect(try await bench.office.draft(draft.id, of: "minh") == nil)
            #expect(try await keep.change(draft.id, of: "minh") { $0.answers = [:] } == nil)
            #expect(try await keep.discard(draft.id, of: "minh") == false)
            #expect(try await bench.office.draft(draft.id, of: "anna")?.draft.answers == kept.answers)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `two tabs that change different pages lose nothing`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let draft = try await bench.draft(service)
            let keep = KeepDraft(bench.office)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for key in ["one", "two", "three", "four"] {
                    group.addTask {
                        _ = try await keep.change(draft.id, of: "anna") { $0.answers[key] = ["a": .string(key)] }
                    }
                }
                try await group.waitForAll()
            }
            let answers = try #require(try await bench.office.draft(draft.id, of: "anna")?.draft.answers)
            for key in ["one", "two", "three", "four"] { #expect(answers[key]?["a"] == .string(key)) }
        }
    }
}
