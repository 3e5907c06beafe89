import Directory
import Kernel
import Storage
import TestKit
import Testing
import WorkingTime

@Suite struct StoredCalendarTests {
    @Test(arguments: Dialect.allCases) func `an agency keeps the nearest calendar above it with the national holidays`(
        dialect: Dialect
    ) async throws {
        try await withRealm(dialect) { realm in
            let saturdays = WorkingCalendar(
                code: "thu-bay", name: Phrase(vi: "Có sáng thứ Bảy", en: "With Saturday morning"),
                hours: {
                    var hours = OfficeHours.usual
                    hours[.saturday] = [HoursSpan](line: "07:30-11:30") ?? []
                    return hours
                }())
            let save = SaveCalendar(database: realm.database, clock: realm.clock)
            let saved = try await save(saturdays, seen: nil, by: realm.topAdministrator)
            #expect(throws: Never.self) { try saved.get() }
            let changed = try await ChangeAgency(database: realm.database, clock: realm.clock)(
                realm.commune.id, code: "H99.41", territory: "99001", address: "", phone: "", calendar: "thu-bay",
                seen: 1, by: realm.communeAdministrator)
            #expect(throws: Never.self) { try changed.get() }
            let directory = realm.directory
            let (desk, other) = (realm.desk.id, realm.other.id)
            let (own, national) = try await realm.database.read { tx in
                (try directory.calendar(of: desk, in: tx), try directory.calendar(of: other, in: tx))
            }
            #expect(own.code == "thu-bay")
            #expect(own.years[2026] == national.years[2026])
            #expect(!own.hours[.saturday].isEmpty)
            #expect(national.code == "national")
        }
    }

    @Test(arguments: Dialect.allCases)
    func `only administrators of the site edit calendars, and the later of two is told`(dialect: Dialect) async throws {
        try await withRealm(dialect) { realm in
            let save = SaveCalendar(database: realm.database, clock: realm.clock)
            var national = WorkingCalendar.national
            national.years[2028] = CalendarYear(provisional: true)
            let early = try await save(national, seen: 1, by: realm.communeAdministrator)
            #expect(refused(early) == .outsideScope)
            let first = try await save(national, seen: 1, by: realm.topAdministrator)
            #expect(throws: Never.self) { try first.get() }
            let second = try await save(national, seen: 1, by: realm.topAdministrator)
            #expect(refused(second) == .changed)
            let directory = realm.directory
            let read = try await realm.database.read { tx in try directory.calendar(named: "national", in: tx) }
            #expect(read.years[2028]?.provisional == true)
        }
    }
}
