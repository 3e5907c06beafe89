import Kernel

/// Durations as Vietnamese texts state them: "03 ngày làm việc", "05 (năm) ngày", "02 giờ làm việc", "04 tháng".
struct LimitWording: Hashable {
    var value: Int
    var unit: Procedure.TimeLimit.Unit
    /// Whether the words beside it make it the limit counted from receipt, not the time of one step.
    var isFromReceipt: Bool

    private static let numerals: Set<Substring> = [
        "mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi", "lam", "tu",
    ]

    /// All durations stated in a text. Dates ("ngày 15 tháng 5"), times of day ("15 giờ 30") and years are none.
    static func all(in text: String) -> [LimitWording] {
        let words = Folding.words(text)
        var found: [LimitWording] = []
        for index in words.indices {
            guard let value = Int(words[index]), value > 0, value < 400, words[index].utf8.count <= 3 else { continue }
            let before = index > 0 ? words[index - 1] : ""
            var next = index + 1
            while next < words.count, next < index + 4, numerals.contains(words[next]) { next += 1 }
            guard next < words.count else { continue }
            let after = next + 1 < words.count ? words[next + 1] : ""
            let working = after == "lam" && next + 2 < words.count && words[next + 2] == "viec"
            let unit: Procedure.TimeLimit.Unit
            switch words[next] {
            case "ngay" where working: unit = .workingDays
            case "ngay" where Int(after) == nil: unit = .days
            case "gio" where Int(after) == nil && !["truoc", "sau", "luc", "tu", "den"].contains(before): unit = .hours
            case "thang" where before != "ngay" && Int(after) == nil && after != "nam": unit = .months
            default: continue
            }
            found.append(LimitWording(value: value, unit: unit, isFromReceipt: fromReceipt(words, index, next)))
        }
        return found
    }

    /// "Thời hạn giải quyết: 03 ngày…" before it, or "… kể từ ngày nhận (đủ hồ sơ)" after it.
    private static func fromReceipt(_ words: [Substring], _ index: Int, _ unit: Int) -> Bool {
        let lead = words[max(0, index - 8)..<index].joined(separator: " ")
        if lead.contains("thoi han giai quyet") || lead.contains("thoi gian giai quyet") { return true }
        let trail = words[min(words.count, unit + 1)..<min(words.count, unit + 12)].joined(separator: " ")
        return ["ngay nhan", "khi nhan", "thoi diem nhan", "ngay tiep nhan"].contains { trail.contains("ke tu \($0)") }
    }
}
