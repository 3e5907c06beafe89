import HTTPTypes
import HummingbirdCore
import Kernel
import Synchronization

/// Public pages as they were made a moment ago. They are the same for everybody who is not signed in, and what they show
/// is itself read again only every few seconds; so a page that many ask for is made once in that time.
final class PublicPages: Sendable {
    /// What a public page depends on.
    struct Key: Hashable, Sendable {
        let address: String
        let language: Language

        /// Nil for whoever has a session: their pages are their own.
        init?(_ request: HummingbirdCore.Request, isSecure: Bool) {
            guard request.method == .get || request.method == .head else { return nil }
            let cookies = CookieJar.read(request.headers[.cookie] ?? "", isSecure: isSecure)
            guard cookies[CookieJar.session] == nil else { return nil }
            address = request.head.path ?? ""
            language = cookies[CookieJar.language].flatMap { Language(rawValue: $0) } ?? .vi
        }
    }

    struct Kept: Sendable {
        let content: FixedContent
        /// The pattern of the route that made it, for the counts.
        let pattern: String
        let until: Instant
    }

    private struct State {
        var pages: [Key: Kept] = [:]
        var bytes = 0
    }

    static let seconds: Int64 = 5

    private let most: Int
    private let state = Mutex(State())

    /// `most`: how many bytes of pages are kept.
    init(most: Int = 32 << 20) { self.most = most }

    func find(_ key: Key, at now: Instant) -> Kept? {
        state.withLock { $0.pages[key] }.flatMap { now < $0.until ? $0 : nil }
    }

    func keep(_ content: FixedContent, under key: Key, pattern: String, at now: Instant) {
        let kept = Kept(content: content, pattern: pattern, until: now.adding(seconds: Self.seconds))
        // The compressed form is smaller than the page, the address is counted with it.
        let size = 2 * content.size + key.address.utf8.count
        state.withLock { state in
            if state.bytes + size > most { state = State() }
            guard size <= most else { return }
            if let before = state.pages.updateValue(kept, forKey: key) {
                state.bytes -= 2 * before.content.size + key.address.utf8.count
            }
            state.bytes += size
        }
    }
}
