import DesignSystem
import Kernel
import Wording
import WorkingTime

extension OfficialState {
    /// How the applicant should take it.
    var tone: Tone {
        switch self {
        case .registered, .received, .inProcess: .info
        case .supplementRequested, .paymentRequested: .waiting
        case .finished, .returned: .good
        case .notReceived, .stopped: .bad
        case .withdrawn: .quiet
        }
    }
}

/// How a dossier stands to its promised date, for the applicant.
struct DossierStanding {
    let standing: DeadlineTag.Standing
    /// Nil while nothing was promised.
    let words: Phrase?

    /// - Parameter calendar: counts the working days by which the result came early or late.
    init(_ dossier: Dossier, now: Instant, calendar: WorkingCalendar? = nil) {
        // What was withdrawn or refused kept no promise and broke none.
        guard let clock = dossier.clock, ![.withdrawn, .stopped, .notReceived].contains(dossier.official) else {
            (standing, words) = (.fine, nil)
            return
        }
        if let ended = clock.endedAt {
            let late = clock.due.map { ended > $0 } ?? false
            standing = late ? .late : .done
            let brief =
                late
                ? Phrase(vi: "xong sau hẹn", en: "after the promised date")
                : Phrase(vi: "xong đúng hẹn", en: "in time")
            words = clock.due.map { due in calendar?.finished(at: ended, due: due) ?? brief }
        } else if clock.isStopped {
            standing = .stopped
            words = Phrase(vi: "thời hạn tạm dừng", en: "the time is stopped")
        } else if let due = clock.due {
            let day = due.day
            if due < now {
                standing = .late
                words = Phrase(vi: "quá hẹn từ \(day.phrase.vi)", en: "late since \(day.phrase.en)")
            } else {
                standing = day == now.day ? .today : .fine
                words = Phrase(vi: "hẹn trả \(day.phrase.vi)", en: "promised for \(day.phrase.en)")
            }
        } else {
            (standing, words) = (.fine, nil)
        }
    }
}
