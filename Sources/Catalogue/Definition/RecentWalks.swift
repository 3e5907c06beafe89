import Synchronization

/// The last walks through a form. One request asks the same form about the same answers half a dozen times: what is
/// shown, what is wrong, which papers, which fees.
final class RecentWalks: Sendable {
    private static let most = 8

    private let kept = Mutex<[(facts: CaseFacts, walk: FormWalk)]>([])

    func walk(_ pages: [CompiledPage], _ facts: CaseFacts) -> FormWalk {
        if let known = kept.withLock({ $0.last { $0.facts == facts }?.walk }) { return known }
        let walk = FormWalk(pages, facts)
        kept.withLock { kept in
            if kept.count >= Self.most { kept.removeFirst() }
            kept.append((facts, walk))
        }
        return walk
    }
}
