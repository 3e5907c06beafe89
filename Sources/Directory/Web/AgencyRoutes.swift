import Kernel
import Site
import Storage
import Wording
import WorkingTime

/// Looking at agencies, adding them and importing them.
enum AgencyRoutes {
    static func add(to routes: inout Routes, _ site: DirectorySite) {
        routes.get(AdministrationPaths.agencies, .may(.administer)) { request, visitor in
            let reach = try await site.directory.administration(of: visitor.actor)
            let page = AgencyTreePage(
                reach: reach, today: site.today, withClosed: request.query["tat-ca"] == "1")
            return .page(page.page(site.frame, visitor))
        }
        routes.get(AdministrationPaths.newAgency, .may(.administer)) { request, visitor in
            let form = AgencyForm(parent: request.query["duoi"], from: site.today)
            return .page(try await site.newAgencyPage(form, visitor).new(site.frame, visitor))
        }
        routes.post(AdministrationPaths.newAgency, .may(.administer)) { request, visitor in
            try await site.addAgency(AgencyForm(request.form), visitor)
        }
        routes.get(AdministrationPaths.agencyImport, .may(.administer)) { _, visitor in
            .page(site.importPage.page(site.frame, in: .agencies, visitor))
        }
        routes.post(AdministrationPaths.agencyImport, .may(.administer), uploads: ImportPage.uploads) {
            request, visitor in
            var page = site.importPage
            guard let text = ImportPage.text(request.form) else {
                page.problems = ImportPage.missing
                return .problems(page.page(site.frame, in: .agencies, visitor))
            }
            let run = ImportAgencies(database: site.directory.database, clock: site.directory.clock)
            page.report = try await run(text, by: visitor.actor)
            return .page(page.page(site.frame, in: .agencies, visitor))
        }
        routes.get(AdministrationPaths.agencyTemplate, .may(.administer)) { _, _ in
            ImportPage.template(site.importPage, file: "co-quan.csv")
        }
        routes.get(AdministrationPaths.agency, .may(.administer)) { request, visitor, id in
            try await site.withAgency(id, visitor) { agency, reach in
                .page(try await site.agencyPage(agency, reach).page(site.frame, request, visitor))
            }
        }
    }
}

extension DirectorySite {
    /// Gives `body` an agency that the visitor administers; for others it is not there.
    func withAgency(
        _ id: Agency.ID, _ visitor: Visitor, _ body: (Agency, Reach) async throws -> Response
    ) async throws -> Response {
        let reach = try await directory.administration(of: visitor.actor)
        guard let agency = reach.agencies.first(where: { $0.id == id }) else { return .notFound }
        return try await body(agency, reach)
    }

    func calendarChoices() async throws -> [(name: String, title: Phrase)] {
        try await directory.database.read { tx in
            try CalendarStore.all(in: tx).map { (name: $0.calendar.code, title: $0.calendar.name) }
        }
    }

    fileprivate func newAgencyPage(
        _ form: AgencyForm, _ visitor: Visitor, problems: [FieldProblem] = []
    ) async throws -> AgencyFormPage {
        let reach = try await directory.administration(of: visitor.actor)
        return AgencyFormPage(
            form: form,
            parents: reach.agencies.filter { $0.validity.contains(today) && !$0.kind.children.isEmpty },
            calendars: try await calendarChoices(), problems: problems)
    }

    fileprivate func addAgency(_ form: AgencyForm, _ visitor: Visitor) async throws -> Response {
        func again(_ problems: [FieldProblem]) async throws -> Response {
            .problems(try await newAgencyPage(form, visitor, problems: problems).new(frame, visitor))
        }
        guard let parent = Agency.ID(form.parent) else {
            return try await again([
                FieldProblem("parent", Phrase(vi: "Chọn cơ quan cấp trên.", en: "Choose the agency above."))
            ])
        }
        switch form.draft(try await directory.territories()) {
        case .failure(let unread): return try await again(unread.problems)
        case .success(let draft):
            switch try await create(draft, below: parent, by: visitor.actor) {
            case .success(let agency): return .see(AdminNotice.added.at(AdministrationPaths.agency(agency.id)))
            case .failure(.outsideScope): return try await again([FieldProblem("parent", .outsideYourScope)])
            case .failure(.invalid(let problems)): return try await again(problems)
            }
        }
    }

    fileprivate func agencyPage(_ agency: Agency, _ reach: Reach) async throws -> AgencyPage {
        let table = try await directory.territories()
        let successor = agency.successor
        let following = try await directory.database.read { tx in
            try successor.flatMap { try AgencyStore.find($0, in: tx) }
        }
        return AgencyPage(
            agency: agency, names: try await directory.names(of: agency.id),
            below: reach.agencies.filter { $0.parent == agency.id },
            territory: agency.territory.map { "\(table.fullName($0) ?? "") (\($0))" }, successor: following,
            isOwn: reach.agencies.first?.id == agency.id, today: today)
    }

    fileprivate var importPage: ImportPage {
        ImportPage(
            Phrase(vi: "Nhập cơ quan, đơn vị", en: "Import agencies and units"),
            path: AdministrationPaths.agencyImport(), template: AdministrationPaths.agencyTemplate(),
            columns: [
                .init("mã", Phrase(vi: "Mã định danh, ví dụ H56.12.03", en: "Code, for example H56.12.03")),
                .init("tên", Phrase(vi: "Tên tiếng Việt", en: "Vietnamese name")),
                .init(
                    "loại",
                    Phrase(vi: "tỉnh, sở, xã, phòng hoặc một cửa", en: "province, department, commune, unit or desk")),
                .init("mã cấp trên", Phrase(vi: "Mã định danh của cơ quan cấp trên", en: "Code of the agency above")),
                .init("tên tiếng Anh", Phrase(vi: "Tên tiếng Anh", en: "English name"), required: false),
                .init(
                    "mã đơn vị hành chính", Phrase(vi: "Mã tỉnh hoặc xã", en: "Code of the territory"), required: false),
                .init("địa chỉ", Phrase(vi: "Địa chỉ trụ sở", en: "Address"), required: false),
                .init("điện thoại", Phrase(vi: "Số điện thoại", en: "Telephone"), required: false),
                .init(
                    "từ ngày", Phrase(vi: "Ngày bắt đầu, ví dụ 01/07/2025", en: "First day, for example 01/07/2025"),
                    required: false),
            ])
    }
}
