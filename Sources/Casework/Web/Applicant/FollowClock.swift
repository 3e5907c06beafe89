import DesignSystem
import Kernel
import Markup
import Wording
import WorkingTime

/// The time of a dossier: expected, running, stopped or over, with how it was counted.
struct FollowClock: Component {
    let follow: Follow

    var markup: Markup {
        Markup {
            if let clock = follow.dossier.clock {
                Card(ApplicantWording.promised, id: "ngay-hen") {
                    if clock.endedAt == nil { going(clock) } else { over(clock) }
                }
            } else {
                CheckCards.expected(follow.expected)
            }
        }
    }

    private func going(_ clock: CaseClock) -> ClockBlock {
        let standing = DossierStanding(follow.dossier, now: follow.now, calendar: follow.calendar)
        return ClockBlock(
            isRunning: !clock.isStopped,
            due: clock.due.map(\.phrase) ?? Phrase(vi: "Chưa có ngày hẹn mới", en: "No new date yet"),
            standing: standing.words.map { DeadlineTag(standing.standing, $0) },
            reason: clock.deadline.stoppedSince.map { since in
                let why =
                    follow.dossier.openRequest == nil
                    ? clock.stops.last?.reason
                    : Phrase(vi: "chờ người nộp bổ sung", en: "waiting for the applicant's supplements")
                return Phrase(
                    vi: "Tạm dừng: \(why?.vi ?? "chờ"), từ \(since.phrase.vi)",
                    en: "Standing still, \(why?.en ?? "waiting"), since \(since.phrase.en)")
            }
        ) { CheckCards.derivation(clock) }
    }

    @MarkupBuilder private func over(_ clock: CaseClock) -> [Markup] {
        let standing = DossierStanding(follow.dossier, now: follow.now, calendar: follow.calendar)
        if let due = clock.due { p(due.phrase) }
        if let words = standing.words { p { DeadlineTag(standing.standing, words) } }
        if let ended = clock.endedAt {
            p(
                Phrase(vi: "Kết thúc lúc \(ended.phrase.vi)", en: "Ended on \(ended.phrase.en)"), .class("note"))
        }
        CheckCards.derivation(clock)
    }
}
