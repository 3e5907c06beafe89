import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// All procedures, field by field, a page at a time: for whoever would rather leaf through than search.
struct ProcedureListPage {
    static let pageSize = 50

    /// The procedures of this page in the order of their fields.
    let entries: [ProcedureSearch.Entry]
    let total: Int
    let number: Int
    /// The procedures that can be filed online here.
    let online: Set<String>

    /// - Parameter wanted: the page asked for; one that is not there is the last.
    init(_ index: ProcedureIndex, page wanted: Int, online: Set<String>) {
        let all = index.byField
        let pages = max(1, (all.count + Self.pageSize - 1) / Self.pageSize)
        number = min(max(1, wanted), pages)
        total = all.count
        entries = all.dropFirst((number - 1) * Self.pageSize).prefix(Self.pageSize).map { index.entries[Int($0)] }
        self.online = online
    }

    var page: Page {
        let title = Phrase(vi: "Tất cả thủ tục theo lĩnh vực", en: "All procedures by field")
        return Page(
            title, breadcrumbs: [(Phrase(vi: "Thủ tục", en: "Procedures"), CataloguePaths.search())], isPublic: true
        ) {
            PageTitle(title)
            if entries.isEmpty { nothing } else { list }
        }
    }

    private var nothing: EmptyState {
        EmptyState(Phrase(vi: "Danh mục chưa có thủ tục nào", en: "The catalogue has no procedure yet")) {
            p(
                Phrase(
                    vi: "Thủ tục hiện ở đây khi quản trị viên đã nạp danh mục quốc gia.",
                    en: "Procedures appear here once an administrator has loaded the national catalogue."))
        }
    }

    @MarkupBuilder private var list: [Markup] {
        p(Phrase.count(total, vi: "thủ tục", one: "procedure", many: "procedures"), .class("help"))
        for group in groups {
            section {
                h2 { a(.href(CataloguePaths.search.with([("linh-vuc", group.field)]))) { vietnamese(group.field) } }
                LinkList(
                    group.entries.map { entry in
                        LinkList.Entry(CataloguePaths.procedure(entry.code), note: Markup { note(entry) }) {
                            vietnamese(entry.name)
                        }
                    })
            }
        }
        Pager(
            previous: number > 1 ? address(number - 1) : nil,
            next: number * Self.pageSize < total ? address(number + 1) : nil)
    }

    private var groups: [(field: String, entries: [ProcedureSearch.Entry])] {
        var groups: [(field: String, entries: [ProcedureSearch.Entry])] = []
        for entry in entries {
            if groups.last?.field != entry.field { groups.append((entry.field, [])) }
            groups[groups.count - 1].entries.append(entry)
        }
        return groups
    }

    @MarkupBuilder private func note(_ entry: ProcedureSearch.Entry) -> [Markup] {
        if online.contains(entry.code.description) {
            Tag(Phrase(vi: "Nộp trực tuyến", en: "File online"), .good)
            " "
        }
        span(entry.code.description)
        for level in entry.levels {
            " · "
            level.name
        }
    }

    private func address(_ page: Int) -> String {
        page == 1 ? CataloguePaths.list() : CataloguePaths.list.with([("trang", String(page))])
    }
}
