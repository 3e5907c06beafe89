import DesignSystem
import Kernel
import Markup
import Site
import Wording
import WorkingTime

/// Name, office hours and cut-off of a calendar as they were typed.
struct CalendarHoursForm: Sendable {
    var code = ""
    var vi = ""
    var en = ""
    var cutOff = ""
    var hours: [Weekday: String] = [:]
    var version = ""

    init(_ stored: StoredCalendar) {
        let calendar = stored.calendar
        code = calendar.code
        vi = calendar.name.vi
        en = calendar.name.en
        cutOff = calendar.cutOff.description
        for day in Weekday.allCases { hours[day] = calendar.hours[day].line }
        version = String(stored.version)
    }

    /// A new calendar begins with the usual hours.
    init() {
        self.init(
            StoredCalendar(
                calendar: WorkingCalendar(code: "", name: Phrase(same: "")), changedAt: Instant(seconds: 0), version: 0)
        )
    }

    init(_ form: FormValues) {
        code = form["code"]
        vi = form["name.vi"]
        en = form["name.en"]
        cutOff = form["cut_off"]
        for day in Weekday.allCases { hours[day] = form["hours.\(day.key)"] }
        version = form["version"]
    }

    /// The calendar with what was typed, and what could not be read.
    func applied(to calendar: WorkingCalendar) -> (WorkingCalendar, [FieldProblem]) {
        var calendar = calendar
        var problems: [FieldProblem] = []
        calendar.name = Phrase(vi: vi, en: en)
        if let time = TimeOfDay(cutOff) {
            calendar.cutOff = time
        } else {
            problems.append(
                FieldProblem("cut_off", Phrase(vi: "Viết giờ như 15:00.", en: "Write a time like 15:00.")))
        }
        for day in Weekday.allCases {
            if let spans = [HoursSpan](line: hours[day] ?? "") {
                calendar.hours[day] = spans
            } else {
                problems.append(
                    FieldProblem(
                        "hours.\(day.key)",
                        Phrase(
                            vi: "Viết giờ như 07:30-11:30, 13:30-17:30; để trống nếu nghỉ.",
                            en: "Write hours like 07:30-11:30, 13:30-17:30; leave empty when closed.")))
            }
        }
        return (calendar, problems)
    }
}

/// The form of name, office hours and cut-off.
struct CalendarHoursPage {
    let form: CalendarHoursForm
    let isNew: Bool
    var problems: [FieldProblem] = []
    var isChanged = false

    func page(_ frame: AdminFrame, _ visitor: Visitor) -> Page {
        let title =
            isNew
            ? Phrase(vi: "Thêm lịch", en: "Add a calendar") : Phrase(vi: "Sửa giờ làm việc", en: "Change the hours")
        let own = Phrase(vi: form.vi, en: form.en)
        let back = isNew ? AdministrationPaths.calendars() : AdministrationPaths.calendar(form.code)
        return frame.page(
            title, in: .calendars, for: visitor, above: isNew ? [(title, "")] : [(own, ""), (own, back)]
        ) {
            Narrow {
                if isChanged { Banner(.warning, .changedMeanwhile) }
                ErrorSummary(problems)
                postForm(
                    to: isNew ? AdministrationPaths.newCalendar() : AdministrationPaths.calendarHours(form.code),
                    guarded: true
                ) {
                    hiddenField("version", form.version)
                    if isNew {
                        Field(
                            "code", Phrase(vi: "Mã lịch", en: "Code"), .text(form.code, width: .medium),
                            help: Phrase(
                                vi: "Chữ thường không dấu, chữ số, gạch nối; ví dụ cong-an-xa",
                                en: "Lower-case letters, digits, hyphens; for example cong-an-xa"),
                            problem: problems["code"])
                    }
                    Field(
                        "name.vi", Phrase(vi: "Tên tiếng Việt", en: "Vietnamese name"), .text(form.vi),
                        problem: problems["name.vi"])
                    Field(
                        "name.en", Phrase(vi: "Tên tiếng Anh", en: "English name"), .text(form.en),
                        problem: problems["name.en"])
                    fieldGroup(
                        Phrase(vi: "Giờ làm việc", en: "Office hours"),
                        help: Phrase(
                            vi: "Viết như 07:30-11:30, 13:30-17:30; để trống nếu nghỉ.",
                            en: "Write like 07:30-11:30, 13:30-17:30; leave empty when closed.")
                    ) {
                        for day in Weekday.allCases {
                            Field(
                                "hours.\(day.key)", day.name.capitalized, .text(form.hours[day] ?? "", width: .medium),
                                problem: problems["hours.\(day.key)"])
                        }
                    }
                    Field(
                        "cut_off", Phrase(vi: "Giờ chốt nhận hồ sơ", en: "Cut-off for receiving"),
                        .text(form.cutOff, width: .few), problem: problems["cut_off"])
                    ButtonRow {
                        Button(.save, effect: .limitsCountAnew)
                        ButtonLink(.cancel, back, .plain)
                    }
                }
            }
        }
    }
}

extension Phrase {
    static let limitsCountAnew = Phrase(
        vi: "Hạn của hồ sơ đang giải quyết sẽ được tính lại theo lịch mới.",
        en: "The limits of open dossiers are counted anew by the new calendar.")
}
