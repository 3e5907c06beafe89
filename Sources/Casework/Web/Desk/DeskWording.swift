import Catalogue
import DesignSystem
import Kernel
import Wording
import WorkingTime

/// What several pages of the desk say.
enum DeskWording {
    static let inbox = Phrase(vi: "Hộp việc", en: "Inbox")
    static let counter = Phrase(vi: "Tiếp nhận tại quầy", en: "Receive at the counter")
    static let search = Phrase(vi: "Tìm hồ sơ", en: "Find a dossier")
    static let find = Phrase(
        vi: "Mã hồ sơ, họ tên, điện thoại, số định danh", en: "Code, name, telephone, citizen number")
    static let dossier = Phrase(vi: "Hồ sơ", en: "Dossier")
    static let owner = Phrase(vi: "Chủ hồ sơ", en: "Owner")
    static let limit = Phrase(vi: "Hạn", en: "Limit")
    static let step = Phrase(vi: "Bước", en: "Step")
    static let state = Phrase(vi: "Trạng thái", en: "State")
    static let nobody = Phrase(vi: "Chưa giao", en: "Nobody yet")

    /// The words of the directory for the roles of a definition.
    static func role(_ role: String) -> Phrase {
        switch role {
        case "one_stop": Phrase(vi: "công chức một cửa", en: "the one-stop desk")
        case "specialist": Phrase(vi: "chuyên viên", en: "a specialist")
        case "head": Phrase(vi: "trưởng đơn vị", en: "the head of the unit")
        case "leader": Phrase(vi: "lãnh đạo cơ quan", en: "the leader of the agency")
        default: Phrase(same: role)
        }
    }

    static func tone(_ state: OfficialState) -> Tone {
        switch state {
        case .registered, .inProcess, .received: .info
        case .supplementRequested, .paymentRequested: .waiting
        case .finished, .returned: .good
        case .notReceived, .stopped: .bad
        case .withdrawn: .quiet
        }
    }

    static func tone(_ verdict: OpinionVerdict) -> Tone {
        switch verdict {
        case .agree: .good
        case .remarks: .waiting
        case .disagree: .bad
        }
    }

    /// How a case that has come to its result stood to the promise: `xong trước hạn 2 ngày làm việc`. What was refused or
    /// withdrawn kept no promise and broke none.
    static func outcome(
        _ clock: CaseClock?, _ official: OfficialState, in calendar: WorkingCalendar
    ) -> DeadlineTag? {
        guard let clock, let ended = clock.endedAt, let due = clock.due, [.finished, .returned].contains(official)
        else { return nil }
        return DeadlineTag(ended > due ? .late : .done, calendar.finished(at: ended, due: due))
    }

    /// The step that a case is in has passed its own limit; the promise to the applicant is another date.
    static func stepLate(_ due: Instant, at now: Instant, in calendar: WorkingCalendar) -> Phrase {
        let late = calendar.remaining(until: due, at: now)
        return Phrase(vi: "Bước \(late.vi)", en: "Step \(late.en)")
    }

    /// `còn 2 ngày làm việc (24/04)`.
    static func due(_ due: Instant, at now: Instant, in calendar: WorkingCalendar) -> DeadlineTag {
        let left = calendar.remaining(until: due, at: now)
        let day = due.day.shortPhrase
        switch DueState(due: due, at: now) {
        case .overdue:
            return DeadlineTag(.late, Phrase(vi: "\(left.vi) (\(day.vi))", en: "\(left.en) (\(day.en))"))
        case .today: return DeadlineTag(.today, left)
        case .later:
            let soon = due.day.number - now.day.number <= 2
            return DeadlineTag(
                soon ? .soon : .fine, Phrase(vi: "\(left.vi) (\(day.vi))", en: "\(left.en) (\(day.en))"))
        }
    }
}
