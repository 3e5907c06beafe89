import DesignSystem
package import Kernel
package import Markup
package import Site

/// One part of administration in its navigation: those of this room, and those that composition adds (services, jobs).
package struct AdminSection: Sendable {
    package let title: Phrase
    package let path: String
    /// What is done there, for the overview.
    package let note: Phrase
    /// Who sees it.
    package let permission: Permission

    package init(_ title: Phrase, _ path: String, note: Phrase, permission: Permission = .administer) {
        self.title = title
        self.path = path
        self.note = note
        self.permission = permission
    }

    package static let agencies = AdminSection(
        Phrase(vi: "Cơ quan, đơn vị", en: "Agencies and units"), AdministrationPaths.agencies(),
        note: Phrase(vi: "Thêm, đổi tên, chấm dứt; địa chỉ, lịch làm việc", en: "Add, rename, close; address, calendar")
    )
    package static let calendars = AdminSection(
        Phrase(vi: "Lịch làm việc", en: "Calendars"), AdministrationPaths.calendars(),
        note: Phrase(
            vi: "Ngày nghỉ, ngày làm bù, giờ làm việc, giờ chốt", en: "Holidays, make-up days, office hours, cut-off"),
        permission: .administerSite)
}

/// The frame of every administration page: its sections as tabs above, the page's own matter below.
package struct AdminFrame: Sendable {
    package let sections: [AdminSection]

    package init(sections: [AdminSection]) { self.sections = sections }

    /// A page below `section` (nil for the overview itself).
    package func page(
        _ title: Phrase, in section: AdminSection?, for visitor: Visitor, above: [(Phrase, String)] = [],
        hasTitle: Bool = true, @MarkupBuilder main: () -> [Markup]
    ) -> Page {
        var crumbs: [(Phrase, String)] = []
        if let section {
            crumbs.append((.administration, AdministrationPaths.overview()))
            if !above.isEmpty { crumbs.append((section.title, section.path)) }
            crumbs += above.dropFirst()
        }
        let content = main()
        return Page(title, side: .desk, breadcrumbs: crumbs) {
            Tabs(.administration, tabs(section, visitor))
            if hasTitle { PageTitle(title) }
            content
        }
    }

    private func tabs(_ current: AdminSection?, _ visitor: Visitor) -> [NavigationItem] {
        [NavigationItem(.overview, AdministrationPaths.overview(), isCurrent: current == nil)]
            + seen(by: visitor).map { NavigationItem($0.title, $0.path, isCurrent: $0.path == current?.path) }
    }

    func seen(by visitor: Visitor) -> [AdminSection] { sections.filter { visitor.may($0.permission) } }
}

extension Phrase {
    package static let administration = Phrase(vi: "Quản trị", en: "Administration")
    static let overview = Phrase(vi: "Tổng quan", en: "Overview")
}
