import Kernel
import Site
import Testing
import WorkingTime

@testable import Directory

@Suite struct CalendarFormTests {
    @Test(arguments: [2024, 2025, 2026, 2027])
    func `a year of the national calendar comes back from its form as it was`(number: Int) throws {
        let year = try #require(WorkingCalendar.national.years[number])
        let (read, problems) = CalendarYearForm(year, version: 1).year()
        #expect(problems.isEmpty)
        #expect(read == year)
    }

    @Test func `rows are added and taken away by buttons and nothing typed is lost`() {
        var form = CalendarYearForm(
            FormValues(pairs: [
                ("holidays[0].from", "01/01/2028"), ("holidays[0].name.vi", "Tết"), ("holidays[1].from", ""),
                ("make_up_days[0].day", "8/1/2028"), ("version", "3"),
            ]))
        func edit(_ button: String) -> Bool { form.edit(button) }
        #expect(form.holidays.count == 2)
        #expect(edit("+holidays") == true)
        #expect(form.holidays.count == 3)
        #expect(edit("-holidays.1") == true)
        #expect(edit("+half_days") == true)
        #expect(form.holidays.map(\.from) == ["01/01/2028", ""])
        #expect(form.holidays[0].vi == "Tết")
        #expect(form.makeUps.map(\.day) == ["8/1/2028"])
        #expect(form.halves.count == 1)
        #expect(edit("save") == false)
        #expect(edit("-holidays.7") == false)
        form.dropBlankRows()
        #expect(form.holidays.count == 1 && form.halves.isEmpty)
    }

    @Test func `what cannot be read is told beside its row`() {
        let form = CalendarYearForm(
            FormValues(pairs: [
                ("holidays[0].from", "hôm nay"), ("holidays[0].to", ""), ("half_days[0].day", "1/2/2028"),
                ("half_days[0].hours", "sáng"),
            ]))
        #expect(form.year().1.map(\.field) == ["holidays[0].from", "half_days[0].hours"])
    }

    @Test func `a territory is named by its code or by a name that only one has`() throws {
        let since = Validity(from: ImportTerritories.since)
        func commune(_ code: String, _ name: String) -> Territory {
            Territory(code: code, level: .commune, name: name, englishName: name, parent: "01", validity: since)
        }
        let table = TerritoryTable(
            [commune("00004", "Phường Ba Đình"), commune("00005", "Xã Tân Lập"), commune("00006", "Xã Tân Lập")],
            on: try #require(Day("2026-01-01")))
        #expect(try AgencyForm.territoryCode("00004", table).get() == "00004")
        #expect(try AgencyForm.territoryCode("phuong ba dinh", table).get() == "00004")
        #expect(try AgencyForm.territoryCode("", table).get() == "")
        #expect(throws: AgencyForm.Unread.self) { try AgencyForm.territoryCode("Xã Tân Lập", table).get() }
        #expect(throws: AgencyForm.Unread.self) { try AgencyForm.territoryCode("Xã Không Có", table).get() }
    }
}
