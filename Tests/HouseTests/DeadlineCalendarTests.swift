import Composition
import Directory
import Kernel
import Storage
import TestKit
import Testing
import WorkingTime

/// By which calendars `motcua deadline` counts.
@Suite struct DeadlineCalendarTests {
    private let line = #"{"id": 3, "received": "2026-04-22T15:01:00+07:00", "limit": 3, "unit": "working_days""#

    private func due(_ line: String, _ calendars: [String: WorkingCalendar]) throws -> String? {
        try JSON(parsing: Answers.deadline(line, by: calendars))["due"]?.string
    }

    @Test(arguments: Dialect.allCases)
    func `a calendar that is stored is counted by, with the national years it lacks`(dialect: Dialect) async throws {
        try await TrialSite.with(dialect, isEmpty: true) { site in
            let database = site.installation.database
            let plain = try await DeadlineCalendars.stored(in: database)
            #expect(try due(line + "}", plain) == "2026-04-29T17:30:00+07:00")
            // The office closes an hour earlier, and takes no year of its own along.
            var early = WorkingCalendar.national
            early.years = [:]
            let document = try early.canonical().replacing("17:30", with: "16:30").replacing(
                #""national""#, with: #""early""#)
            _ = try await site.installation.saveCalendar(document)
            let stored = try await DeadlineCalendars.stored(in: database)
            #expect(try due(line + #", "calendar": "early"}"#, stored) == "2026-04-29T16:30:00+07:00")
            #expect(try due(line + "}", stored) == "2026-04-29T17:30:00+07:00")
            // A changed national calendar is the one in force.
            let changed = try WorkingCalendar.national.canonical().replacing("17:30", with: "17:00")
            #expect(try await !site.installation.saveCalendar(changed).hasProblems)
            let after = try await DeadlineCalendars.stored(in: database)
            #expect(try due(line + "}", after) == "2026-04-29T17:00:00+07:00")
        }
    }

    @Test func `without a database the national calendar of the program counts, and nothing is made`() async throws {
        let settings = try await Settings.load(
            environment: ["MOTCUA_DATA": "/there/is/none"], secret: .notNeeded)
        let calendars = try await DeadlineCalendars.of(settings)
        #expect(calendars.keys.sorted() == ["national"])
        #expect(try due(line + "}", calendars) == "2026-04-29T17:30:00+07:00")
    }

    @Test(arguments: Dialect.allCases)
    func `a database that was not prepared has no calendars yet`(dialect: Dialect) async throws {
        try await withDatabase(dialect, []) { database in
            let calendars = try await DeadlineCalendars.stored(in: database)
            #expect(calendars.keys.sorted() == ["national"])
        }
    }
}
