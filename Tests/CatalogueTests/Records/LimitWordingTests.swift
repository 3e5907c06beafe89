import Testing

@testable import Catalogue

@Suite struct LimitWordingTests {
    private func found(_ text: String) -> [String] {
        LimitWording.all(in: text).map { "\($0.value) \($0.unit.rawValue)" }
    }

    @Test func `durations are found as the texts write them`() {
        #expect(found("Trong thời hạn 05 (năm) ngày làm việc") == ["5 working_days"])
        #expect(found("không quá 02 giờ làm việc; 04 tháng") == ["2 hours", "4 months"])
        #expect(found("30 ngày, kể từ ngày nhận") == ["30 days"])
    }

    @Test func `dates, times of day and years are no durations`() {
        #expect(found("Nghị định số 70/2024/NĐ-CP ngày 25 tháng 6 năm 2024") == [])
        #expect(found("sau 15 giờ cùng ngày") == [])
        #expect(found("lúc 7 giờ 30") == [])
    }

    @Test func `a limit counted from receipt is told from the time of a step`() {
        #expect(LimitWording.all(in: "03 ngày làm việc kể từ ngày nhận đủ hồ sơ")[0].isFromReceipt)
        #expect(LimitWording.all(in: "Thời hạn giải quyết: 10 ngày")[0].isFromReceipt)
        #expect(!LimitWording.all(in: "Thẩm tra trong 03 ngày làm việc")[0].isFromReceipt)
    }
}
