import DesignSystem
import Kernel
import Markup
import Site
import Wording
import WorkingTime

/// The cases that have ended, the last first: how they ended, and whether in time.
struct EndedPage {
    let filter: EndedCases.Filter
    let listing: EndedCases.Listing
    let isFirst: Bool
    let calendar: WorkingCalendar

    static let title = Phrase(vi: "Hồ sơ đã xong", en: "Cases that have ended")

    /// What the address asks for.
    static func filter(_ query: FormValues) -> EndedCases.Filter {
        EndedCases.Filter(
            span: EndedCases.Span(rawValue: query["tu"]) ?? .week,
            ending: EndedCases.Ending(rawValue: query["kieu"]) ?? .all)
    }

    var page: Page {
        Page(Self.title, side: .desk, breadcrumbs: [(DeskWording.inbox, DeskPaths.inbox())]) {
            PageTitle(
                Self.title,
                lead: Phrase(
                    vi: "Hồ sơ đã xử lý xong nhưng chưa trả kết quả vẫn nằm ở hộp việc, mục “Chờ trả kết quả”.",
                    en: "What is done but not handed over yet stays in the inbox, under “To be handed over”."))
            DeskColumns {
                FilterList(Phrase(vi: "Kết thúc", en: "Ended"), EndedCases.Span.allCases.map(item))
                FilterList(Phrase(vi: "Cách kết thúc", en: "How"), EndedCases.Ending.allCases.map(item))
            } main: {
                if listing.ended.isEmpty { nothing } else { table }
                Pager(
                    previous: isFirst ? nil : Self.link(filter),
                    next: listing.next.map { Self.link(filter, after: $0) },
                    note: listing.ended.isEmpty ? nil : note)
            }
        }
    }

    private var note: Phrase {
        let all = Int64(listing.counts[filter.ending] ?? 0).groupedByThousands
        return Phrase(
            vi: "\(listing.ended.count) trên \(all) hồ sơ, mới xong trước",
            en: "\(listing.ended.count) of \(all), the last first")
    }

    private static func link(_ filter: EndedCases.Filter, after place: InboxPlace? = nil) -> String {
        var query = [("tu", filter.span.rawValue)]
        if filter.ending != .all { query.append(("kieu", filter.ending.rawValue)) }
        if let place { query.append(("sau", place.description)) }
        return DeskPaths.ended.with(query)
    }

    private func item(_ one: EndedCases.Span) -> NavigationItem {
        var other = filter
        other.span = one
        return NavigationItem(one.name, Self.link(other), isCurrent: filter.span == one)
    }

    private func item(_ one: EndedCases.Ending) -> NavigationItem {
        var other = filter
        other.ending = one
        return NavigationItem(
            one.name, Self.link(other), isCurrent: filter.ending == one, count: listing.counts[one] ?? 0)
    }

    private var table: DataTable {
        DataTable(
            Self.title,
            columns: [
                .init(DeskWording.dossier), .init(DeskWording.owner), .init(Phrase(vi: "Kết thúc", en: "Ended")),
                .init(DeskWording.limit), .init(DeskWording.state),
            ],
            rows: listing.ended.map(row), isWalkable: true)
    }

    private func row(_ one: EndedCases.Ended) -> DataTable.Row {
        DataTable.Row {
            RowHead(one.code, href: DeskPaths.dossier(one.id)) { one.title }
            span(one.owner)
            span(one.endedAt.phrase)
            DeskWording.outcome(one.clock, one.official, in: calendar)?.markup ?? Markup.empty
            Tag(one.official.name(isChild: one.isChild), DeskWording.tone(one.official))
        }
    }

    private var nothing: EmptyState {
        EmptyState(Phrase(vi: "Không có hồ sơ nào như vậy", en: "No case is like that")) {
            p(
                Phrase(
                    vi: "Hồ sơ kết thúc lâu hơn: tìm bằng mã, họ tên, điện thoại hoặc số định danh.",
                    en: "What ended earlier is found by its code, a name, a telephone or citizen number."))
        }
    }
}

extension EndedCases.Span {
    fileprivate var name: Phrase {
        switch self {
        case .today: Phrase(vi: "Hôm nay", en: "Today")
        case .week: Phrase(vi: "7 ngày qua", en: "The last 7 days")
        case .month: Phrase(vi: "30 ngày qua", en: "The last 30 days")
        }
    }
}

extension EndedCases.Ending {
    fileprivate var name: Phrase {
        switch self {
        case .all: Phrase(vi: "Tất cả", en: "All")
        case .given: Phrase(vi: "Đã trả kết quả", en: "Result returned")
        case .refused: Phrase(vi: "Từ chối, dừng giải quyết", en: "Refused or stopped")
        case .withdrawn: Phrase(vi: "Đã rút", en: "Withdrawn")
        }
    }
}
