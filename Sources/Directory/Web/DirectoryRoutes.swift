import DesignSystem
package import Kernel
import Markup
package import Site
package import Storage
import WorkingTime

/// What the handlers of this room work with.
struct DirectorySite: Sendable {
    let directory: Directory
    let frame: AdminFrame
    /// Told, in the transaction of a change, which agencies count their limits anew.
    let calendarChanged: CalendarChanged
    let openCases: OpenCases

    var create: CreateAgency { CreateAgency(database: directory.database, clock: directory.clock) }
    var rename: RenameAgency { RenameAgency(database: directory.database, clock: directory.clock) }
    var change: ChangeAgency { ChangeAgency(database: directory.database, clock: directory.clock) }
    var close: CloseAgency {
        CloseAgency(database: directory.database, clock: directory.clock, openCases: openCases)
    }
    var save: SaveCalendar { SaveCalendar(database: directory.database, clock: directory.clock) }
    var today: Day { directory.clock.now.day }

    /// Puts a calendar in force, and lets the limits that it touches be counted anew. `again` is the form that is shown
    /// when it cannot be: with what is wrong, or because somebody else came first.
    func putInForce(
        _ calendar: WorkingCalendar, seen version: Int?, by actor: Actor,
        again: (_ problems: [FieldProblem], _ isChanged: Bool) -> Page
    ) async throws -> Response {
        let now = directory.clock.now
        let saved = try await save(calendar, seen: version, by: actor) { tx in
            try calendarChanged(try CalendarUse.touched(by: calendar.code, in: tx), now, tx)
        }
        switch saved {
        case .success: return .see(AdminNotice.saved.at(AdministrationPaths.calendar(calendar.code)))
        case .failure(.unknown), .failure(.outsideScope): return .notFound
        case .failure(.changed): return .conflict(again([], true))
        case .failure(.invalid(let problems)): return .problems(again(problems, false))
        }
    }
}

/// Writes, in the transaction of the change, what agencies whose calendar changed still need.
package typealias CalendarChanged = @Sendable (_ agencies: [Agency.ID], Instant, any Transaction) throws -> Void

/// The administration pages of the directory.
package enum DirectoryRoutes {
    package static func routes(
        _ directory: Directory, frame: AdminFrame, openCases: @escaping OpenCases,
        calendarChanged: @escaping CalendarChanged
    ) -> Routes {
        let site = DirectorySite(
            directory: directory, frame: frame, calendarChanged: calendarChanged, openCases: openCases)
        var routes = Routes()
        AgencyRoutes.add(to: &routes, site)
        AgencyChangeRoutes.add(to: &routes, site)
        CalendarRoutes.add(to: &routes, site)
        CalendarYearRoutes.add(to: &routes, site)
        return routes
    }
}
