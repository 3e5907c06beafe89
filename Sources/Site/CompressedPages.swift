import Synchronization

/// Public pages in their compressed form: most visitors ask for the same few, and compressing costs more than making
/// the page. Found by the whole content, so that a page is never taken for another.
final class CompressedPages: Sendable {
    private struct Kept {
        var pages: [[UInt8]: [UInt8]] = [:]
        var bytes = 0
    }

    private let most: Int
    private let kept = Mutex(Kept())

    /// `most`: how many bytes are kept at most, pages and compressed pages together.
    init(most: Int = 8 << 20) { self.most = most }

    /// The compressed page; nil when it cannot be compressed.
    func compressed(_ page: [UInt8]) -> [UInt8]? {
        if let known = kept.withLock({ $0.pages[page] }) { return known }
        guard let made = Gzip.compress(page, level: 6) else { return nil }
        let size = page.count + made.count
        kept.withLock { kept in
            if kept.bytes + size > most { kept = Kept() }
            guard size <= most, kept.pages.updateValue(made, forKey: page) == nil else { return }
            kept.bytes += size
        }
        return made
    }
}
