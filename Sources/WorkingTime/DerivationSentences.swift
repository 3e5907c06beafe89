package import Kernel

extension Derivation {
    /// The derivation as short sentences, in the order in which the count went.
    package func sentences(_ language: Language) -> [String] { phrases.map { $0(language) } }

    /// The sentences in both languages.
    package var phrases: [Phrase] {
        [receipt, shift.map(words(of:)), count].compactMap(\.self) + daysOff + workedDays + stops.map(words(of:))
            + [move, provisional, end].compactMap(\.self)
    }

    private var receipt: Phrase {
        Phrase(vi: "Nhận lúc \(received.words.vi).", en: "Received at \(received.words.en).")
    }

    private func words(of shift: Shift) -> Phrase {
        let off = received.day.words
        return switch (shift, start) {
        case (.afterCutOff(let time), .day(let day)):
            Phrase(
                vi: "Nhận sau \(time.words.vi) nên tính là nhận ngày làm việc tiếp theo, \(day.words.vi).",
                en:
                    "Received after \(time.words.en), so it counts as received on the next working day, \(day.words.en)."
            )
        case (.dayOff(let why), .day(let day)):
            Phrase(
                vi: "Ngày \(off.vi) là ngày \(why.words.vi) nên tính là nhận ngày làm việc tiếp theo, \(day.words.vi).",
                en: "\(off.en) is a day off, \(why.words.en), so it counts as received on the next working day, "
                    + "\(day.words.en).")
        case (.dayOff(let why), .moment(let moment)):
            Phrase(
                vi: "Ngày \(off.vi) là ngày \(why.words.vi) nên tính từ giờ mở cửa tiếp theo, \(moment.words.vi).",
                en:
                    "\(off.en) is a day off, \(why.words.en), so it is counted from the next opening, \(moment.words.en)."
            )
        case (_, .moment(let moment)):
            Phrase(
                vi: "Nhận ngoài giờ làm việc nên tính từ giờ mở cửa tiếp theo, \(moment.words.vi).",
                en: "Received outside office hours, so it is counted from the next opening, \(moment.words.en).")
        case (.outsideHours, .day(let day)):
            Phrase(vi: "Tính từ ngày \(day.words.vi).", en: "Counted from \(day.words.en).")
        }
    }

    private var count: Phrase {
        let amount = limit.words
        switch start {
        case .moment(let moment):
            return Phrase(
                vi: "Thời hạn \(amount.vi), tính từ \(moment.words.vi).",
                en: "The limit is \(amount.en), running from \(moment.words.en).")
        case .day(let day):
            guard let firstEnd else {
                if limit.amount == 0 {
                    return Phrase(
                        vi: "Thời hạn trong ngày làm việc \(day.words.vi).",
                        en: "The limit is the working day \(day.words.en) itself.")
                }
                return Phrase(
                    vi: "Thời hạn \(amount.vi), không tính ngày nhận và ngày nghỉ.",
                    en: "The limit is \(amount.en), without the day of receipt and days off.")
            }
            let short = limit.unit == .months && firstEnd.dayOfMonth != day.dayOfMonth
            return Phrase(
                vi:
                    "Thời hạn \(amount.vi) kể từ ngày \(day.words.vi), không tính ngày này: hết vào ngày \(firstEnd.words.vi)"
                    + (short ? ", ngày cuối tháng." : "."),
                en: "The limit is \(amount.en) from \(day.words.en), without that day: it ends on \(firstEnd.words.en)"
                    + (short ? ", the last day of the month." : "."))
        }
    }

    private var move: Phrase? {
        movedFrom.map {
            Phrase(
                vi: "Ngày cuối \($0.words.vi) là ngày nghỉ nên hạn chuyển sang ngày làm việc tiếp theo.",
                en: "The last day \($0.words.en) is a day off, so the limit ends on the next working day.")
        }
    }

    private var provisional: Phrase? {
        guard !provisionalYears.isEmpty else { return nil }
        let years = provisionalYears.sorted().map { String($0) }.joined(separator: ", ")
        return Phrase(
            vi: "Lịch nghỉ năm \(years) là tạm tính, chưa có thông báo chính thức: hạn có thể thay đổi.",
            en: "The holidays of \(years) are provisional, not yet announced: the deadline may change.")
    }

    private var end: Phrase? {
        if let due {
            return Phrase(vi: "Hạn: \(due.words.vi).", en: "Due at \(due.words.en).")
        }
        return stoppedSince.map {
            Phrase(
                vi: "Đồng hồ dừng từ \($0.words.vi): chưa có hạn, hạn được tính khi đồng hồ chạy lại.",
                en: "The clock has stood still since \($0.words.en): there is no due date until it runs again.")
        }
    }
}
