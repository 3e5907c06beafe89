import Kernel

extension Derivation {
    /// When the clock stood still, why, and what that added.
    func words(of effect: StopEffect) -> Phrase {
        let stop = effect.stop
        let why = stop.reason.map { Phrase(vi: " (\($0.vi))", en: " (\($0.en))") } ?? Phrase(same: "")
        let from = Phrase(
            vi: "Đồng hồ dừng từ \(stop.from.words.vi)",
            en: "The clock stood still from \(stop.from.words.en)")
        let to = stop.to.map {
            Phrase(vi: " đến \($0.words.vi)", en: " to \($0.words.en)")
        }
        let span = Phrase(vi: from.vi + (to?.vi ?? "") + why.vi, en: from.en + (to?.en ?? "") + why.en)
        switch effect.outcome {
        case .open:
            return Phrase(vi: "\(span.vi), chưa chạy lại.", en: "\(span.en) and does not run yet.")
        case .afterDue:
            return Phrase(
                vi: "\(span.vi): khi đó đã hết hạn nên hạn không thay đổi.",
                en: "\(span.en): the limit had ended by then, so the deadline does not change.")
        case .addedTime(let microseconds):
            let added = Derivation.duration(microseconds)
            return Phrase(vi: "\(span.vi): cộng thêm \(added.vi).", en: "\(span.en): adds \(added.en).")
        case .addedDays(let count, let through):
            let added =
                count == 0
                ? Phrase(vi: "không cộng thêm ngày nào", en: "adds no day")
                : Phrase(vi: "cộng thêm \(unit(count).vi)", en: "adds \(unit(count).en)")
            let late = through.map {
                Phrase(
                    vi: ", vì kết thúc sau giờ chốt nhận hồ sơ hoặc vào ngày nghỉ nên tính đến hết ngày \($0.words.vi)",
                    en: ", because its end after the cut-off or on a day off counts as \($0.words.en)")
            }
            return Phrase(
                vi: "\(span.vi): \(added.vi)\(late?.vi ?? "").", en: "\(span.en): \(added.en)\(late?.en ?? "").")
        }
    }

    private func unit(_ count: Int) -> Phrase {
        (limit.unit == .workingDays ? LimitUnit.workingDays : .days).words(count)
    }

    /// `6 giờ 30 phút làm việc`, `6 hours 30 minutes of office time`.
    private static func duration(_ microseconds: Int64) -> Phrase {
        let seconds = microseconds / 1_000_000
        let parts = [
            (seconds / 3_600, "giờ", "hour"), (seconds / 60 % 60, "phút", "minute"), (seconds % 60, "giây", "second"),
        ].filter { $0.0 > 0 }
        guard !parts.isEmpty else { return Phrase(vi: "0 giờ làm việc", en: "no office time") }
        return Phrase(
            vi: parts.map { "\($0.0) \($0.1)" }.joined(separator: " ") + " làm việc",
            en: parts.map { "\($0.0) \($0.2)\($0.0 == 1 ? "" : "s")" }.joined(separator: " ") + " of office time")
    }
}
