import DesignSystem
import Kernel
import Markup
import Site

/// The first page: search large, follow a dossier beside it, life events below.
enum HomePage {
    static func page() -> Page {
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
                    en: "For example: birth certificate, building permit (in Vietnamese)"))
        }
    }
}
