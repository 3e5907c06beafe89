import Kernel
import Markup

/// The frames of the sample pages.
enum GalleryShells {
    static let site = Phrase(vi: "Cổng dịch vụ công", en: "Public services")
    static let agency = Phrase(same: "Ủy ban nhân dân xã Nậm Điện Biên (mẫu)")

    static func portal(
        _ title: Phrase, crumbs: [NavigationItem] = [], current: Int = 1, banners: [Banner] = [],
        hasProblems: Bool = false, @MarkupBuilder main: () -> [Markup]
    ) -> Markup {
        Shell(
            .portal, title: title, siteName: site, agencyName: agency, languagePath: "?lang=en",
            navigation: [
                NavigationItem(Phrase(vi: "Trang chủ", en: "Home"), "#", isCurrent: current == 0),
                NavigationItem(Phrase(vi: "Thủ tục", en: "Procedures"), "#", isCurrent: current == 1),
                NavigationItem(Phrase(vi: "Theo dõi hồ sơ", en: "Follow a dossier"), "#", isCurrent: current == 2),
                NavigationItem(
                    Phrase(vi: "Hồ sơ của tôi", en: "My dossiers"), "#", isCurrent: current == 3, count: 2),
            ],
            person: ShellPerson(
                name: "Nguyễn Thị Phượng Uyên (mẫu)",
                links: [
                    NavigationItem(Phrase(vi: "Thông tin cá nhân", en: "Personal details"), "#"),
                    NavigationItem(Phrase(vi: "Ai đã xem dữ liệu của tôi", en: "Who has seen my data"), "#"),
                ], signOutPath: "#"),
            breadcrumbs: crumbs, banners: banners, isTrial: true, hasProblems: hasProblems,
            footer: [
                NavigationItem(Phrase(vi: "Giới thiệu", en: "About"), "#"),
                NavigationItem(Phrase(vi: "Tiếp cận", en: "Accessibility"), "#"),
                NavigationItem(Phrase(vi: "Dữ liệu cá nhân", en: "Personal data"), "#"),
                NavigationItem(Phrase(vi: "Liên hệ", en: "Contact"), "#"),
            ],
            footerNote: Phrase(vi: "Tổng đài 1022 (mẫu)", en: "Call 1022 (sample)"), main: main
        ).document()
    }

    static func desk(_ title: Phrase, @MarkupBuilder main: () -> [Markup]) -> Markup {
        Shell(
            .desk, title: title, siteName: Phrase(vi: "Bộ phận một cửa", en: "One-stop desk"), agencyName: agency,
            languagePath: "?lang=en",
            navigation: [
                NavigationItem(Phrase(vi: "Hộp việc", en: "Inbox"), "#", isCurrent: true, count: 38),
                NavigationItem(Phrase(vi: "Tiếp nhận tại quầy", en: "At the counter"), "#"),
                NavigationItem(Phrase(vi: "Tra cứu", en: "Look up"), "#"),
                NavigationItem(Phrase(vi: "Quản trị", en: "Administration"), "#"),
            ], searchPath: "#",
            person: ShellPerson(
                name: "Lò Văn Đức (mẫu)", post: "Công chức một cửa",
                links: [NavigationItem(Phrase(vi: "Tài khoản", en: "Account"), "#")], signOutPath: "#"),
            footer: [NavigationItem(Phrase(vi: "Hướng dẫn", en: "Guide"), "#")], main: main
        ).document()
    }
}
