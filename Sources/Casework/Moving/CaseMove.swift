import Catalogue
import Journal
import Kernel
import WorkingTime

/// A running case under another version of its service: pure, from the case as it is to what the move changes, or to what
/// stands against it.
struct CaseMove {
    let dossier: Dossier
    let content: ContentStore.Content
    let fees: [CaseFee]
    let before: CompiledService
    let after: CompiledService
    let calendar: WorkingCalendar
    /// Steps that have another key in the new version, by their keys of before.
    let steps: [String: String]
    let places: PlaceLookup
    let now: Instant

    /// What is written.
    struct Outcome {
        let content: ContentStore.Content
        let facts: CaseFacts
        let events: [DossierEvent]
        /// What becomes worse for the applicant.
        let burdens: Set<ReplayChange.Kind>
    }

    private var facts: CaseFacts { dossier.facts(content) }

    /// What the case is for a comparison of both versions.
    var replayed: ReplayedCase { ReplayedCase(code: dossier.code, facts: facts, before: before, keepsDay: true) }

    func outcome() throws -> Result<Outcome, CaseRefusal> {
        if let obstacle { return .failure(.blocked(obstacle)) }
        let moved = MovedAnswers(facts, kept: content.kept, from: before, to: after)
        let next = content.moved(moved, salt: Journal.salt())
        let facts = dossier.facts(next)
        // For a child nothing is paid: what is due stands in its origin.
        if dossier.origin == nil, let fee = after.uncountedFees(for: facts).first {
            return .failure(.feeUnknown(fee.title))
        }
        let (from, to) = (before.step(dossier.step), after.step(target))
        // A state that the step gave comes from the new step; what acts gave stays.
        let isOfStep = from.flatMap { OfficialState(rawValue: $0.official) } == dossier.official
        let official = isOfStep ? to.flatMap { OfficialState(rawValue: $0.official) } : nil
        var events: [DossierEvent] = [
            .versionChanged(
                definition: after.hash, step: target == dossier.step ? nil : target,
                official: official == dossier.official ? nil : official, commitment: try next.commitment())
        ]
        // What is late stays late.
        if var clock = dossier.clock, clock.endedAt == nil, clock.due.map({ $0 >= now }) ?? true {
            clock.limit = dossier.limit(after.limit(for: facts), from: clock.countedFrom, calendar)
            switch clock.recalculated(with: calendar) {
            case .failure(let refusal): return .failure(.noDeadline(refusal.words))
            case .success(let counted): if counted != dossier.clock { events.append(.recalculated(clock: counted)) }
            }
        }
        return .success(Outcome(content: next, facts: facts, events: events, burdens: burdens(facts)))
    }

    /// What becomes worse: more to pay than is open now, a longer time, an answer or a paper that is missing.
    private func burdens(_ moved: CaseFacts) -> Set<ReplayChange.Kind> {
        var burdens = Set(replayed.changes(under: after, places: places).map(\.kind))
            .intersection([.invalid, .newPaper])
        let known = Set(before.problems(for: facts, places: places).map(\.field))
        // What was kept takes its place again and may not be taken any more.
        if after.problems(for: moved, places: places).contains(where: { !known.contains($0.field) }) {
            burdens.insert(.invalid)
        }
        let open = fees.filter { $0.paidAt == nil }.reduce(Money.zero) { $0 + $1.amount }
        let due = CaseFee.unpaid(of: after.fees(for: moved), after: fees.filter { $0.paidAt != nil })
        if dossier.origin == nil, due.reduce(Money.zero, { $0 + $1.amount }) > open { burdens.insert(.paysMore) }
        if isLonger(before.limit(for: facts), after.limit(for: moved)) { burdens.insert(.otherLimit) }
        return burdens
    }

    /// Whether a limit may end later than the one promised.
    private func isLonger(_ old: Limit, _ new: Limit) -> Bool {
        guard old != new, dossier.clock?.endedAt == nil else { return false }
        let from = dossier.clock?.countedFrom ?? now
        guard let first = try? calendar.deadline(of: old, received: from).get().due,
            let second = try? calendar.deadline(of: new, received: from).get().due
        else { return true }
        return second > first
    }

    private var target: String { steps[dossier.step] ?? dossier.step }

    /// Why the case cannot go on there.
    private var obstacle: Phrase? {
        guard dossier.openRequest == nil else {
            return Phrase(
                vi: "đang chờ người nộp bổ sung theo bản cũ", en: "supplements are awaited under the old version")
        }
        guard let step = after.step(target) else {
            return Phrase(
                vi: "bản mới không có bước “\(target)”; chỉ bước thay thế bằng --step \(dossier.step)=…",
                en: "the new version has no step “\(target)”; name another with --step \(dossier.step)=…")
        }
        guard target == dossier.step || dossier.branches.isEmpty else {
            return Phrase(
                vi: "đang lấy ý kiến ở bước “\(dossier.step)”",
                en: "opinions are asked for in the step “\(dossier.step)”")
        }
        let resumes = after.definition.steps.contains { step in
            step.clock == .resume || step.acts.contains { $0.clock == .resume }
        }
        if dossier.clock?.isStopped == true, !resumes {
            return Phrase(
                vi: "thời hạn đang tạm dừng mà bản mới không có việc nào tính tiếp",
                en: "the clock stands still, and no act of the new version lets it go on")
        }
        let known = Set((step.parallel ?? []).map(\.key))
        if let branch = dossier.branches.first(where: { branch in
            branch.isOpen && known.contains(branch.key)
                && step.parallel?.contains { $0.key == branch.key && $0.service == branch.service } == false
        }) {
            return Phrase(
                vi: "hồ sơ con của nhánh “\(branch.key)” chưa xong mà bản mới giao việc ấy cách khác",
                en:
                    "the child case of the branch “\(branch.key)” has not ended, and the new version gives that work away otherwise"
            )
        }
        if let branch = dossier.branches.first(where: { $0.isOpen && !known.contains($0.key) }) {
            return Phrase(
                vi: "nhánh “\(branch.key)” chưa trả lời mà bản mới không có",
                en: "the branch “\(branch.key)” has not answered and is not in the new version")
        }
        return nil
    }
}
