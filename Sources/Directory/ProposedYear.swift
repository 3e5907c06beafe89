import Kernel
import WorkingTime

/// A year to begin with when nobody has entered it: the public holidays of the solar calendar.
///
/// Bộ luật Lao động 2019, Đ.112: 01/01; 30/04 and 01/05; 02/09 with one day beside it. Tết and Hùng Kings' Day follow the
/// moon and are announced; an administrator adds them.
enum ProposedYear {
    static func of(_ number: Int) -> CalendarYear {
        func holiday(_ month: Int, _ day: Int, to other: (Int, Int)? = nil, _ name: Phrase) -> Holiday? {
            guard let from = Day(year: number, month: month, day: day) else { return nil }
            return Holiday(
                from: from, to: other.flatMap { Day(year: number, month: $0.0, day: $0.1) } ?? from, name: name)
        }
        return CalendarYear(
            holidays: [
                holiday(1, 1, Phrase(vi: "Tết Dương lịch", en: "New Year")),
                holiday(
                    4, 30, to: (5, 1),
                    Phrase(vi: "Ngày Chiến thắng và Quốc tế Lao động", en: "Victory Day and Labour Day")),
                holiday(9, 1, to: (9, 2), Phrase(vi: "Quốc khánh", en: "National Day")),
            ].compactMap { $0 }, provisional: true,
            source: "Tạm tính theo Bộ luật Lao động 2019, Đ.112; chưa có Tết Nguyên đán và Giỗ Tổ Hùng Vương")
    }
}
