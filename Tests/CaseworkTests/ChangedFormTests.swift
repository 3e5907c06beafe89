import Casework
import Catalogue
import Kernel
import Storage
import TestKit
import Testing

@testable import Site

/// A draft that outlives the definition it was begun under.
@Suite struct ChangedFormTests {
    private let anna = PageBench.visitor("anna")

    @Test(arguments: Dialect.allCases)
    func `keeps its answers and is asked only what changed`(dialect: Dialect) async throws {
        try await PageBench.with(dialect) { pages in
            let bench = pages.bench
            let draft = try await bench.draft(pages.service)
            let address = ApplicantPaths.draft(draft.id)
            bench.time.move(minutes: 1)
            let new = try TrialService.make(more: "      job: {label: Nghề nghiệp | Occupation}")
            try await bench.library.publish(new.published, by: .system("test"))
            let moved = try await pages.get(address + "/kiem-tra", as: anna)
            #expect(moved.location == address + "/bieu-mau-moi")
            #expect(try await pages.get(moved.location, as: anna).contains("Người yêu cầu"))
            let first = try await pages.post(moved.location, as: anna)
            #expect(first.location == address + "/bieu-mau-moi/person")
            let page = try await pages.get(first.location, as: anna)
            #expect(page.contains("Nghề nghiệp") && !page.contains("person.full_name"))
            let wrong = try await pages.post(first.location, [("person.job", ""), ("do", "next")], as: anna)
            #expect(wrong.status == 422)
            let done = try await pages.post(first.location, [("person.job", "Giáo viên"), ("do", "next")], as: anna)
            #expect(done.location == address + "/kiem-tra")
            let check = try await pages.get(done.location, as: anna)
            #expect(check.contains("Giáo viên") && check.contains("Trần Thị Bưởi (mẫu)"))
            let filed = try await pages.post(
                address + "/nop", [("version", check.hidden("version")), ("promise", "yes")], as: anna)
            #expect(filed.location.hasSuffix("/giay-tiep-nhan"))
            let file = try #require(try await bench.office.file(Dossier.ID(draft.id)))
            #expect(file.dossier.definition == new.hash)
            #expect(file.answers["person"]?["job"] == "Giáo viên")
        }
    }

    @Test(arguments: Dialect.allCases)
    func `is not asked again when only words around the questions changed`(dialect: Dialect) async throws {
        try await PageBench.with(dialect) { pages in
            let draft = try await pages.bench.draft(pages.service)
            let address = ApplicantPaths.draft(draft.id)
            pages.bench.time.move(minutes: 1)
            try await pages.bench.library.publish(try TrialService.make(times: 2).published, by: .system("test"))
            let moved = try await pages.post(address + "/bieu-mau-moi", as: anna)
            #expect(moved.location == address + "/kiem-tra")
            #expect(try await pages.get(moved.location, as: anna).status == 200)
        }
    }
}
