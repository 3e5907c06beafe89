import DesignSystem
import Kernel
import Markup
import Site
import Wording
import WorkingTime

/// The editor of one year: a row for each holiday, make-up day and half day; rows are added and taken away by buttons
/// that send the form, so that no script is needed and nothing typed is lost.
struct CalendarYearPage {
    let calendar: WorkingCalendar
    let number: Int
    let form: CalendarYearForm
    var problems: [FieldProblem] = []
    var isChanged = false

    func page(_ frame: AdminFrame, _ visitor: Visitor) -> Page {
        let path = AdministrationPaths.calendar(calendar.code)
        let title = Phrase(vi: "Năm \(number)", en: "The year \(number)")
        return frame.page(
            title, in: .calendars, for: visitor, above: [(calendar.name, ""), (calendar.name, path)]
        ) {
            if calendar.years[number] == nil {
                Banner(
                    .info,
                    Phrase(vi: "Năm này chưa được lưu.", en: "This year is not saved yet.")
                ) {
                    p(
                        Phrase(
                            vi:
                                "Dưới đây là đề xuất. Hãy kiểm tra, thêm Tết Nguyên đán và Giỗ Tổ Hùng Vương nếu còn thiếu, rồi lưu.",
                            en:
                                "Below is a proposal. Check it, add the Lunar New Year and Hùng Kings' Day if they are missing, then save."
                        ))
                }
            }
            if isChanged { Banner(.warning, .changedMeanwhile) }
            ErrorSummary(problems)
            postForm(to: AdministrationPaths.calendarYear(calendar.code, number), guarded: true) {
                hiddenField("version", form.version)
                enter
                holidays
                makeUps
                halves
                Card(Phrase(vi: "Căn cứ", en: "Source")) {
                    Field(
                        "source", Phrase(vi: "Văn bản", en: "Decision or notice"), .text(form.source), optional: true,
                        problem: problems["source"])
                    CheckField(
                        "provisional",
                        Phrase(
                            vi: "Tạm tính: chưa có văn bản chính thức (mọi ngày hẹn đọc năm này sẽ ghi rõ)",
                            en: "Provisional: no decision yet (every promised date that reads this year says so)"),
                        isOn: form.isProvisional)
                }
                ButtonRow {
                    Button(.save, name: "act", value: "save", effect: .limitsCountAnew)
                    ButtonLink(.cancel, path, .plain)
                }
            }
        }
    }

    /// The first button of a form is the one that Enter presses: without this one that would remove the first row. It is
    /// neither seen nor reached, for the same button stands at the end.
    private var enter: Markup {
        .element(
            "button",
            [
                .type("submit"), .name("act"), .value("save"), .class("unseen"), .named("tabindex", "-1"),
                .aria("hidden", "true"),
            ], [.phrase(.save)])
    }

    private var holidays: Markup {
        Card(Phrase(vi: "Ngày nghỉ", en: "Holidays")) {
            for (index, row) in form.holidays.enumerated() {
                let at = "holidays[\(index)]"
                fieldGroup(named(row.vi, row.en, Phrase(vi: "Ngày nghỉ \(index + 1)", en: "Holiday \(index + 1)"))) {
                    CardGrid {
                        date(at + ".from", Phrase(vi: "Từ ngày", en: "From"), row.from)
                        date(at + ".to", Phrase(vi: "Đến hết ngày", en: "Through"), row.to)
                        text(at + ".name.vi", Phrase(vi: "Tên", en: "Vietnamese name"), row.vi)
                        text(at + ".name.en", Phrase(vi: "Tên tiếng Anh", en: "English name"), row.en)
                    }
                    CheckField(
                        at + ".applies", Phrase(vi: "Được nghỉ (đã có hiệu lực)", en: "Applies (is law)"),
                        isOn: row.applies)
                    remove("holidays", index)
                }
            }
            add("holidays", Phrase(vi: "Thêm ngày nghỉ", en: "Add a holiday"))
        }.markup
    }

    private var makeUps: Markup {
        Card(Phrase(vi: "Ngày làm bù", en: "Make-up days")) {
            for (index, row) in form.makeUps.enumerated() {
                let at = "make_up_days[\(index)]"
                fieldGroup(Phrase(vi: "Ngày làm bù \(index + 1)", en: "Make-up day \(index + 1)")) {
                    CardGrid {
                        date(at + ".day", Phrase(vi: "Làm vào ngày", en: "Worked on"), row.day)
                        date(at + ".replaces", Phrase(vi: "Bù cho ngày", en: "Instead of"), row.replaces)
                    }
                    remove("make_up_days", index)
                }
            }
            add("make_up_days", Phrase(vi: "Thêm ngày làm bù", en: "Add a make-up day"))
        }.markup
    }

    private var halves: Markup {
        Card(Phrase(vi: "Ngày làm nửa ngày", en: "Half days")) {
            for (index, row) in form.halves.enumerated() {
                let at = "half_days[\(index)]"
                fieldGroup(named(row.vi, row.en, Phrase(vi: "Nửa ngày \(index + 1)", en: "Half day \(index + 1)"))) {
                    CardGrid {
                        date(at + ".day", Phrase(vi: "Ngày", en: "Day"), row.day)
                        text(at + ".hours", Phrase(vi: "Giờ làm việc", en: "Hours"), row.hours)
                        text(at + ".name.vi", Phrase(vi: "Lý do", en: "Vietnamese name"), row.vi)
                        text(at + ".name.en", Phrase(vi: "Lý do bằng tiếng Anh", en: "English name"), row.en)
                    }
                    remove("half_days", index)
                }
            }
            add("half_days", Phrase(vi: "Thêm ngày làm nửa ngày", en: "Add a half day"))
        }.markup
    }

    private func named(_ vi: String, _ en: String, _ place: Phrase) -> Phrase {
        vi.isEmpty ? place : Phrase(vi: vi, en: en.isEmpty ? vi : en)
    }

    private func date(_ name: String, _ label: Phrase, _ value: String) -> Field {
        Field(name, label, .text(value, width: .short), problem: problems[name])
    }

    private func text(_ name: String, _ label: Phrase, _ value: String) -> Field {
        Field(name, label, .text(value), problem: problems[name])
    }

    private func remove(_ list: String, _ index: Int) -> Button {
        Button(Phrase(vi: "Bỏ dòng này", en: "Remove this row"), .plain, name: "act", value: "-\(list).\(index)")
    }

    private func add(_ list: String, _ label: Phrase) -> Markup {
        ButtonRow { Button(label, .secondary, name: "act", value: "+\(list)") }.markup
    }
}
