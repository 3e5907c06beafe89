import Kernel
import TestKit
import Testing
import WorkingTime

/// Ten years of deadlines against the plain reference: in full with `bin/test --long`, otherwise a seeded sample.
struct TenYearTests {
    static let offices = [
        GeneratedOffice(saturdayMorning: false, cutOff: 900, seed: 1),
        GeneratedOffice(saturdayMorning: true, cutOff: 990, seed: 2),
    ]
    /// Around the cut-offs, the hours of half days, the opening and closing of both halves of a day, and midnight.
    static let minutes = [0, 449, 450, 540, 541, 690, 691, 750, 810, 900, 901, 990, 991, 1_049, 1_050, 1_051, 1_439]
    /// Each side of every moment at which something changes in an office's day.
    static func edges(_ office: GeneratedOffice) -> [Int] {
        [449, 450, 690, 691, 809, 810, office.plain.cutOff, office.plain.cutOff + 1, 1_050, 1_051]
    }
    static let days = 0..<3_653

    @Test(arguments: offices.indices) func `the generated calendars could be entered by an administrator`(index: Int) {
        #expect(Self.offices[index].calendar.problems == [])
    }

    @Test func `both sides know the same dates`() {
        let plain = Self.offices[0].plain
        for index in plain.dates.indices {
            let parts = plain.day(index).parts
            #expect(plain.dates[index] == .init(year: parts.year, month: parts.month, day: parts.day))
            #expect(plain.weekdays[index] + 1 == plain.day(index).weekday.rawValue)
        }
    }

    @Test(arguments: offices.indices) func `both sides have the same office hours on every day`(index: Int) throws {
        let office = Self.offices[index]
        for day in office.plain.dates.indices {
            let hours = try office.calendar.kind(of: office.plain.day(day)).get().hours
            #expect(hours.map(\.from.minute) == office.plain.open[day].map(\.from))
            #expect(hours.map(\.to.minute) == office.plain.open[day].map(\.to))
        }
    }

    @Test(arguments: LimitUnit.allCases, offices.indices)
    func `days of ten years, limits from 1 to 60, moments that matter: all of them in the long run, a sample otherwise`(
        unit: LimitUnit, index: Int
    ) {
        let office = Self.offices[index]
        var random = SeededRandom(7)
        let moments =
            longRun
            ? Self.days.filter { index == 0 || $0 % 4 == 0 }.flatMap { day in
                Self.edges(office).map { day * 1_440 + $0 }
            }
            : (0..<400).map { _ in
                Int.random(in: Self.days, using: &random) * 1_440
                    + Self.minutes[Int.random(in: 0..<Self.minutes.count, using: &random)]
            }
        var wrong: [String] = []
        for received in moments {
            let expected = office.plain.dues(unit, received: received, most: 60)
            for amount in 1...60 where longRun || amount % 6 == received / 1_440 % 6 {
                check(office, Limit(amount, unit), received, [], expected[amount - 1], &wrong)
            }
        }
        #expect(wrong.prefix(5) == [])
    }

    @Test(arguments: LimitUnit.allCases, offices.indices)
    func `stops at any moments, one after the other, the last perhaps without an end`(unit: LimitUnit, index: Int) {
        let office = Self.offices[index]
        var random = SeededRandom(11)
        var wrong: [String] = []
        for _ in 0..<(longRun ? 100_000 : 1_000) {
            let received = moment(on: Int.random(in: Self.days, using: &random), &random)
            let stops = stops(after: received, &random)
            let amounts = (0..<3).map { _ in Int.random(in: 1...(unit == .months ? 2 : 30), using: &random) }
            let expected = office.plain.dues(unit, received: received, most: amounts.max() ?? 1, stops: stops)
            for amount in amounts {
                check(office, Limit(amount, unit), received, stops, expected[amount - 1], &wrong)
            }
        }
        #expect(wrong.prefix(5) == [])
    }

    private func moment(on day: Int, _ random: inout SeededRandom) -> Int {
        Bool.random(using: &random)
            ? day * 1_440 + Self.minutes[Int.random(in: 0..<Self.minutes.count, using: &random)]
            : day * 1_440 + Int.random(in: 0..<1_440, using: &random)
    }

    private func stops(after received: Int, _ random: inout SeededRandom) -> [PlainStop] {
        var stops: [PlainStop] = []
        var earliest = received
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let from = max(earliest, moment(on: earliest / 1_440 + Int.random(in: 0...12, using: &random), &random))
            if Int.random(in: 0..<10, using: &random) == 0 {
                stops.append(PlainStop(from: from, to: nil))
                break
            }
            let to = max(from + 1, moment(on: from / 1_440 + Int.random(in: 0...9, using: &random), &random))
            stops.append(PlainStop(from: from, to: to))
            earliest = to
        }
        return stops
    }

    private func check(
        _ office: GeneratedOffice, _ limit: Limit, _ received: Int, _ plainStops: [PlainStop], _ expected: Int?,
        _ wrong: inout [String]
    ) {
        let moment = { (minute: Int) in office.plain.moment(0, minute) }
        let stops = plainStops.map { ClockStop(from: moment($0.from), to: $0.to.map(moment)) }
        switch office.calendar.deadline(of: limit, received: moment(received), stops: stops) {
        case .failure(let refusal): wrong.append("\(limit) \(moment(received)): \(refusal)")
        case .success(let deadline):
            if deadline.due != expected.map(moment) {
                wrong.append(
                    "\(limit) \(moment(received)) \(stops): \(deadline.due as Any) for \(expected.map(moment) as Any)")
            }
            if !stops.isEmpty, deadline.due != nil, !addsUp(deadline.derivation, office.plain) {
                wrong.append("\(limit) \(moment(received)) \(stops): the derivation does not add up")
            }
        }
    }

    /// Whether the limit and what the derivation says was added make up the time between its start and its end.
    private func addsUp(_ derivation: Derivation, _ plain: PlainOffice) -> Bool {
        guard let due = derivation.due else { return false }
        let end = due.day.number - PlainOffice.firstNumber
        var days = 0
        var minutes = 0
        for effect in derivation.stops {
            switch effect.outcome {
            case .addedDays(let count, _): days += count
            case .addedTime(let microseconds): minutes += Int(microseconds / 60_000_000)
            case .afterDue, .open: break
            }
        }
        switch derivation.start {
        case .day(let start):
            let first = start.number - PlainOffice.firstNumber
            guard derivation.limit.unit == .workingDays else { return days >= 0 }
            let worked = end == first ? 0 : (first + 1...end).count { !plain.open[$0].isEmpty }
            return worked == derivation.limit.amount + days
        case .moment(let start):
            let from = Int(start.secondsSince(plain.moment(0, 0)) / 60)
            let to = Int(due.secondsSince(plain.moment(0, 0)) / 60)
            var worked = 0
            for day in from / 1_440...to / 1_440 {
                for span in plain.open[day] {
                    worked += max(0, min(to, day * 1_440 + span.to) - max(from, day * 1_440 + span.from))
                }
            }
            return worked == derivation.limit.amount * 60 + minutes
        }
    }
}
