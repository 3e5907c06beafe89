import Accounts
import Kernel
import WorkingTime

/// Questions that need no installation.
package enum Answers {
    /// One JSON line of `motcua deadline`, by the national calendar.
    package static func deadline(_ line: String) -> String {
        DeadlineLines.answer(line: line, calendars: ["national": .national])
    }

    /// The six digits that the sample officials' authenticator program would show now.
    package static func sampleDigits() -> String {
        guard let key = TOTP.key(typed: SampleProvince.totpKey) else { return "" }
        return TOTP.code(secret: key, step: TOTP.step(at: SystemTime().now))
    }
}
