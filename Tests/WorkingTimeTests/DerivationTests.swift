import Kernel
import Testing
import WorkingTime

/// What the applicant and the official read about a deadline.
struct DerivationTests {
    let national = WorkingCalendar.national

    @Test func `a limit in working days tells the days it passed over`() throws {
        let derivation = try national.derived(3, .workingDays, from: "2026-04-22T09:00")
        #expect(
            derivation.sentences(.vi) == [
                "Nhận lúc 09 giờ 00 ngày 22/04/2026.",
                "Thời hạn 3 ngày làm việc, không tính ngày nhận và ngày nghỉ.",
                "Ngày 25/04/2026: nghỉ hằng tuần.",
                "Từ 26/04 đến 27/04/2026: nghỉ lễ (Giỗ Tổ Hùng Vương).",
                "Hạn: 17 giờ 30 ngày 28/04/2026.",
            ])
        #expect(
            derivation.sentences(.en) == [
                "Received at 09:00 on 22 April 2026.",
                "The limit is 3 working days, without the day of receipt and days off.",
                "25 April 2026: weekly rest.",
                "From 26 April to 27 April 2026: public holiday (Hùng Kings' Day).",
                "Due at 17:30 on 28 April 2026.",
            ])
    }

    @Test func `receipt after the cut-off before a long holiday is explained`() throws {
        #expect(
            try national.derived(1, .workingDays, from: "2026-02-13T16:00").sentences(.vi) == [
                "Nhận lúc 16 giờ 00 ngày 13/02/2026.",
                "Nhận sau 15 giờ 00 nên tính là nhận ngày làm việc tiếp theo, 23/02/2026.",
                "Thời hạn 1 ngày làm việc, không tính ngày nhận và ngày nghỉ.",
                "Từ 14/02 đến 22/02/2026: nghỉ lễ (Tết Nguyên đán).",
                "Hạn: 17 giờ 30 ngày 24/02/2026.",
            ])
    }

    @Test func `a limit in days that ends on a day off tells that it moved`() throws {
        #expect(
            try national.derived(10, .days, from: "2026-04-20T09:00").sentences(.vi) == [
                "Nhận lúc 09 giờ 00 ngày 20/04/2026.",
                "Thời hạn 10 ngày kể từ ngày 20/04/2026, không tính ngày này: hết vào ngày 30/04/2026.",
                "Từ 30/04 đến 03/05/2026: nghỉ lễ (Ngày Chiến thắng và Quốc tế Lao động).",
                "Ngày cuối 30/04/2026 là ngày nghỉ nên hạn chuyển sang ngày làm việc tiếp theo.",
                "Hạn: 17 giờ 30 ngày 04/05/2026.",
            ])
    }

    @Test func `receipt on a day off and a short month are explained`() throws {
        let derivation = try national.derived(1, .months, from: "2024-01-31T09:00")
        #expect(
            derivation.sentences(.vi)[1]
                == "Thời hạn 1 tháng kể từ ngày 31/01/2024, không tính ngày này: hết vào ngày 29/02/2024, "
                + "ngày cuối tháng.")
        #expect(
            try national.derived(1, .months, from: "2026-01-31T09:00").sentences(.vi)[1]
                == "Ngày 31/01/2026 là ngày nghỉ hằng tuần nên tính là nhận ngày làm việc tiếp theo, 02/02/2026.")
    }

    @Test func `make-up days and half days are named`() throws {
        #expect(
            try national.derived(2, .workingDays, from: "2026-01-08T10:00").sentences(.vi).contains(
                "Ngày 10/01/2026 làm bù cho ngày 02/01/2026, tính là ngày làm việc."))
        let half = try WorkingCalendar.withHalfDay.derived(1, .workingDays, from: "2026-06-01T09:00")
        #expect(
            half.sentences(.vi).contains(
                "Ngày 02/06/2026 chỉ làm việc từ 07 giờ 30 đến 11 giờ 30 (Họp toàn cơ quan), vẫn tính là một ngày làm việc."
            ))
        #expect(half.sentences(.vi).last == "Hạn: 11 giờ 30 ngày 02/06/2026.")
    }

    @Test func `stops tell what they added and why`() throws {
        let waiting = ClockStop(
            from: at("2026-06-03T10:00"), to: at("2026-06-05T15:30"),
            reason: Phrase(vi: "chờ người nộp bổ sung hồ sơ", en: "waiting for the applicant's supplement"))
        let derivation = try national.derived(5, .workingDays, from: "2026-06-01T09:00", stops: [waiting])
        #expect(
            derivation.sentences(.vi).contains(
                "Đồng hồ dừng từ 10 giờ 00 ngày 03/06/2026 đến 15 giờ 30 ngày 05/06/2026 (chờ người nộp bổ sung hồ sơ): "
                    + "cộng thêm 3 ngày làm việc, vì kết thúc sau giờ chốt nhận hồ sơ hoặc vào ngày nghỉ nên tính đến hết "
                    + "ngày 08/06/2026."))
        #expect(
            derivation.sentences(.en).contains(
                "The clock stood still from 10:00 on 3 June 2026 to 15:30 on 5 June 2026 (waiting for the applicant's "
                    + "supplement): adds 3 working days, because its end after the cut-off or on a day off counts as "
                    + "8 June 2026."))
    }

    @Test func `stops of hours tell the office time they covered`() throws {
        let derivation = try national.derived(
            6, .hours, from: "2026-06-01T09:00", stops: [stop("2026-06-01T10:00", "2026-06-02T08:00")])
        #expect(
            derivation.sentences(.vi) == [
                "Nhận lúc 09 giờ 00 ngày 01/06/2026.",
                "Thời hạn 6 giờ làm việc, tính từ 09 giờ 00 ngày 01/06/2026.",
                "Đồng hồ dừng từ 10 giờ 00 ngày 01/06/2026 đến 08 giờ 00 ngày 02/06/2026: cộng thêm 6 giờ làm việc.",
                "Hạn: 15 giờ 00 ngày 02/06/2026.",
            ])
        #expect(
            try national.derived(1, .hours, from: "2026-06-06T09:00").sentences(.vi)[1]
                == "Ngày 06/06/2026 là ngày nghỉ hằng tuần nên tính từ giờ mở cửa tiếp theo, 07 giờ 30 ngày 08/06/2026."
        )
        #expect(
            try national.derived(1, .hours, from: "2026-06-05T12:00").sentences(.vi)[1]
                == "Nhận ngoài giờ làm việc nên tính từ giờ mở cửa tiếp theo, 13 giờ 30 ngày 05/06/2026.")
    }

    @Test func `a stop that still lasts and one that came too late are told`() throws {
        let open = try national.derived(
            5, .workingDays, from: "2026-06-01T09:00", stops: [stop("2026-06-03T10:00", nil)])
        #expect(
            open.sentences(.vi).suffix(2) == [
                "Đồng hồ dừng từ 10 giờ 00 ngày 03/06/2026, chưa chạy lại.",
                "Đồng hồ dừng từ 10 giờ 00 ngày 03/06/2026: chưa có hạn, hạn được tính khi đồng hồ chạy lại.",
            ])
        let late = try national.derived(
            1, .workingDays, from: "2026-06-01T09:00", stops: [stop("2026-06-03T10:00", nil)])
        #expect(
            late.sentences(.vi).suffix(2) == [
                "Đồng hồ dừng từ 10 giờ 00 ngày 03/06/2026: khi đó đã hết hạn nên hạn không thay đổi.",
                "Hạn: 17 giờ 30 ngày 02/06/2026.",
            ])
    }

    @Test func `a provisional year is named when it was read, and only then`() throws {
        let note = "Lịch nghỉ năm 2027 là tạm tính, chưa có thông báo chính thức: hạn có thể thay đổi."
        #expect(try national.derived(10, .workingDays, from: "2026-12-25T09:00").sentences(.vi).contains(note))
        #expect(try national.derived(2, .workingDays, from: "2026-12-25T09:00").sentences(.vi).contains(note) == false)
    }

    @Test func `many weekends become one sentence`() throws {
        let sentences = try national.derived(30, .workingDays, from: "2026-06-01T09:00").sentences(.vi)
        #expect(sentences.contains("Từ 06/06 đến 12/07/2026: 12 ngày nghỉ hằng tuần."))
        #expect(sentences.count == 4)
    }

    @Test func `runs across the new year write both years`() throws {
        var calendar = national
        calendar.years[2027]?.holidays[0] = Holiday(
            from: day("2027-01-01"), to: day("2027-01-01"), name: Phrase(same: "X"))
        calendar.years[2026]?.holidays.append(
            Holiday(from: day("2026-12-31"), to: day("2026-12-31"), name: Phrase(same: "X")))
        #expect(
            try calendar.derived(2, .workingDays, from: "2026-12-29T09:00").sentences(.vi).contains(
                "Từ 31/12/2026 đến 01/01/2027: nghỉ lễ (X)."))
    }

    @Test func `a derivation survives being stored`() throws {
        let derivation = try WorkingCalendar.withHalfDay.derived(
            5, .workingDays, from: "2026-06-01T15:01", stops: [stop("2026-06-03T10:00", "2026-06-06T14:00")])
        let stored = try JSON(encoding: derivation)
        #expect(try stored.decoded(as: Derivation.self) == derivation)
    }
}
