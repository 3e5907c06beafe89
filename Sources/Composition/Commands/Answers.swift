import Accounts
import Kernel
package import WorkingTime

/// Questions that need no installation.
package enum Answers {
    /// One JSON line of `motcua deadline`, by these calendars (`DeadlineCalendars`).
    package static func deadline(_ line: String, by calendars: [String: WorkingCalendar]) -> String {
        DeadlineLines.answer(line: line, calendars: calendars)
    }

    /// The six digits that the sample officials' authenticator program would show now.
    package static func sampleDigits() -> String {
        guard let key = TOTP.key(typed: SampleProvince.totpKey) else { return "" }
        return TOTP.code(secret: key, step: TOTP.step(at: SystemTime().now))
    }
}
