import Kernel
import Testing
import WorkingTime

/// What stops of the clock do; law.md 1.3, "Our reading", unless a test says otherwise.
struct StopRuleTests {
    let national = WorkingCalendar.national

    @Test func `a stop begun and ended on one day before the cut-off adds nothing to days`() {
        let short = [stop("2026-06-03T08:00", "2026-06-03T15:00")]
        #expect(national.due(5, .workingDays, from: "2026-06-01T09:00", stops: short) == "2026-06-08 17:30")
        #expect(national.due(8, .days, from: "2026-06-01T09:00", stops: short) == "2026-06-09 17:30")
    }

    @Test func `an end after the cut-off or on a day off counts as the next working day`() {
        #expect(
            national.due(
                5, .workingDays, from: "2026-06-01T09:00", stops: [stop("2026-06-03T08:00", "2026-06-03T15:01")])
                == "2026-06-09 17:30")
        #expect(
            national.due(
                5, .workingDays, from: "2026-06-01T09:00", stops: [stop("2026-06-05T08:00", "2026-06-06T09:00")])
                == "2026-06-09 17:30")
    }

    @Test func `a limit in days gains the days of the stop, days off among them`() {
        let weekend = [stop("2026-06-05T08:00", "2026-06-08T09:00")]
        #expect(national.due(8, .days, from: "2026-06-01T09:00", stops: weekend) == "2026-06-12 17:30")
        #expect(national.due(1, .months, from: "2026-06-01T09:00", stops: weekend) == "2026-07-06 17:30")
        #expect(national.due(5, .workingDays, from: "2026-06-01T09:00", stops: weekend) == "2026-06-09 17:30")
    }

    @Test func `a limit in days moves off a day off once, after its stops`() {
        let one = [stop("2026-06-02T08:00", "2026-06-03T09:00")]
        #expect(national.due(4, .days, from: "2026-06-01T09:00") == "2026-06-05 17:30")
        #expect(national.due(4, .days, from: "2026-06-01T09:00", stops: one) == "2026-06-08 17:30")
        #expect(national.due(5, .days, from: "2026-06-01T09:00", stops: one) == "2026-06-08 17:30")
    }

    @Test func `a stop of hours adds the office hours it covers`() {
        let noon = [stop("2026-06-01T11:00", "2026-06-01T14:00")]
        #expect(national.due(6, .hours, from: "2026-06-01T09:00", stops: noon) == "2026-06-02 08:00")
        let night = [stop("2026-06-01T17:30", "2026-06-02T07:30")]
        #expect(national.due(8, .hours, from: "2026-06-01T09:00", stops: night) == "2026-06-02 09:00")
    }

    @Test func `several stops add up, in whatever order they are told`() {
        let two = [stop("2026-06-09T08:00", "2026-06-10T09:00"), stop("2026-06-02T08:00", "2026-06-03T09:00")]
        #expect(national.due(5, .workingDays, from: "2026-06-01T09:00", stops: two) == "2026-06-10 17:30")
    }

    @Test func `a day that two stops touch is added once`() {
        let touching = [stop("2026-06-03T10:00", "2026-06-05T15:30"), stop("2026-06-05T16:00", "2026-06-08T09:00")]
        #expect(
            national.due(5, .workingDays, from: "2026-06-01T09:00", stops: touching)
                == national.due(
                    5, .workingDays, from: "2026-06-01T09:00", stops: [stop("2026-06-03T10:00", "2026-06-08T09:00")]))
    }

    @Test func `a stop on the last day before it is due holds it until the stop has ended`() {
        let last = [stop("2026-06-08T17:29", "2026-06-10T10:00")]
        #expect(national.due(5, .workingDays, from: "2026-06-01T09:00", stops: last) == "2026-06-10 17:30")
    }

    @Test func `a stop that begins when the limit has ended changes nothing`() {
        let late = [stop("2026-06-08T17:30", "2026-06-10T10:00")]
        #expect(national.due(5, .workingDays, from: "2026-06-01T09:00", stops: late) == "2026-06-08 17:30")
        #expect(national.due(1, .hours, from: "2026-06-08T16:30", stops: late) == "2026-06-08 17:30")
        #expect(
            national.due(5, .workingDays, from: "2026-06-01T09:00", stops: [stop("2026-06-15T10:00", nil)])
                == "2026-06-08 17:30")
    }

    @Test func `a stop on the day that a limit in days was moved to ends with the stop`() {
        let monday = [stop("2026-06-08T09:00", "2026-06-11T10:00")]
        #expect(national.due(5, .days, from: "2026-06-01T09:00") == "2026-06-08 17:30")
        #expect(national.due(5, .days, from: "2026-06-01T09:00", stops: monday) == "2026-06-11 17:30")
    }

    @Test func `a stop before the counted day of receipt holds only the days after it`() {
        let night = [stop("2026-06-05T16:30", "2026-06-09T10:00")]
        #expect(national.due(5, .workingDays, from: "2026-06-05T16:00", stops: night) == "2026-06-16 17:30")
        #expect(
            national.due(
                5, .workingDays, from: "2026-06-05T16:00", stops: [stop("2026-06-05T16:30", "2026-06-08T10:00")])
                == "2026-06-15 17:30")
    }

    @Test func `while a stop lasts nobody knows the due moment`() throws {
        let open = [stop("2026-06-02T08:00", "2026-06-03T09:00"), stop("2026-06-04T10:00", nil)]
        for unit in LimitUnit.allCases {
            let deadline = try national.deadline(
                of: Limit(unit == .months ? 1 : 30, unit), received: at("2026-06-01T09:00"), stops: open
            ).get()
            #expect(deadline.due == nil)
            #expect(deadline.stoppedSince == at("2026-06-04T10:00"))
        }
    }

    @Test func `stops that begin before receipt, end before they begin or overlap are refused`() {
        func refusal(_ stops: [ClockStop]) -> DeadlineRefusal? {
            switch national.deadline(of: Limit(5, .hours), received: at("2026-06-01T09:00"), stops: stops) {
            case .success: nil
            case .failure(let refusal): refusal
            }
        }
        #expect(refusal([stop("2026-06-01T08:59", nil)]) == .stopBeforeReceipt(at("2026-06-01T08:59")))
        #expect(refusal([stop("2026-06-01T09:00", "2026-06-01T09:30")]) == nil)
        let backwards = stop("2026-06-02T09:00", "2026-06-02T08:00")
        #expect(
            refusal([backwards])
                == .stopEndsBeforeItBegins(from: at("2026-06-02T09:00"), to: at("2026-06-02T08:00")))
        let two = [stop("2026-06-02T09:00", "2026-06-03T09:00"), stop("2026-06-03T08:00", nil)]
        #expect(refusal(two) == .stopsOverlap(at: at("2026-06-03T08:00")))
        let afterOpen = [stop("2026-06-02T09:00", nil), stop("2026-06-03T08:00", "2026-06-04T08:00")]
        #expect(refusal(afterOpen) == .stopsOverlap(at: at("2026-06-03T08:00")))
        #expect(refusal([stop("2026-06-02T09:00", "2026-06-03T09:00"), stop("2026-06-03T09:00", nil)]) == nil)
    }

    @Test func `NĐ 61/2018 Đ.17: a supplement that restarts the clock is a new count from its arrival`() {
        #expect(national.due(5, .workingDays, from: "2026-06-05T15:30") == "2026-06-15 17:30")
    }
}
