import DesignSystem
import Kernel
import Markup
import Site
import Wording
import WorkingTime

/// All calendars of the site.
struct CalendarListPage {
    let calendars: [StoredCalendar]

    func page(_ frame: AdminFrame, _ visitor: Visitor) -> Page {
        frame.page(AdminSection.calendars.title, in: .calendars, for: visitor) {
            p(
                Phrase(
                    vi:
                        "Mọi thời hạn được tính theo lịch. Cơ quan không có lịch riêng dùng lịch của cơ quan cấp trên, cuối cùng là lịch quốc gia. Lịch riêng thiếu năm nào thì lấy năm đó từ lịch quốc gia.",
                    en:
                        "Every limit is counted by a calendar. An agency without its own keeps that of the agency above, at last the national one, which also gives the years that a calendar lacks."
                ))
            DataTable(
                AdminSection.calendars.title,
                columns: [
                    .init(Phrase(vi: "Tên", en: "Name")), .init(Phrase(vi: "Các năm", en: "Years")),
                    .init(Phrase(vi: "Sửa lần cuối", en: "Last changed")),
                ],
                rows: calendars.map { stored in
                    DataTable.Row {
                        a(stored.calendar.name, .href(AdministrationPaths.calendar(stored.calendar.code)))
                        span(Self.years(stored.calendar))
                        span(stored.changedAt.phrase)
                    }
                }, isWalkable: true)
            ButtonRow {
                ButtonLink(Phrase(vi: "Thêm lịch", en: "Add a calendar"), AdministrationPaths.newCalendar(), .secondary)
            }
        }
    }

    static func years(_ calendar: WorkingCalendar) -> String {
        let years = calendar.years.keys.sorted()
        return years.isEmpty ? "–" : years.map(String.init).joined(separator: ", ")
    }
}

/// One calendar: office hours, cut-off, and its years.
struct CalendarPage {
    let stored: StoredCalendar

    func page(_ frame: AdminFrame, _ request: Request, _ visitor: Visitor) -> Page {
        let calendar = stored.calendar
        return frame.page(calendar.name, in: .calendars, for: visitor, above: [(calendar.name, "")]) {
            AdminNotice.banner(request)
            Card(Phrase(vi: "Giờ làm việc", en: "Office hours")) {
                SummaryList(
                    Weekday.allCases.map { day in
                        .init(
                            day.name.capitalized,
                            calendar.hours[day].isEmpty
                                ? Phrase(vi: "Nghỉ", en: "Closed") : Phrase(same: calendar.hours[day].line))
                    } + [
                        .init(
                            Phrase(vi: "Giờ chốt nhận hồ sơ", en: "Cut-off for receiving"), calendar.cutOff.words,
                            note: Phrase(
                                vi: "Hồ sơ đến sau giờ này tính là ngày làm việc tiếp theo",
                                en: "A dossier received later counts as of the next working day"))
                    ])
                ButtonRow {
                    ButtonLink(
                        Phrase(vi: "Sửa giờ làm việc", en: "Change the hours"),
                        AdministrationPaths.calendarHours(calendar.code), .secondary)
                }
            }
            Card(Phrase(vi: "Các năm", en: "Years")) {
                if calendar.years.isEmpty {
                    p(
                        Phrase(
                            vi: "Lịch này chưa có năm nào riêng; ngày nghỉ lấy từ lịch quốc gia.",
                            en: "This calendar has no years of its own; holidays are the national ones."))
                } else {
                    yearTable
                }
                postForm(to: AdministrationPaths.calendarYears(calendar.code)) {
                    ButtonRow {
                        Button(
                            Phrase(vi: "Thêm năm \(next)", en: "Add \(next)"), .secondary, name: "year",
                            value: String(next))
                    }
                }
            }
        }
    }

    /// Days off, not entries: Tết is one entry of several days.
    private static func days(_ year: CalendarYear) -> Int {
        year.holidays.filter(\.applies).reduce(0) { $0 + $1.from.distance(to: $1.to) + 1 }
    }

    private var next: Int { (stored.calendar.years.keys.max() ?? stored.changedAt.day.year - 1) + 1 }

    private var yearTable: Markup {
        let calendar = stored.calendar
        return DataTable(
            Phrase(vi: "Các năm", en: "Years"),
            columns: [
                .init(Phrase(vi: "Năm", en: "Year")), .init(Phrase(vi: "Ngày nghỉ", en: "Holidays"), .number),
                .init(Phrase(vi: "Ngày làm bù", en: "Make-up days"), .number),
                .init(Phrase(vi: "Nửa ngày", en: "Half days"), .number), .init(Phrase(vi: "Tình trạng", en: "State")),
            ],
            rows: calendar.years.sorted { $0.key < $1.key }.map { number, year in
                DataTable.Row(tone: year.provisional ? .waiting : nil) {
                    a(String(number), .href(AdministrationPaths.calendarYear(calendar.code, number)))
                    span(String(Self.days(year)))
                    span(String(year.makeUpDays.count))
                    span(String(year.halfDays.count))
                    year.provisional
                        ? Tag(Phrase(vi: "Tạm tính", en: "Provisional"), .waiting)
                        : Tag(Phrase(vi: "Chính thức", en: "Decided"), .good)
                }
            }, isWalkable: true
        ).markup
    }
}
