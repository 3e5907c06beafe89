import Kernel

/// What a derivation tells about the days it went over: runs of days off, make-up days, half days.
struct DayNotes {
    private(set) var skipped: [Derivation.DaysOff] = []
    private(set) var makeUpDays: [MakeUpDay] = []
    private(set) var halfDays: [HalfDay] = []

    mutating func read(from first: Day, through last: Day, in days: inout DayReader) throws(DeadlineRefusal) {
        var day = first
        while day <= last {
            switch try days.kind(of: day) {
            case .working: break
            case .half(let half): if halfDays.last != half { halfDays.append(half) }
            case .makeUp(let makeUp, _): if makeUpDays.last != makeUp { makeUpDays.append(makeUp) }
            case .off(let why):
                if let run = skipped.last, run.why == why, run.to.adding(days: 1) == day {
                    skipped[skipped.count - 1] = .init(from: run.from, to: day, why: why)
                } else {
                    skipped.append(.init(from: day, to: day, why: why))
                }
            }
            day = day.adding(days: 1)
        }
    }
}
