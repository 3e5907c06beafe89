import Accounts
import Catalogue
import DesignSystem
import Kernel
import Markup
import Site

/// The first page: search large, follow a dossier beside it, life events below.
enum HomePage {
    /// What can be filed online: its name, how long and how much, and where it begins.
    struct Service: Sendable {
        let title: Phrase
        let facts: Phrase
        let path: String
    }

    /// - Parameters:
    ///   - mostUsed: what was filed most this week; may be empty.
    ///   - isEmptySite: nobody administers the site yet.
    static func page(services: [Service], mostUsed: [Service] = [], isEmptySite: Bool = false) -> Page {
        let title = Phrase(vi: "Dịch vụ công trực tuyến", en: "Public services online")
        return Page(title, isPublic: true) {
            if isEmptySite { FirstStartNotice() }
            Split {
                PageTitle(
                    Phrase(vi: "Bạn cần làm thủ tục gì?", en: "What do you need to do?"),
                    lead: Phrase(
                        vi: "Tìm, nộp, theo dõi và nhận kết quả tại một nơi.",
                        en: "Find it, file it, follow it and get the result in one place."), isLarge: true)
                SearchField(
                    to: HomePaths.search(), label: Phrase(vi: "Tìm thủ tục", en: "Search procedures"),
                    help: Phrase(
                        vi: "Ví dụ: làm giấy khai sinh cho con, xin phép xây nhà",
                        en: "For example: birth certificate, building permit (in Vietnamese)"),
                    suggest: CataloguePaths.suggestions())
            } side: {
                Card(Phrase(vi: "Đã nộp hồ sơ?", en: "Already filed?"), accented: true) {
                    p(
                        Phrase(
                            vi: "Xem hồ sơ đang ở đâu bằng mã hồ sơ và mã tra cứu trên giấy tiếp nhận.",
                            en: "See where it is with the code and the look-up secret on your receipt."))
                    ButtonLink(Phrase(vi: "Tra cứu hồ sơ", en: "Follow a dossier"), HomePaths.follow, .secondary)
                }
            }
            if !mostUsed.isEmpty {
                section {
                    h2(Phrase(vi: "Dùng nhiều trong tuần", en: "Most used this week"))
                    LinkList(mostUsed.map { .init($0.title, $0.path, note: $0.facts) }, columns: 2)
                }
            }
            if !services.isEmpty {
                section {
                    h2(Phrase(vi: "Nộp trực tuyến tại đây", en: "File online here"))
                    LinkList(services.map { .init($0.title, $0.path, note: $0.facts) }, columns: 2)
                }
            }
            events(Phrase(vi: "Theo sự kiện trong đời", en: "By life event"), .people)
            events(Phrase(vi: "Cho doanh nghiệp, hộ kinh doanh", en: "For businesses"), .firms)
            p {
                a(
                    Phrase(vi: "Tất cả thủ tục theo lĩnh vực", en: "All procedures by field"),
                    .href(CataloguePaths.list()))
            }
        }
    }

    private static func events(_ heading: Phrase, _ audience: LifeEvent.Audience) -> Markup {
        section {
            h2(heading)
            Tiles(
                LifeEvent.all.filter { $0.audience == audience }
                    .map { .init($0.title, CataloguePaths.lifeEvent($0)) })
        }
    }
}
