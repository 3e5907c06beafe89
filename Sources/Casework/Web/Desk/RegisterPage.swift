import Catalogue
import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// The registers of an agency.
struct RegisterListPage {
    static let title = Phrase(vi: "Sổ", en: "Registers")

    let registers: [ReadRegister.Register]

    var page: Page {
        Page(Self.title, side: .desk, breadcrumbs: [(DeskWording.inbox, DeskPaths.inbox())]) {
            PageTitle(
                Self.title,
                lead: Phrase(
                    vi: "Hồ sơ có kết quả được tự động vào sổ của cơ quan, số liền nhau trong năm.",
                    en:
                        "A case is entered by itself when its result is there; numbers run within the year without gaps."
                ))
            if registers.isEmpty {
                EmptyState(Phrase(vi: "Cơ quan chưa có sổ nào", en: "The agency has no register yet")) {
                    p(
                        Phrase(
                            vi: "Sổ có ở đây khi cơ quan tiếp nhận một dịch vụ có vào sổ.",
                            en: "A register is here once the agency offers a service that is entered into one."))
                }
            } else {
                LinkList(registers.map(entry))
            }
        }
    }

    private func entry(_ register: ReadRegister.Register) -> LinkList.Entry {
        let years = register.years.map(String.init).joined(separator: ", ")
        return .init(
            register.title, DeskPaths.register(register.key),
            note: years.isEmpty
                ? Phrase(vi: "chưa có số nào", en: "no entries yet") : Phrase(vi: "năm \(years)", en: years))
    }
}

/// One register: the entries of a year, the newest first, or those that were looked for.
struct RegisterPage {
    let register: ReadRegister.Register
    let year: Int
    /// What was looked for; nil when a year is shown.
    let typed: String?
    let isFirst: Bool
    let listing: ReadRegister.Listing

    var page: Page {
        Page(
            register.title, side: .desk,
            breadcrumbs: [(DeskWording.inbox, DeskPaths.inbox()), (RegisterListPage.title, DeskPaths.registers())]
        ) {
            PageTitle(register.title)
            DeskColumns {
                if !register.years.isEmpty {
                    FilterList(Phrase(vi: "Năm", en: "Year"), register.years.map(item))
                }
                if typed == nil, !listing.entries.isEmpty { whole }
            } main: {
                SearchField(
                    to: DeskPaths.register(register.key), value: typed ?? "",
                    label: Phrase(vi: "Số vào sổ, số kết quả, họ tên", en: "Number of the entry or result, name"),
                    small: true, posts: true)
                if listing.entries.isEmpty { nothing } else { table }
                Pager(
                    previous: isFirst && typed == nil
                        ? nil : DeskPaths.register.with([("nam", "\(year)")], register.key),
                    next: listing.next.map {
                        DeskPaths.register.with([("nam", "\(year)"), ("sau", "\($0)")], register.key)
                    }, note: listing.entries.isEmpty ? nil : note)
            }
        }
    }

    private func item(_ one: Int) -> NavigationItem {
        NavigationItem(
            Phrase(same: "\(one)"), DeskPaths.register.with([("nam", "\(one)")], register.key),
            isCurrent: typed == nil && one == year)
    }

    private var whole: Markup {
        nav(.class("filters"), .aria("label", Phrase(vi: "Cả năm \(year)", en: "All of \(year)"))) {
            p(Phrase(vi: "Cả năm \(year)", en: "All of \(year)"), .class("filters-name"))
            ul {
                li {
                    a(Phrase(vi: "Xem để in", en: "To print"), .href(DeskPaths.registerSheet(register.key, "\(year)")))
                }
                li {
                    a(
                        Phrase(vi: "Tải bảng tính (CSV)", en: "Download as CSV"),
                        .href(DeskPaths.registerTable(register.key, "\(year)")))
                }
            }
        }
    }

    private var note: Phrase {
        guard let count = listing.count else {
            return Phrase(vi: "tìm thấy \(listing.entries.count) số", en: "\(listing.entries.count) found")
        }
        let all = Int64(count).groupedByThousands
        return Phrase(
            vi: "\(listing.entries.count) trên \(all) số của năm \(year), mới vào trước",
            en: "\(listing.entries.count) of \(all) of \(year), the last first")
    }

    private var table: DataTable {
        DataTable(
            register.title,
            columns: [
                .init(Phrase(vi: "Số", en: "No.")), .init(Phrase(vi: "Ngày", en: "Day")),
                .init(Phrase(vi: "Số kết quả", en: "Result")),
            ]
                + listing.columns.map { .init($0.title, $0.gives == .number || $0.gives == .money ? .number : .text) },
            rows: listing.entries.map(row), isWalkable: true)
    }

    private func row(_ entry: RegisterEntry) -> DataTable.Row {
        let values = entry.content?.values ?? [:]
        let head = RowHead(entry.written, href: DeskPaths.dossier(entry.dossier)) {
            if let struck = entry.struckOn {
                Tag(
                    Phrase(vi: "Gạch bỏ \(struck.phrase.vi)", en: "Struck out \(struck.phrase.en)"), .bad)
            }
        }
        return DataTable.Row(
            tone: entry.struckOn == nil ? nil : .bad,
            [head.markup, span(entry.enteredOn.phrase), span(entry.content?.result ?? "")]
                + listing.columns.map { column in
                    let words = values[column.key].flatMap { ValueWords.words(of: $0, column.gives) }
                    return column.gives == .text ? vietnamese(words?.vi ?? "") : span(words ?? Phrase(same: ""))
                })
    }

    private var nothing: EmptyState {
        EmptyState(
            typed == nil
                ? Phrase(vi: "Năm \(year) chưa có số nào", en: "There are no entries of \(year) yet")
                : Phrase(vi: "Không tìm thấy trong sổ này", en: "Nothing in this register")
        ) {
            p(
                typed == nil
                    ? Phrase(
                        vi: "Hồ sơ vào sổ khi hoàn thành, lúc kết quả đã có.",
                        en: "A case is entered when it is finished and its result is there.")
                    : Phrase(
                        vi: "Số tìm đủ (12 hoặc 12/2026); chữ tìm từ đầu một từ, không cần dấu.",
                        en:
                            "Numbers are found whole (12 or 12/2026); texts from the beginning of a word, without accents."
                    ))
        }
    }
}
