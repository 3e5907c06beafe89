import Kernel
import Site
import Storage
import WorkingTime

/// Adding a year to a calendar and editing it.
enum CalendarYearRoutes {
    private static let known = 2_000...2_200

    static func add(to routes: inout Routes, _ site: DirectorySite) {
        routes.post(AdministrationPaths.calendarYears, .may(.administerSite)) { request, _, name in
            try await site.withCalendar(name) { stored in
                // Nothing is kept yet: a year without its holidays would promise days on which nobody works.
                guard let number = Int(request.form["year"]), Self.known.contains(number) else {
                    return .see(AdministrationPaths.calendar(stored.calendar.code))
                }
                return .see(AdministrationPaths.calendarYear(name, number))
            }
        }
        routes.get(AdministrationPaths.calendarYear, .may(.administerSite)) { _, visitor, name, number in
            try await site.withCalendar(name) { stored in
                guard Self.known.contains(number) else { return .notFound }
                let year = try await site.year(number, of: stored.calendar)
                let page = CalendarYearPage(
                    calendar: stored.calendar, number: number, form: CalendarYearForm(year, version: stored.version))
                return .page(page.page(site.frame, visitor))
            }
        }
        routes.post(AdministrationPaths.calendarYear, .may(.administerSite)) { request, visitor, name, number in
            try await site.withCalendar(name) { stored in
                guard Self.known.contains(number) else { return .notFound }
                return try await site.keep(request, in: stored, number, visitor)
            }
        }
    }
}

extension DirectorySite {
    /// The year as it stands; one that is not there yet as it is proposed: the national year, or the holidays that fall on
    /// the same days every year.
    fileprivate func year(_ number: Int, of calendar: WorkingCalendar) async throws -> CalendarYear {
        if let year = calendar.years[number] { return year }
        let national = try await directory.database.read { tx in
            try CalendarStore.find(CalendarStore.national, in: tx)
        }
        return national?.calendar.years[number] ?? ProposedYear.of(number)
    }

    fileprivate func keep(
        _ request: Request, in stored: StoredCalendar, _ number: Int, _ visitor: Visitor
    ) async throws -> Response {
        var form = CalendarYearForm(request.form)
        if form.edit(request.form["act"]) {
            let page = CalendarYearPage(calendar: stored.calendar, number: number, form: form)
            return .page(page.page(frame, visitor))
        }
        form.dropBlankRows()
        var page = CalendarYearPage(calendar: stored.calendar, number: number, form: form)
        let (year, unread) = form.year()
        var calendar = stored.calendar
        calendar.years[number] = year
        let prefix = "years.\(number)."
        let wrong = calendar.problems.map { problem in
            FieldProblem(
                problem.field.hasPrefix(prefix) ? String(problem.field.dropFirst(prefix.count)) : problem.field,
                problem.message)
        }
        page.problems = unread + wrong.filter { problem in !unread.contains { $0.field == problem.field } }
        guard page.problems.isEmpty else { return .problems(page.page(frame, visitor)) }
        return try await putInForce(calendar, seen: Int(form.version) ?? 0, by: visitor.actor) { problems, isChanged in
            page.problems = problems
            page.isChanged = isChanged
            return page.page(frame, visitor)
        }
    }
}
