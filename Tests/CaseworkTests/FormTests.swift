import Casework
import Catalogue
import Directory
import Kernel
import Testing

@testable import Casework

/// The small parts that the form pages are made of.
@Suite struct FormTests {
    @Test func `an answer is found and set by its name`() {
        let answers: JSON = ["page": ["group": [["file": "a"], ["file": "b"]], "x": 1]]
        #expect(AnswerPath("page.group[1].file").get(answers) == "b")
        #expect(AnswerPath("page.group[2].file").get(answers) == nil)
        let changed = AnswerPath("page.group[1].file").set("c", in: answers)
        #expect(changed["page"]?["group"]?[1]?["file"] == "c")
        #expect(changed["page"]?["group"]?[0]?["file"] == "a")
        let grown = AnswerPath("other.people[0].name").set("d", in: answers)
        #expect(grown["other"]?["people"]?[0]?["name"] == "d")
        #expect(AnswerPath("page.x").set(nil, in: answers)["page"]?["x"] == nil)
        #expect(AnswerPath.rule("page.group[12].file") == "page.group.file")
    }

    @Test func `a name that asks for more than a form could hold sets nothing`() {
        let answers: JSON = ["page": [:]]
        #expect(AnswerPath("page.group[999999].file").set("x", in: answers)["page"]?["group"]?.array?.count ?? 0 <= 200)
    }

    @Test func `what a button asks is read, and nonsense goes on`() {
        #expect(FormEdit.Ask("next") == .next)
        #expect(FormEdit.Ask("later") == .later)
        #expect(FormEdit.Ask("add:page.group") == .add("page.group"))
        #expect(FormEdit.Ask("remove:2:page.group") == .remove(2, "page.group"))
        #expect(FormEdit.Ask("remove:x:page.group") == .next)
        #expect(FormEdit.Ask("unfile:no-id") == .next)
        #expect(FormEdit.Ask("") == .next)
    }

    @Test func `places are read without accents and kinds, and never guessed`() {
        let places = PlaceLookup(PageBench.territories)
        #expect(places.provinceCode("tinh mau") == "99")
        #expect(places.provinceCode("Mẫu") == "99")
        #expect(places.communeCode("XÃ MẪU", "99") == "99001")
        #expect(places.communeCode("Phường Tân Tiến, Tỉnh Mẫu", "99") == "99002")
        #expect(places.communeCode("Tân Tiến", "99") == nil)
        #expect(places.communeCode("Xã Mẫu", "98") == nil)
        #expect(places.commune("99001")?.province == "99")
        #expect(places.commune("99") == nil)
        #expect(places.provinceName("97") == nil)
    }

    @Test func `sizes are written as people read them`() {
        #expect(ApplicantWording.size(10).vi == "1 kB")
        #expect(ApplicantWording.size(999_999).vi == "999 kB")
        #expect(ApplicantWording.size(2_449_999).vi == "2,4 MB")
        #expect(ApplicantWording.size(2_450_000).en == "2.5 MB")
    }

    @Test func `what is known of a party is filled in, and what was answered stays`() throws {
        let service = try TrialService.make()
        let parties = CaseBench.parties
        var prefill = Prefill(["person": ["full_name": "Khác"]])
        prefill.fill(service.definition, parties)
        #expect(prefill.answers["person"]?["full_name"] == "Khác")
        #expect(prefill.answers["person"]?["phone"] == "0912345678")
        #expect(prefill.origins["person.full_name"] == nil)
        #expect(prefill.origins["person.phone"] == .parties)
        let known = Prefill.known(
            ["person": ["birth_day": "1990-02-03", "full_name": "X"], "matter": ["reason": "Y"]], service.definition,
            parties)
        #expect(known == ["birth_day": "1990-02-03"])
    }
}
