import Kernel
import Site
import Storage
import WorkingTime

/// Looking at calendars, adding them, and their office hours.
enum CalendarRoutes {
    static func add(to routes: inout Routes, _ site: DirectorySite) {
        routes.get(AdministrationPaths.calendars, .may(.administerSite)) { _, visitor in
            let all = try await site.directory.database.read { tx in try CalendarStore.all(in: tx) }
            return .page(CalendarListPage(calendars: all).page(site.frame, visitor))
        }
        routes.get(AdministrationPaths.newCalendar, .may(.administerSite)) { _, visitor in
            .page(CalendarHoursPage(form: CalendarHoursForm(), isNew: true).page(site.frame, visitor))
        }
        routes.post(AdministrationPaths.newCalendar, .may(.administerSite)) { request, visitor in
            let form = CalendarHoursForm(request.form)
            let blank = WorkingCalendar(code: form.code, name: Phrase(vi: form.vi, en: form.en))
            return try await site.keep(form, in: blank, seen: nil, visitor)
        }
        routes.get(AdministrationPaths.calendar, .may(.administerSite)) { request, visitor, name in
            try await site.withCalendar(name) { .page(CalendarPage(stored: $0).page(site.frame, request, visitor)) }
        }
        routes.get(AdministrationPaths.calendarHours, .may(.administerSite)) { _, visitor, name in
            try await site.withCalendar(name) {
                .page(CalendarHoursPage(form: CalendarHoursForm($0), isNew: false).page(site.frame, visitor))
            }
        }
        routes.post(AdministrationPaths.calendarHours, .may(.administerSite)) { request, visitor, name in
            try await site.withCalendar(name) { stored in
                var form = CalendarHoursForm(request.form)
                form.code = name
                return try await site.keep(form, in: stored.calendar, seen: Int(form.version) ?? 0, visitor)
            }
        }
    }
}

extension DirectorySite {
    func withCalendar(
        _ name: String, _ body: (StoredCalendar) async throws -> Response
    ) async throws -> Response {
        guard let stored = try await directory.database.read({ tx in try CalendarStore.find(name, in: tx) }) else {
            return .notFound
        }
        return try await body(stored)
    }

    fileprivate func keep(
        _ form: CalendarHoursForm, in calendar: WorkingCalendar, seen version: Int?, _ visitor: Visitor
    ) async throws -> Response {
        var page = CalendarHoursPage(form: form, isNew: version == nil)
        let (changed, unread) = form.applied(to: calendar)
        // What the calendar says of hours that could not be read would be about other hours.
        page.problems = unread + changed.problems.filter { problem in !unread.contains { $0.field == problem.field } }
        guard page.problems.isEmpty else { return .problems(page.page(frame, visitor)) }
        return try await putInForce(changed, seen: version, by: visitor.actor) { problems, isChanged in
            page.problems = problems
            page.isChanged = isChanged
            return page.page(frame, visitor)
        }
    }
}
