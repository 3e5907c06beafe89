import Kernel
import Site
import Wording

/// Renaming, correcting and closing agencies.
enum AgencyChangeRoutes {
    static func add(to routes: inout Routes, _ site: DirectorySite) {
        routes.get(AdministrationPaths.agencyName, .may(.administer)) { _, visitor, id in
            try await site.withAgency(id, visitor) { agency, _ in
                .page(AgencyNamePage(agency, today: site.today).page(site.frame, visitor))
            }
        }
        routes.post(AdministrationPaths.agencyName, .may(.administer)) { request, visitor, id in
            try await site.withAgency(id, visitor) { agency, _ in try await site.rename(agency, request, visitor) }
        }
        routes.get(AdministrationPaths.agencyDetails, .may(.administer)) { _, visitor, id in
            try await site.withAgency(id, visitor) { agency, _ in
                let page = AgencyFormPage(form: AgencyForm(agency), calendars: try await site.calendarChoices())
                return .page(page.details(of: agency, site.frame, visitor))
            }
        }
        routes.post(AdministrationPaths.agencyDetails, .may(.administer)) { request, visitor, id in
            try await site.withAgency(id, visitor) { agency, _ in try await site.correct(agency, request, visitor) }
        }
        routes.get(AdministrationPaths.agencyEnd, .may(.administer)) { _, visitor, id in
            try await site.withAgency(id, visitor) { agency, reach in
                .page(site.endPage(agency, reach).page(site.frame, visitor))
            }
        }
        routes.post(AdministrationPaths.agencyEnd, .may(.administer)) { request, visitor, id in
            try await site.withAgency(id, visitor) { agency, reach in
                try await site.end(agency, reach, request, visitor)
            }
        }
    }
}

extension DirectorySite {
    fileprivate func rename(_ agency: Agency, _ request: Request, _ visitor: Visitor) async throws -> Response {
        var page = AgencyNamePage(agency, today: today)
        page.name = request.form["name"]
        page.english = request.form["name_en"]
        page.from = request.form["from"]
        page.version = request.form["version"]
        guard let day = Day(typed: page.from) else {
            page.problems = [FieldProblem("from", .dayNotUnderstood(page.from))]
            return .problems(page.page(frame, visitor))
        }
        let result = try await rename(
            agency.id, to: page.name, english: page.english, from: day, seen: Int(page.version) ?? 0, by: visitor.actor)
        switch result {
        case .success: return .see(AdminNotice.saved.at(AdministrationPaths.agency(agency.id)))
        case .failure(.unknown), .failure(.outsideScope): return .notFound
        case .failure(.changed):
            page.isChanged = true
            page.version = String(agency.version)
            return .conflict(page.page(frame, visitor))
        case .failure(.invalid(let problems)):
            page.problems = problems
            return .problems(page.page(frame, visitor))
        }
    }

    fileprivate func correct(_ agency: Agency, _ request: Request, _ visitor: Visitor) async throws -> Response {
        var form = AgencyForm(request.form)
        var page = AgencyFormPage(form: form, calendars: try await calendarChoices())
        let code: String
        switch AgencyForm.territoryCode(form.territory, try await directory.territories()) {
        case .success(let found): code = found
        case .failure(let unread):
            page.problems = unread.problems
            return .problems(page.details(of: agency, frame, visitor))
        }
        let result = try await change(
            agency.id, code: form.code, territory: code, address: form.address, phone: form.phone,
            calendar: form.calendar, seen: Int(form.version) ?? 0, by: visitor.actor,
            newCalendar: { [calendarChanged, now = directory.clock.now] tx in
                try calendarChanged(try Directory.subtree(of: agency.id, in: tx).map(\.id), now, tx)
            })
        switch result {
        case .success: return .see(AdminNotice.saved.at(AdministrationPaths.agency(agency.id)))
        case .failure(.unknown), .failure(.outsideScope): return .notFound
        case .failure(.changed):
            form.version = String(agency.version)
            let again = AgencyFormPage(form: form, calendars: page.calendars)
            return .conflict(again.details(of: agency, frame, visitor, isChanged: true))
        case .failure(.invalid(let problems)):
            page.problems = problems
            return .problems(page.details(of: agency, frame, visitor))
        }
    }

    fileprivate func endPage(_ agency: Agency, _ reach: Reach) -> AgencyEndPage {
        AgencyEndPage(
            agency, others: reach.agencies.filter { $0.id != agency.id && $0.validity.contains(today) }, today: today)
    }

    fileprivate func end(
        _ agency: Agency, _ reach: Reach, _ request: Request, _ visitor: Visitor
    ) async throws -> Response {
        var page = endPage(agency, reach)
        page.until = request.form["until"]
        page.successor = request.form["successor"]
        guard let day = Day(typed: page.until) else {
            page.problems = [FieldProblem("until", .dayNotUnderstood(page.until))]
            return .problems(page.page(frame, visitor))
        }
        let result = try await close(
            agency.id, from: day, successor: Agency.ID(page.successor), seen: Int(request.form["version"]) ?? 0,
            by: visitor.actor)
        switch result {
        case .success: return .see(AdminNotice.saved.at(AdministrationPaths.agency(agency.id)))
        case .failure(.unknown), .failure(.outsideScope): return .notFound
        case .failure(.changed): page.refusal = .changedMeanwhile
        case .failure(.hasUnits(let count)):
            page.refusal = Phrase(
                vi: "Còn \(count) đơn vị trực thuộc đang hoạt động. Hãy chấm dứt hoặc chuyển các đơn vị đó trước.",
                en: "\(count) units below are still in force. Close them first.")
        case .failure(.hasPosts(let count)):
            page.refusal = Phrase(
                vi: "Còn \(count) vị trí đang có người giữ. Hãy kết thúc các vị trí đó trước.",
                en: "\(count) posts are still held. End them first.")
        case .failure(.hasCases(let count)):
            page.refusal = Phrase(
                vi: "Còn \(count) hồ sơ đang giải quyết ở đây. Hãy giải quyết xong hoặc chuyển các hồ sơ đó trước.",
                en: "\(count) dossiers here are not finished. Finish them or hand them over first.")
        case .failure(.invalid(let problems)):
            page.problems = problems
            return .problems(page.page(frame, visitor))
        }
        return .conflict(page.page(frame, visitor))
    }
}
