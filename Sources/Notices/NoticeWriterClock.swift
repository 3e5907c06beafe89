import Kernel
import Wording

/// The notices about stops of the clock that an act brings about.
extension NoticeWriter {
    /// - Parameter reason: what is waited for, as the definition says it.
    func clockStopped(because reason: Phrase) -> NoticeText {
        NoticeText(
            .recalculated,
            Phrase(
                vi: "Tạm dừng tính thời hạn hồ sơ \(code)", en: "The clock of dossier \(code) stands still"),
            [
                Phrase(
                    vi: "\(opening.vi) tạm dừng tính thời hạn giải quyết hồ sơ \(code): \(reason.vi).",
                    en: "\(opening.en) has stopped the clock of dossier \(code): \(reason.en)."),
                Phrase(
                    vi: "Ngày hẹn trả kết quả được tính lại khi việc này xong.",
                    en: "The promised date is counted again when that is over."),
            ])
    }

    func clockResumed(due: Instant) -> NoticeText {
        NoticeText(
            .recalculated,
            Phrase(
                vi: "Thời hạn hồ sơ \(code) được tính tiếp", en: "The clock of dossier \(code) goes on"),
            [
                Phrase(
                    vi: "Thời hạn giải quyết hồ sơ \(code) được tính tiếp.",
                    en: "The clock of dossier \(code) goes on."),
                promised(due),
            ])
    }
}
