import DesignSystem
import Kernel
import Markup
import Site
import Wording
import WorkingTime

/// What the desk's search found.
struct SearchPage {
    let typed: String
    let term: SearchTerm?
    let found: FindCases.Page?
    /// The addresses of the first page and of the one that follows, sealed.
    let first: String?
    let next: String?
    let calendar: WorkingCalendar
    let now: Instant

    var page: Page {
        Page(DeskWording.search, side: .desk, breadcrumbs: [(DeskWording.inbox, DeskPaths.inbox())]) {
            PageTitle(DeskWording.search)
            SearchField(
                to: DeskPaths.search(), value: typed, label: DeskWording.find,
                help: Phrase(
                    vi:
                        "Số và điện thoại tìm đủ chữ số; tên tìm từ đầu một chữ, không cần dấu. Ai được tìm thấy theo dữ liệu cá nhân sẽ biết bạn đã tìm.",
                    en:
                        "Numbers are found whole; names from the beginning of any word, without accents. Whoever is found by personal data is told that you looked."
                ), posts: true)
            if let found { results(found) } else { unread }
        }
    }

    @MarkupBuilder private var unread: [Markup] {
        if !typed.isEmpty {
            EmptyState(Phrase(vi: "Chưa đủ để tìm", en: "Too little to look for")) {
                p(
                    Phrase(
                        vi: "Hãy gõ ít nhất hai chữ cái của tên, đủ số điện thoại, hoặc đủ số định danh.",
                        en: "Type two letters of a name at least, or a whole telephone or citizen number."))
            }
        }
    }

    @MarkupBuilder private func results(_ page: FindCases.Page) -> [Markup] {
        if page.found.isEmpty {
            EmptyState(
                Phrase(vi: "Không tìm thấy hồ sơ nào ở cơ quan này", en: "Nothing was found at this agency")
            ) {
                p(
                    Phrase(
                        vi: "Đang tìm theo \(kind.vi). Hãy kiểm tra lại, hoặc tìm bằng thông tin khác.",
                        en: "Looked for \(kind.en). Check it, or try something else."))
            }
        } else {
            DataTable(
                Phrase(vi: "Hồ sơ tìm thấy", en: "Dossiers found"),
                columns: [
                    .init(DeskWording.dossier), .init(DeskWording.owner),
                    .init(Phrase(vi: "Nộp", en: "Filed")), .init(DeskWording.limit), .init(DeskWording.state),
                ],
                rows: page.found.map(row), isWalkable: true)
            Pager(
                previous: first, next: next,
                note: Phrase(vi: "tìm theo \(kind.vi)", en: "found by \(kind.en)"))
        }
    }

    private func row(_ one: FindCases.Found) -> DataTable.Row {
        DataTable.Row {
            RowHead(one.code, href: DeskPaths.dossier(one.id)) { one.title }
            span(one.owner)
            span(one.filedAt.day.phrase)
            limit(one)
            Tag(one.official.name(isChild: one.isChild), DeskWording.tone(one.official))
        }
    }

    private func limit(_ one: FindCases.Found) -> Markup {
        if let ended = one.endedAt {
            return span(Phrase(vi: "kết thúc \(ended.day.phrase.vi)", en: "ended \(ended.day.phrase.en)"))
        }
        guard let due = one.dueAt, one.official != .finished else { return span(one.step) }
        return DeskWording.due(due, at: now, in: calendar).markup
    }

    private var kind: Phrase {
        switch term {
        case .code: Phrase(vi: "mã hồ sơ", en: "code")
        case .number: Phrase(vi: "số định danh hoặc mã số thuế", en: "citizen number or tax code")
        case .phone: Phrase(vi: "số điện thoại", en: "telephone number")
        case .name, nil: Phrase(vi: "họ tên", en: "name")
        }
    }
}
