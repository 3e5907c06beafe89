import Catalogue
import DesignSystem
import Kernel
import Markup
import Site
import Wording
import WorkingTime

/// The inbox: counts on the left, the cases in the middle, the most urgent first.
struct InboxPage {
    let address: InboxAddress
    let listing: InboxListing
    let official: DeskOfficial
    let staff: Staff
    let titles: [String: Phrase]
    let calendar: WorkingCalendar
    let now: Instant
    let mayReceive: Bool
    /// The agencies that ask for an answer, by id.
    var askers: [String: Phrase] = [:]
    /// The code of the case that has just been answered.
    var answered = ""

    private var filter: InboxFilter { address.filter }
    private var counts: InboxCounts { listing.counts }

    var page: Page {
        Page(DeskWording.inbox, side: .desk) {
            if !answered.isEmpty {
                Banner(
                    .success,
                    Phrase(vi: "Đã gửi trả lời về hồ sơ \(answered)", en: "The answer on \(answered) was sent")
                ) {}
            }
            PageTitle(DeskWording.inbox, lead: Phrase(same: place))
            DeskColumns {
                if mayReceive { ButtonLink(DeskWording.counter, DeskPaths.counter(), .secondary, icon: .person) }
                FilterList(
                    DeskWording.limit,
                    InboxFilter.Standing.allCases.map(standing) + [
                        NavigationItem(EndedPage.title, DeskPaths.ended()),
                        NavigationItem(RegisterListPage.title, DeskPaths.registers()),
                    ])
                FilterList(Phrase(vi: "Người xử lý", en: "With whom"), InboxFilter.Holder.allCases.map(holder))
                if counts.service.count > 1 || filter.service != nil {
                    FilterList(Phrase(vi: "Dịch vụ", en: "Service"), services)
                }
            } main: {
                SearchField(to: DeskPaths.search(), label: DeskWording.find, small: true, posts: true)
                if official.mayOversee { reach }
                if listing.rows.isEmpty { nothing } else { table }
                Pager(
                    previous: listing.previous.map(address.before), next: listing.next.map(address.after),
                    note: listing.rows.isEmpty ? nil : note)
            }
        }
    }

    private var place: String {
        [staff.unit(official.unit)?.name.vi, official.agencyName].compactMap(\.self).joined(separator: " · ")
    }

    private var note: Phrase {
        Phrase(
            vi: "\(listing.rows.count) trên \(Int64(counts.shown).groupedByThousands) hồ sơ, gấp nhất trước",
            en: "\(listing.rows.count) of \(counts.shown), most urgent first")
    }

    // MARK: filters

    private var reach: Tabs {
        let words: [InboxFilter.Reach: Phrase] = [
            .own: Phrase(vi: "Việc đến lượt tôi", en: "Waiting for me"),
            .everything: official.role == "leader"
                ? Phrase(vi: "Mọi hồ sơ đang mở của cơ quan", en: "Everything open in the agency")
                : Phrase(vi: "Mọi hồ sơ đang mở của đơn vị", en: "Everything open in the unit"),
        ]
        return Tabs(
            Phrase(vi: "Phạm vi", en: "Reach"),
            InboxFilter.Reach.allCases.map { reach in
                NavigationItem(
                    words[reach] ?? DeskWording.inbox, address.with { $0.reach = reach },
                    isCurrent: filter.reach == reach)
            })
    }

    private func standing(_ one: InboxFilter.Standing) -> NavigationItem {
        NavigationItem(
            one.name, address.with { $0.standing = one }, isCurrent: filter.standing == one,
            count: counts.standing[one] ?? 0)
    }

    private func holder(_ one: InboxFilter.Holder) -> NavigationItem {
        NavigationItem(
            one.name, address.with { $0.holder = one }, isCurrent: filter.holder == one, count: counts.holder[one] ?? 0)
    }

    private var services: [NavigationItem] {
        let named = counts.service.map { (key: $0.key, title: titles[$0.key] ?? Phrase(same: $0.key), count: $0.value) }
        let all = NavigationItem(
            Phrase(vi: "Tất cả", en: "All"), address.with { $0.service = nil }, isCurrent: filter.service == nil,
            count: counts.services)
        return [all]
            + named.sorted { Folding.fold($0.title.vi) < Folding.fold($1.title.vi) }.map { one in
                NavigationItem(
                    one.title, address.with { $0.service = one.key }, isCurrent: filter.service == one.key,
                    count: one.count)
            }
    }

    // MARK: rows

    private var table: DataTable {
        DataTable(
            Phrase(vi: "Hồ sơ trong hộp việc", en: "Dossiers in the inbox"),
            columns: [
                .init(DeskWording.dossier), .init(DeskWording.owner), .init(DeskWording.limit),
                .init(DeskWording.state), .init(DeskWording.step),
            ],
            rows: listing.rows.map(row), isWalkable: true)
    }

    private func row(_ row: InboxRow) -> DataTable.Row {
        let due = dueTag(row)
        return DataTable.Row(tone: tone(row)) {
            RowHead(
                row.code, href: DeskPaths.dossier(row.id) + (row.branch.isEmpty || row.isFollowed ? "" : "#song-song")
            ) { row.title }
            span(row.owner)
            Markup.many([due.markup, stepLimit(row)])
            Markup {
                Tag(row.official.name, DeskWording.tone(row.official))
                if row.isReminded { p(.class("row-name")) { Tag(Phrase(vi: "Nhắc việc", en: "Reminder"), .waiting) } }
            }
            Markup {
                span(row.step)
                span(whose(row), .class("note row-name"))
            }
        }
    }

    private func tone(_ row: InboxRow) -> Tone? {
        guard let due = row.dueAt else { return row.official == .supplementRequested ? .quiet : nil }
        switch DueState(due: due, at: now) {
        case .overdue: return .bad
        case .today: return .waiting
        case .later: return nil
        }
    }

    private func dueTag(_ row: InboxRow) -> DeadlineTag {
        if let due = row.dueAt { return DeskWording.due(due, at: now, in: calendar) }
        switch row.official {
        case .supplementRequested where !row.isReceived:
            return DeadlineTag(
                .stopped, Phrase(vi: "chưa tiếp nhận, chờ người nộp", en: "not received, the applicant is awaited"))
        case .supplementRequested, .paymentRequested:
            return DeadlineTag(
                .stopped, Phrase(vi: "đang dừng, chờ người nộp", en: "stopped, the applicant is awaited"))
        case .finished: return DeadlineTag(.done, Phrase(vi: "đã xong, chờ trả", en: "done, to be handed over"))
        default:
            if row.isStopped {
                return DeadlineTag(.stopped, Phrase(vi: "đồng hồ đang dừng", en: "the clock stands still"))
            }
            let filed = row.filedAt
            let day = filed.day == now.day ? Phrase(vi: "hôm nay", en: "today") : filed.day.shortPhrase
            return DeadlineTag(
                filed.day < now.day ? .soon : .fine,
                Phrase(
                    vi: "nộp \(filed.timePhrase.vi) \(day.vi)", en: "filed \(filed.timePhrase.en) \(day.en)"))
        }
    }

    private func stepLimit(_ row: InboxRow) -> Markup {
        guard let due = row.stepDueAt else { return .empty }
        if due < now {
            return p(.class("row-name")) { Tag(DeskWording.stepLate(due, at: now, in: calendar), .waiting) }
        }
        guard row.dueAt != nil else { return .empty }
        let left = calendar.remaining(until: due, at: now)
        return span(
            Phrase(vi: "bước này \(left.vi)", en: "this step: \(left.en)"), .class("note row-name"))
    }

    private func whose(_ row: InboxRow) -> Phrase {
        if row.isFollowed { return Phrase(vi: "để theo dõi", en: "to follow") }
        let unit = staff.unit(row.unit)?.name.vi
        let asker = row.askedBy.flatMap { askers[$0] }.map { name in
            Phrase(vi: "\(name.vi) hỏi", en: "asked by \(name.en)")
        }
        let name: String
        if let assignee = row.assignee {
            name = assignee == official.account ? "bạn" : staff.name(of: assignee) ?? "công chức khác"
        } else {
            name = filter.reach == .everything ? DeskWording.role(row.role).vi : DeskWording.nobody.vi
        }
        let english: String
        if let assignee = row.assignee {
            english = assignee == official.account ? "you" : staff.name(of: assignee) ?? "another official"
        } else {
            english = filter.reach == .everything ? DeskWording.role(row.role).en : DeskWording.nobody.en
        }
        return Phrase(
            vi: [name, unit, asker?.vi].compactMap(\.self).joined(separator: " · "),
            en: [english, staff.unit(row.unit)?.name.en, asker?.en].compactMap(\.self).joined(separator: " · "))
    }

    private var nothing: EmptyState {
        let isFiltered = filter.standing != .all || filter.holder != .anyone || filter.service != nil
        return EmptyState(
            isFiltered
                ? Phrase(vi: "Không có hồ sơ nào như vậy", en: "No dossier is like that")
                : Phrase(vi: "Hộp việc đang trống", en: "The inbox is empty")
        ) {
            if isFiltered {
                p { a(Phrase(vi: "Bỏ mọi bộ lọc", en: "Drop all filters"), .href(address.with(Self.unfiltered))) }
            } else {
                p(
                    Phrase(
                        vi: "Hồ sơ đến lượt bạn xử lý sẽ hiện ở đây, gấp nhất trước.",
                        en: "Dossiers that wait for you will appear here, the most urgent first."))
            }
        }
    }

    private static func unfiltered(_ filter: inout InboxFilter) { filter = InboxFilter(reach: filter.reach) }
}

extension InboxFilter.Standing {
    fileprivate var name: Phrase {
        switch self {
        case .all: Phrase(vi: "Tất cả", en: "All")
        case .new: Phrase(vi: "Mới", en: "New")
        case .overdue: Phrase(vi: "Quá hạn", en: "Overdue")
        case .today: Phrase(vi: "Đến hạn hôm nay", en: "Due today")
        case .stepLate: Phrase(vi: "Bước quá hạn", en: "Step overdue")
        case .inWork: Phrase(vi: "Đang xử lý", en: "In work")
        case .waiting: Phrase(vi: "Chờ người nộp", en: "Waiting for others")
        case .finished: Phrase(vi: "Chờ trả kết quả", en: "To be handed over")
        }
    }
}

extension InboxFilter.Holder {
    fileprivate var name: Phrase {
        switch self {
        case .anyone: Phrase(vi: "Mọi người", en: "Anyone")
        case .mine: Phrase(vi: "Của tôi", en: "Mine")
        case .nobody: Phrase(vi: "Chưa giao", en: "Unassigned")
        }
    }
}
