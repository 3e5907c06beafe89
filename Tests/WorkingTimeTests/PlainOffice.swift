import Kernel
import WorkingTime

/// An office as a bare list of days with their opening minutes, counted up from Monday 1 January 2024 without the
/// project's calendars or dates: the plain side of the ten-year test.
struct PlainOffice {
    /// `Day.number` of 1 January 2024.
    static let firstNumber = 19_723

    struct Date: Hashable {
        let year: Int
        let month: Int
        let day: Int
    }

    private(set) var dates: [Date] = []
    /// 0 is Monday.
    private(set) var weekdays: [Int] = []
    /// Stretches of minutes after midnight; empty on days off.
    var open: [[(from: Int, to: Int)]] = []
    /// The first day and the length of each month since January 2024.
    private(set) var months: [(first: Int, length: Int)] = []
    let cutOff: Int

    /// Every day up to the end of `lastYear`, with the hours of its weekday.
    init(through lastYear: Int, week: [[(from: Int, to: Int)]], cutOff: Int) {
        self.cutOff = cutOff
        for year in 2024...lastYear {
            let leap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0
            for (month, length) in [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].enumerated() {
                months.append((dates.count, length))
                for day in 1...length {
                    dates.append(Date(year: year, month: month + 1, day: day))
                    weekdays.append(open.count % 7)
                    open.append(week[open.count % 7])
                }
            }
        }
    }

    func index(_ year: Int, _ month: Int, _ day: Int) -> Int { months[(year - 2024) * 12 + month - 1].first + day - 1 }

    func closes(_ day: Int) -> Int { open[day].last?.to ?? 0 }

    func moment(_ day: Int, _ minute: Int) -> Instant {
        Instant(seconds: (Int64(day + Self.firstNumber) * 1_440 + Int64(minute) - 420) * 60)
    }

    func day(_ index: Int) -> Day { Day(number: index + Self.firstNumber) }
}

/// A stop in minutes since the beginning of 1 January 2024.
struct PlainStop {
    let from: Int
    let to: Int?
}
