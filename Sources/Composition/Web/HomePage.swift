import Catalogue
import DesignSystem
import Kernel
import Markup
import Site

/// The first page: search large, follow a dossier beside it, life events below.
enum HomePage {
    /// `services`: what can be filed online, with where it begins.
    static func page(services: [(title: Phrase, path: String)]) -> Page {
        let title = Phrase(vi: "Dịch vụ công trực tuyến", en: "Public services online")
        return Page(title, isPublic: true) {
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
            p { a(Phrase(vi: "Tra cứu hồ sơ đã nộp", en: "Follow a dossier you filed"), .href(HomePaths.follow)) }
            if !services.isEmpty {
                section {
                    h2(Phrase(vi: "Nộp trực tuyến tại đây", en: "File online here"))
                    LinkList(services.map { .init($0.title, $0.path) })
                }
            }
            events(Phrase(vi: "Theo sự kiện trong đời", en: "By life event"), .people)
            events(Phrase(vi: "Cho doanh nghiệp, hộ kinh doanh", en: "For businesses"), .firms)
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
