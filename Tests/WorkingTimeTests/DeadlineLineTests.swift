import Foundation
import Kernel
import Testing
import WorkingTime

/// The line protocol of `motcua deadline`.
struct DeadlineLineTests {
    static let lines: [(line: String, due: String)] = [
        (
            #"{"id": 1, "received": "2026-04-22T09:00:00+07:00", "limit": 3, "unit": "working_days"}"#,
            "2026-04-28T17:30:00+07:00"
        ),
        (
            #"{"id": 2, "received": "2026-04-22T15:00:00+07:00", "limit": 3, "unit": "working_days"}"#,
            "2026-04-28T17:30:00+07:00"
        ),
        (
            #"{"id": 3, "received": "2026-04-22T15:01:00+07:00", "limit": 3, "unit": "working_days"}"#,
            "2026-04-29T17:30:00+07:00"
        ),
        (
            #"{"id": 4, "received": "2026-04-25T10:00:00+07:00", "limit": 5, "unit": "working_days"}"#,
            "2026-05-07T17:30:00+07:00"
        ),
        (
            #"{"id": 5, "received": "2026-01-08T10:00:00+07:00", "limit": 2, "unit": "working_days"}"#,
            "2026-01-10T17:30:00+07:00"
        ),
        (
            #"{"id": 6, "received": "2026-02-13T16:00:00+07:00", "limit": 1, "unit": "working_days"}"#,
            "2026-02-24T17:30:00+07:00"
        ),
        (
            #"{"id": 7, "received": "2026-04-20T09:00:00+07:00", "limit": 10, "unit": "days"}"#,
            "2026-05-04T17:30:00+07:00"
        ),
        (
            #"{"id": 8, "received": "2026-04-16T09:00:00+07:00", "limit": 10, "unit": "days"}"#,
            "2026-04-28T17:30:00+07:00"
        ),
        (
            #"{"id": 9, "received": "2026-01-31T09:00:00+07:00", "limit": 1, "unit": "months"}"#,
            "2026-03-02T17:30:00+07:00"
        ),
        (
            #"{"id": 10, "received": "2026-06-01T16:30:00+07:00", "limit": 4, "unit": "hours"}"#,
            "2026-06-02T10:30:00+07:00"
        ),
        (
            #"{"id": 11, "received": "2026-06-01T11:00:00+07:00", "limit": 8, "unit": "hours"}"#,
            "2026-06-02T11:00:00+07:00"
        ),
        (
            #"{"id": 12, "received": "2026-06-01T09:00:00+07:00", "limit": 5, "unit": "working_days", "stops": [{"from": "2026-06-03T10:00:00+07:00", "to": "2026-06-05T14:00:00+07:00"}]}"#,
            "2026-06-10T17:30:00+07:00"
        ),
        (
            #"{"id": 13, "received": "2026-06-01T09:00:00+07:00", "limit": 5, "unit": "working_days", "stops": [{"from": "2026-06-03T10:00:00+07:00", "to": "2026-06-05T15:30:00+07:00"}]}"#,
            "2026-06-11T17:30:00+07:00"
        ),
        (
            #"{"id": 14, "received": "2026-06-01T09:00:00+07:00", "limit": 6, "unit": "hours", "stops": [{"from": "2026-06-01T10:00:00+07:00", "to": "2026-06-02T08:00:00+07:00"}]}"#,
            "2026-06-02T15:00:00+07:00"
        ),
    ]

    let calendars: [String: WorkingCalendar]

    init() {
        var morning = WorkingCalendar.national
        morning.code = "saturday-morning"
        morning.hours[.saturday] = morning.hours[.monday].dropLast()
        calendars = ["national": .national, "saturday-morning": morning]
    }

    func answer(_ line: String) throws -> JSON {
        try JSON(parsing: DeadlineLines.answer(line: line, calendars: calendars))
    }

    @Test(arguments: lines.indices)
    func `the fourteen lines hold`(index: Int) throws {
        let (line, due) = Self.lines[index]
        let answer = try answer(line)
        #expect(answer["id"]?.integer == index + 1)
        #expect(answer["due"]?.string == due)
        #expect(answer["error"] == nil)
        #expect((answer["derivation"]?.array ?? []).count >= 3)
    }

    @Test func `an answer is one line with id, due and derivation in this order`() {
        let text = DeadlineLines.answer(line: Self.lines[0].line, calendars: calendars)
        #expect(text.hasPrefix(#"{"id":1,"due":"2026-04-28T17:30:00+07:00","derivation":["Nhận lúc 09 giờ 00"#))
        #expect(!text.contains("\n"))
    }

    @Test func `a line may name its calendar`() throws {
        let answer = try answer(
            #"{"id": "a", "received": "2026-06-05T09:00:00+07:00", "limit": 1, "unit": "working_days", "calendar": "saturday-morning"}"#
        )
        #expect(answer["id"]?.string == "a")
        #expect(answer["due"]?.string == "2026-06-06T11:30:00+07:00")
    }

    @Test func `a line whose last stop has no end has no due moment`() throws {
        let answer = try answer(
            #"{"id": 1, "received": "2026-06-01T09:00:00+07:00", "limit": 5, "unit": "working_days", "stops": [{"from": "2026-06-03T10:00:00+07:00"}]}"#
        )
        #expect(answer["due"] == .null)
        #expect(
            answer["derivation"]?.array?.last?.string?.hasPrefix("Đồng hồ dừng từ 10 giờ 00 ngày 03/06/2026") == true)
    }

    @Test func `moments in other offsets are the same moments`() throws {
        let answer = try answer(#"{"id": 2, "received": "2026-04-22T08:01:00Z", "limit": 3, "unit": "working_days"}"#)
        #expect(answer["due"]?.string == "2026-04-29T17:30:00+07:00")
    }

    @Test(arguments: [
        ("", "JSON"), ("{", "JSON"), ("[1]", "JSON"), ("7", "JSON"), ("\u{0}", "JSON"),
        (#"{"id": 7}"#, "“received”"),
        (#"{"id": 7, "received": "2026-02-30T09:00:00+07:00", "limit": 1, "unit": "days"}"#, "“received”"),
        (#"{"id": 7, "received": "2026-02-20T09:00:00", "limit": 1, "unit": "days"}"#, "“received”"),
        (#"{"id": 7, "received": 5, "limit": 1, "unit": "days"}"#, "“received”"),
        (#"{"id": 7, "received": "2026-02-20T09:00:00+07:00", "limit": 1.5, "unit": "days"}"#, "“limit”"),
        (#"{"id": 7, "received": "2026-02-20T09:00:00+07:00", "limit": "1", "unit": "days"}"#, "“limit”"),
        (#"{"id": 7, "received": "2026-02-20T09:00:00+07:00", "limit": 1e40, "unit": "days"}"#, "“limit”"),
        (#"{"id": 7, "received": "2026-02-20T09:00:00+07:00", "limit": -1, "unit": "days"}"#, "Thời hạn -1 ngày"),
        (#"{"id": 7, "received": "2026-02-20T09:00:00+07:00", "limit": 0, "unit": "hours"}"#, "Thời hạn 0 giờ"),
        (
            #"{"id": 7, "received": "2026-02-20T09:00:00+07:00", "limit": 9000000000000000000, "unit": "days"}"#,
            "Thời hạn"
        ),
        (#"{"id": 7, "received": "2026-02-20T09:00:00+07:00", "limit": 1, "unit": "weeks"}"#, "“unit”"),
        (#"{"id": 7, "received": "2026-02-20T09:00:00+07:00", "limit": 1}"#, "“unit”"),
        (
            #"{"id": 7, "received": "2026-02-20T09:00:00+07:00", "limit": 1, "unit": "days", "calendar": "no"}"#,
            "“calendar”"
        ),
        (#"{"id": 7, "received": "2026-02-20T09:00:00+07:00", "limit": 1, "unit": "days", "stops": 1}"#, "“stops”"),
        (#"{"id": 7, "received": "2026-02-20T09:00:00+07:00", "limit": 1, "unit": "days", "stops": [1]}"#, "“from”"),
        (
            #"{"id": 7, "received": "2026-02-20T09:00:00+07:00", "limit": 1, "unit": "days", "stops": [{"from": "2026-02-20T10:00:00+07:00", "to": "x"}]}"#,
            "“to”"
        ),
        (#"{"id": 7, "received": "2023-12-29T09:00:00+07:00", "limit": 1, "unit": "days"}"#, "năm 2023"),
        (#"{"id": 7, "received": "0001-01-01T00:00:00+07:00", "limit": 1, "unit": "months"}"#, "năm 1"),
        (#"{"id": 7, "received": "9999-12-31T23:59:59+07:00", "limit": 1, "unit": "hours"}"#, "năm 9999"),
        (#"{"id": 7, "received": "2027-12-31T09:00:00+07:00", "limit": 1, "unit": "working_days"}"#, "năm 2028"),
    ])
    func `a bad line says why in both languages and keeps its id`(line: String, part: String) throws {
        let answer = try answer(line)
        #expect(answer["error"]?.string?.contains(part) == true)
        #expect(answer["error_en"]?.string?.isEmpty == false)
        #expect(answer["due"] == nil)
        #expect(answer["id"] == (line.contains(#""id": 7"#) ? 7 : .null))
    }
}
