import Casework
import Catalogue
import Directory
import Kernel
import Site
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

    @Test func `a unit of before is read within the one around it, and only in the old list`() {
        let places = PlaceLookup(PageBench.territories)
        #expect(places.earlier("99", .oldProvince)?.name == "Tỉnh Cũ")
        #expect(places.earlierCode("cu", .oldProvince, nil) == "99")
        #expect(places.earlierCode("Quận Một", .oldDistrict, "99") == "991")
        #expect(places.earlierCode("mot", .oldDistrict, "98") == nil)
        #expect(places.earlierCode("Xã Mẫu Đông", .oldCommune, "991") == "99001")
        #expect(places.earlier("99001", .oldCommune)?.name == "Xã Mẫu Đông")
        #expect(places.commune("99001")?.name == "Xã Mẫu")
        #expect(places.earlier("99002", .oldCommune) == nil)
        #expect(places.earlier("991", .oldCommune) == nil)
        #expect(places.successors("99001") == ["99002", "99003"])
    }

    @Test func `a site without the old units takes their names as they are typed`() {
        let places = PlaceLookup(TerritoryTable([], on: Day(number: 20_600)))
        #expect(places.earlier("Quận Một", .oldDistrict)?.name == "Quận Một")
        #expect(places.earlierCode("Quận Một", .oldDistrict, nil) == nil)
    }

    @Test func `what a button asks of an old commune names one of today's`() {
        #expect(FormEdit.Ask("present:99002:a.b") == .present(commune: "99002", "a.b"))
        #expect(FormEdit.Ask("present:99002:a.b").anchor == "a.b")
        #expect(FormEdit.Ask("present:99002") == .next)
    }

    @Test(arguments: [("99003", true), ("99001", false), ("98001", false)])
    func `what an old commune became is written into today's address, and nothing else is`(code: String, isTaken: Bool)
        throws
    {
        let service = try TrialService.make(
            more: """
                      old:
                        kind: composite
                        label: Cũ | Former
                        fields:
                          province: {kind: old_province, label: Tỉnh | Province}
                          district: {kind: old_district, label: Huyện | District}
                          commune: {kind: old_commune, label: Xã | Commune}
                      now:
                        kind: composite
                        label: Nay | Today
                        fields:
                          province: {kind: province, label: Tỉnh | Province}
                          commune: {kind: commune, label: Xã | Commune}
                """)
        let form = FormValues(pairs: [
            ("person.old.province", "Cũ"), ("person.old.district", "quan mot"), ("person.old.commune", "99001"),
            ("person.now.province", "98"), ("do", "present:\(code):person.old.commune"),
        ])
        let facts = CaseFacts(answers: [:], owner: .`self`, channel: .online, day: Day(number: 20_600))
        let answers = FormEdit(page: "person", form).answers(facts, service, PlaceLookup(PageBench.territories))
        #expect(answers["person"]?["old"]?["district"] == "991")
        #expect(answers["person"]?["now"]?["province"] == (isTaken ? "99" : "98"))
        #expect(answers["person"]?["now"]?["commune"] == (isTaken ? .string(code) : nil))
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
