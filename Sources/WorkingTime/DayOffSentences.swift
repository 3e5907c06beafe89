import Kernel

extension Derivation {
    /// A sentence per run of days off; many weekly rests become one sentence.
    var daysOff: [Phrase] {
        let weekly = skipped.filter { $0.why == .weeklyRest }
        guard weekly.count > 3, let first = weekly.first, let last = weekly.last else {
            return skipped.map(\.words)
        }
        let total = weekly.reduce(0) { $0 + $1.count }
        let span = Day.words(from: first.from, to: last.to)
        let summary = Phrase(
            vi: "\(span.vi.capitalisedStart): \(total) ngày nghỉ hằng tuần.",
            en: "\(span.en.capitalisedStart): \(total) days of weekly rest.")
        return [summary] + skipped.filter { $0.why != .weeklyRest }.map(\.words)
    }

    /// Make-up days and half days that were met.
    var workedDays: [Phrase] {
        makeUpDays.map {
            Phrase(
                vi: "Ngày \($0.day.words.vi) làm bù cho ngày \($0.replaces.words.vi), tính là ngày làm việc.",
                en: "\($0.day.words.en) is worked to make up for \($0.replaces.words.en) and counts as a working day.")
        }
            + halfDays.map { half in
                let hours = half.hours.map(\.words)
                let counts = limit.unit == .workingDays
                return Phrase(
                    vi: "Ngày \(half.day.words.vi) chỉ làm việc \(hours.map(\.vi).joined(separator: ", ")) "
                        + "(\(half.name.vi))" + (counts ? ", vẫn tính là một ngày làm việc." : "."),
                    en: "\(half.day.words.en) is worked only \(hours.map(\.en).joined(separator: ", ")) "
                        + "(\(half.name.en))" + (counts ? " and still counts as a working day." : "."))
            }
    }
}

extension Derivation.DaysOff {
    var words: Phrase {
        let days = Day.words(from: from, to: to)
        return Phrase(
            vi: "\((from == to ? "ngày " + days.vi : days.vi).capitalisedStart): \(why.words.vi).",
            en: "\(days.en.capitalisedStart): \(why.words.en).")
    }
}

extension String {
    var capitalisedStart: String { prefix(1).uppercased() + dropFirst() }
}
