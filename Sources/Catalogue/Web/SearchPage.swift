import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// Results of a search, or the whole catalogue to browse, with filters that count.
struct SearchPage {
    let form: SearchForm
    let answer: ProcedureSearch.Answer
    /// The procedures that can be filed online here.
    let online: Set<String>

    var page: Page {
        Page(title, isPublic: true) {
            PageTitle(title)
            SearchField(
                to: CataloguePaths.search(), value: form.text,
                label: Phrase(vi: "Tìm thủ tục", en: "Search procedures"), suggest: CataloguePaths.suggestions(),
                keeping: keeping)
            if let event = form.lifeEvent {
                p {
                    Tag(event.title, .info)
                    " "
                    a(Phrase(vi: "Bỏ lọc", en: "Clear"), .href(form.address("su-kien", nil)))
                }
            }
            if form.isBrowsing, !form.hasFilter, form.page == 1 { lifeEvents }
            DeskColumns {
                filters
            } main: {
                results
            }
        }
    }

    private var title: Phrase {
        form.isBrowsing && !form.hasFilter
            ? Phrase(vi: "Thủ tục hành chính", en: "Administrative procedures")
            : Phrase(vi: "Kết quả tìm", en: "Search results")
    }

    private var keeping: [(name: String, value: String)] {
        [
            ("linh-vuc", form.field), ("cap", form.level?.rawValue ?? ""),
            ("doi-tuong", form.applicant?.rawValue ?? ""), ("su-kien", form.lifeEvent?.id ?? ""),
        ].filter { !$0.1.isEmpty }.map { (name: $0.0, value: $0.1) }
    }

    /// Where browsing begins: what happens in a life and to a firm.
    @MarkupBuilder private var lifeEvents: [Markup] {
        h2(Phrase(vi: "Theo việc trong đời", en: "By life event"))
        tiles(.people)
        h2(Phrase(vi: "Theo việc của doanh nghiệp, hộ kinh doanh", en: "By what a business does"))
        tiles(.firms)
        h2(Phrase(vi: "Tất cả thủ tục", en: "All procedures"))
        p { a(Phrase(vi: "Xem lần lượt theo lĩnh vực", en: "Leaf through by field"), .href(CataloguePaths.list())) }
    }

    private func tiles(_ audience: LifeEvent.Audience) -> Tiles {
        Tiles(
            answer.facets.lifeEvents.compactMap { count in
                guard let event = LifeEvent.named(count.value), event.audience == audience else { return nil }
                return Tiles.Tile(
                    event.title, CataloguePaths.lifeEvent(event),
                    note: .count(count.count, vi: "thủ tục", one: "procedure", many: "procedures"))
            })
    }

    @MarkupBuilder private var filters: [Markup] {
        facet(
            Phrase(vi: "Cấp thực hiện", en: "Level"), "cap",
            answer.facets.levels.map { ($0.value.rawValue, $0.value.name, $0.count) }, form.level?.rawValue,
            isFolded: false)
        facet(
            Phrase(vi: "Đối tượng", en: "Applicants"), "doi-tuong",
            answer.facets.applicants.map { ($0.value.rawValue, $0.value.name, $0.count) }, form.applicant?.rawValue)
        facet(
            Phrase(vi: "Sự kiện", en: "Life events"), "su-kien",
            answer.facets.lifeEvents.compactMap { count in
                LifeEvent.named(count.value).map { ($0.id, $0.title, count.count) }
            }, form.lifeEvent?.id)
        facet(
            Phrase(vi: "Lĩnh vực", en: "Field"), "linh-vuc",
            answer.facets.fields.map { ($0.value, Phrase(same: $0.value), $0.count) },
            form.field.isEmpty ? nil : form.field)
    }

    @MarkupBuilder private func facet(
        _ title: Phrase, _ name: String, _ counts: [(value: String, title: Phrase, count: Int)], _ chosen: String?,
        isFolded: Bool = true
    ) -> [Markup] {
        let list = FilterList(
            title,
            counts.map { count in
                let isChosen = count.value == chosen
                return NavigationItem(
                    count.title, form.address(name, isChosen ? nil : count.value), isCurrent: isChosen,
                    count: count.count)
            })
        if counts.isEmpty {
            Markup.empty
        } else if isFolded {
            Disclosure(title, open: chosen != nil) { list }
        } else {
            list
        }
    }

    @MarkupBuilder private var results: [Markup] {
        if answer.hits.isEmpty {
            EmptyState(Phrase(vi: "Chưa tìm thấy thủ tục phù hợp", en: "No procedure was found")) {
                p(
                    Phrase(
                        vi: "Thử ít từ hơn hoặc viết như nói hằng ngày, ví dụ “sang tên xe”. Có thể viết không dấu.",
                        en: "Try fewer words, in Vietnamese, as in everyday speech; marks may be left out."))
                p { a(Phrase(vi: "Xem tất cả thủ tục", en: "See all procedures"), .href(CataloguePaths.search())) }
            }
        } else {
            p(
                Phrase.count(answer.total, vi: "thủ tục", one: "procedure", many: "procedures"), .class("help"),
                .aria("live", "polite"))
            LinkList(
                answer.hits.map { hit in
                    LinkList.Entry(CataloguePaths.procedure(hit.entry.code), note: Markup { note(hit.entry) }) {
                        span(.lang("vi")) { named(hit.entry.name) }
                    }
                })
            Pager(
                previous: form.page > 1 ? form.address("trang", String(form.page - 1)) : nil,
                next: form.page * SearchForm.pageSize < answer.total
                    ? form.address("trang", String(form.page + 1)) : nil)
        }
    }

    /// The name with the words that were looked for marked.
    @MarkupBuilder private func named(_ name: String) -> [Markup] {
        for piece in SearchMarks.pieces(of: name, asked: answer.words) {
            if piece.isAsked { mark(piece.text) } else { piece.text }
        }
    }

    @MarkupBuilder private func note(_ entry: ProcedureSearch.Entry) -> [Markup] {
        if online.contains(entry.code.description) {
            Tag(Phrase(vi: "Nộp trực tuyến", en: "File online"), .good)
            " "
        }
        vietnamese(entry.field)
        " · "
        span(entry.code.description)
        for level in entry.levels {
            " · "
            level.name
        }
        if let limit = entry.limit?.phrase {
            " · "
            limit
        }
    }
}
