import Kernel
import Testing
import WorkingTime

/// What lists say about a deadline now.
struct RemainingTests {
    let national = WorkingCalendar.national
    let due = at("2026-04-28T17:30")

    @Test(arguments: [
        ("2026-04-22T09:00", DueState.later, "còn 3 ngày làm việc", "3 working days left"),
        ("2026-04-24T23:59", .later, "còn 1 ngày làm việc", "1 working day left"),
        ("2026-04-27T09:00", .later, "còn 1 ngày làm việc", "1 working day left"),
        ("2026-04-28T00:00", .today, "đến hạn hôm nay, 17 giờ 30", "due today at 17:30"),
        ("2026-04-28T17:30", .today, "đến hạn hôm nay, 17 giờ 30", "due today at 17:30"),
        ("2026-04-28T17:30:00.000001", .overdue, "quá hạn từ 17 giờ 30 hôm nay", "overdue since 17:30 today"),
        ("2026-04-29T00:00", .overdue, "quá hạn 1 ngày", "1 day overdue"),
        ("2026-05-01T09:00", .overdue, "quá hạn 3 ngày", "3 days overdue"),
    ])
    func `a list says how long is left`(now: String, state: DueState, vi: String, en: String) {
        #expect(DueState(due: due, at: at(now)) == state)
        #expect(national.remaining(until: due, at: at(now)) == Phrase(vi: vi, en: en))
    }

    @Test func `a list never fails on a year that the calendar lacks`() {
        #expect(national.remaining(until: at("2028-01-05T17:30"), at: at("2027-12-30T09:00")).vi == "còn 6 ngày")
        #expect(national.remaining(until: at("2020-01-05T17:30"), at: at("2020-01-08T09:00")).vi == "quá hạn 3 ngày")
    }

    @Test(arguments: [
        ("2026-04-22T09:00", "xong trước hạn 3 ngày làm việc", "done 3 working days early"),
        ("2026-04-28T17:30", "xong đúng hạn", "done in time"),
        ("2026-04-28T18:00", "xong quá hạn dưới một ngày", "done less than a day late"),
        ("2026-05-04T09:00", "xong quá hạn 2 ngày làm việc", "done 2 working days late"),
    ])
    func `what is done says by how many working days it was early or late`(ended: String, vi: String, en: String) {
        #expect(national.finished(at: at(ended), due: due) == Phrase(vi: vi, en: en))
    }

    @Test func `while the clock stands still a list says since when`() throws {
        let limit = Limit(5, .workingDays)
        let stopped = try national.deadline(
            of: limit, received: at("2026-06-01T09:00"), stops: [stop("2026-06-03T10:00", nil)]
        ).get()
        #expect(stopped.remaining(at: at("2026-07-01T09:00"), in: national).vi == "đồng hồ dừng từ 03/06/2026")
        #expect(stopped.state(at: at("2026-07-01T09:00")) == nil)
        let running = try national.deadline(of: limit, received: at("2026-06-01T09:00")).get()
        #expect(running.remaining(at: at("2026-06-05T09:00"), in: national).vi == "còn 1 ngày làm việc")
        #expect(running.state(at: at("2026-06-09T09:00")) == .overdue)
    }
}
