package import Kernel

/// Something was tried too often: how long to wait before it may be tried again (429 Too Many Requests, RFC 6585).
package struct TooSoon: Sendable, Equatable {
    package let seconds: Int64

    package init(seconds: Int64) { self.seconds = seconds }

    /// In whole minutes, rounded up.
    package var phrase: Phrase {
        let minutes = (seconds + 59) / 60
        return Phrase(
            vi: "Đã thử quá nhiều lần. Xin chờ \(minutes) phút rồi thử lại.",
            en: minutes == 1
                ? "Too many tries. Wait a minute and try again."
                : "Too many tries. Wait \(minutes) minutes and try again."
        )
    }
}

extension Response {
    /// Tried too often: `page`, with what was typed, or a page that says so.
    package static func tooMany(_ wait: TooSoon, _ page: Page? = nil) -> Response {
        var page = page
        page?.hasProblems = true
        return Response(429, [("Retry-After", String(wait.seconds))], page.map { .page($0) } ?? .none)
    }
}
