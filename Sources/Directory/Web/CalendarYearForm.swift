import Kernel
import Site
import Wording
import WorkingTime

/// One year of a calendar as it is typed: rows of holidays, make-up days and half days, each perhaps blank.
struct CalendarYearForm: Sendable {
    struct HolidayRow: Sendable, Equatable {
        var from = "", to = "", vi = "", en = ""
        var applies = true
        var isBlank: Bool { [from, to, vi, en].allSatisfy(\.isEmpty) }
    }
    struct MakeUpRow: Sendable, Equatable {
        var day = "", replaces = ""
        var isBlank: Bool { day.isEmpty && replaces.isEmpty }
    }
    struct HalfRow: Sendable, Equatable {
        var day = "", hours = "", vi = "", en = ""
        var isBlank: Bool { [day, hours, vi, en].allSatisfy(\.isEmpty) }
    }

    var holidays: [HolidayRow] = []
    var makeUps: [MakeUpRow] = []
    var halves: [HalfRow] = []
    var isProvisional = false
    var source = ""
    var version = ""

    init(_ year: CalendarYear, version: Int) {
        holidays = year.holidays.map {
            HolidayRow(
                from: $0.from.phrase.vi, to: $0.to.phrase.vi, vi: $0.name.vi, en: $0.name.en, applies: $0.applies)
        }
        makeUps = year.makeUpDays.map { MakeUpRow(day: $0.day.phrase.vi, replaces: $0.replaces.phrase.vi) }
        halves = year.halfDays.map {
            HalfRow(day: $0.day.phrase.vi, hours: $0.hours.line, vi: $0.name.vi, en: $0.name.en)
        }
        isProvisional = year.provisional
        source = year.source
        self.version = String(version)
    }

    /// Rows are read as far as there are any of that number.
    init(_ form: FormValues) {
        func rows<Row>(_ list: String, _ first: String, _ read: (String) -> Row) -> [Row] {
            var rows: [Row] = []
            while rows.count < 100, form.contains("\(list)[\(rows.count)].\(first)") {
                rows.append(read("\(list)[\(rows.count)]."))
            }
            return rows
        }
        holidays = rows("holidays", "from") { at in
            HolidayRow(
                from: form[at + "from"], to: form[at + "to"], vi: form[at + "name.vi"], en: form[at + "name.en"],
                applies: form[at + "applies"] == "yes")
        }
        makeUps = rows("make_up_days", "day") { MakeUpRow(day: form[$0 + "day"], replaces: form[$0 + "replaces"]) }
        halves = rows("half_days", "day") { at in
            HalfRow(
                day: form[at + "day"], hours: form[at + "hours"], vi: form[at + "name.vi"], en: form[at + "name.en"])
        }
        isProvisional = form["provisional"] == "yes"
        source = form["source"]
        version = form["version"]
    }

    /// Adds or takes away a row, as the button pressed says: `+holidays`, `-holidays.3`. False for any other button.
    mutating func edit(_ button: String) -> Bool {
        let parts = button.dropFirst().split(separator: ".").map(String.init)
        guard let list = parts.first else { return false }
        switch button.first {
        case "+":
            switch list {
            case "holidays": holidays.append(HolidayRow())
            case "make_up_days": makeUps.append(MakeUpRow())
            case "half_days": halves.append(HalfRow())
            default: return false
            }
        case "-":
            guard parts.count == 2, let index = Int(parts[1]) else { return false }
            switch list {
            case "holidays" where holidays.indices.contains(index): holidays.remove(at: index)
            case "make_up_days" where makeUps.indices.contains(index): makeUps.remove(at: index)
            case "half_days" where halves.indices.contains(index): halves.remove(at: index)
            default: return false
            }
        default: return false
        }
        return true
    }

    /// Takes away rows in which nothing was typed, so that a place among the rows is a place in the year.
    mutating func dropBlankRows() {
        holidays.removeAll(where: \.isBlank)
        makeUps.removeAll(where: \.isBlank)
        halves.removeAll(where: \.isBlank)
    }

    /// The year, or what could not be read.
    func year() -> (CalendarYear, [FieldProblem]) {
        var problems: [FieldProblem] = []
        func day(_ text: String, _ field: String) -> Day {
            if let day = Day(typed: text) { return day }
            problems.append(FieldProblem(field, .dayNotUnderstood(text)))
            return Day(number: 0)
        }
        var year = CalendarYear(provisional: isProvisional, source: source)
        for (index, row) in holidays.enumerated() {
            let at = "holidays[\(index)]."
            let from = day(row.from, at + "from")
            year.holidays.append(
                Holiday(
                    from: from, to: row.to.isEmpty ? from : day(row.to, at + "to"),
                    name: Phrase(vi: row.vi, en: row.en), applies: row.applies))
        }
        for (index, row) in makeUps.enumerated() {
            let at = "make_up_days[\(index)]."
            year.makeUpDays.append(
                MakeUpDay(day: day(row.day, at + "day"), replaces: day(row.replaces, at + "replaces")))
        }
        for (index, row) in halves.enumerated() {
            let at = "half_days[\(index)]."
            let hours = [HoursSpan](line: row.hours)
            if hours == nil {
                problems.append(
                    FieldProblem(
                        at + "hours", Phrase(vi: "Viết giờ như 07:30-11:30.", en: "Write hours like 07:30-11:30.")))
            }
            year.halfDays.append(
                HalfDay(day: day(row.day, at + "day"), hours: hours ?? [], name: Phrase(vi: row.vi, en: row.en)))
        }
        return (year, problems)
    }
}
