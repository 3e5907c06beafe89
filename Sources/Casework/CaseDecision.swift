import Catalogue
import Kernel
import WorkingTime

/// What an act does to a dossier: pure, from what is known to an event or a refusal.
struct CaseDecision {
    let dossier: Dossier
    let service: CompiledService
    let facts: CaseFacts
    let calendar: WorkingCalendar
    let now: Instant

    func event(
        for act: Act, account: String, text: TextMark?, request: SupplementRequest.Mark?, way: String?
    ) -> Result<DossierEvent, CaseRefusal> {
        guard dossier.isOpen else { return .failure(.ended(dossier.official)) }
        guard dossier.openRequest == nil else {
            // Only an end may come while the applicant is being waited for.
            guard act.kind == .refuse else {
                return .failure(
                    .blocked(
                        Phrase(
                            vi: "Đang chờ người nộp bổ sung; hồ sơ chỉ đi tiếp khi đã nhận bổ sung.",
                            en: "The applicant has been asked for supplements; the case goes on when they have come.")))
            }
            return refusing(text)
        }
        switch act.kind {
        case .receive:
            guard dossier.clock == nil else { return .failure(.notPossible) }
            let limit = dossier.limit(service.limit(for: facts), from: now, calendar)
            return CaseClock.starting(at: now, limit: limit, calendar: calendar).mapped {
                .received(by: account, step: next(act).key, official: next(act).official, clock: $0, text: text)
            }
        case .supplement:
            let times = service.definition.supplement.times
            guard dossier.supplements < times else { return .failure(.supplementsUsedUp(dossier.supplements)) }
            guard let request else { return .failure(.notPossible) }
            guard let clock = dossier.clock else {
                return .success(
                    .supplementRequested(request: request.id, clock: nil, commitment: request.commitment))
            }
            if let late = tooLate(clock) { return .failure(.blocked(late)) }
            guard !clock.isStopped else {
                return .failure(
                    .blocked(
                        Phrase(
                            vi: "Đồng hồ đang dừng vì lý do khác; hãy cho chạy tiếp rồi mới yêu cầu bổ sung.",
                            en: "The clock stands still for another reason; let it go on before you ask.")))
            }
            let reason = Phrase(vi: "chờ người nộp bổ sung hồ sơ", en: "waiting for the applicant's supplements")
            return clock.stopping(at: now, because: reason, calendar: calendar).mapped {
                .supplementRequested(request: request.id, clock: $0, commitment: request.commitment)
            }
        case .refuse: return refusing(text)
        case .move:
            let target = next(act)
            return .success(
                .moved(act: act.key, step: target.key, official: target.official, unit: nil, text: text))
        case .finish:
            guard let clock = dossier.clock else { return .failure(.notPossible) }
            // What stood still until the result existed has an end: the time was not the agency's.
            let ended = clock.isStopped ? clock.resuming(at: now, calendar: calendar) : .success(clock)
            return ended.mapped { clock in
                var clock = clock
                clock.endedAt = now
                return .finished(act: act.key, step: next(act).key, clock: clock, text: text)
            }
        case .give: return .success(.given(act: act.key, way: way ?? "counter", text: text))
        }
    }

    /// What an act does to the legal clock besides; nothing before reception, after the end, while the applicant is
    /// waited for, and where it is so already. Asked before anything is written.
    func clockEvents(of act: Act) -> Result<[DossierEvent], CaseRefusal> {
        guard let clock = dossier.clock, clock.endedAt == nil, act.kind == .move, dossier.openRequest == nil else {
            return .success([])
        }
        switch act.clock {
        case .stop? where !clock.isStopped:
            let reason = act.reason ?? act.title
            return clock.stopping(at: now, because: reason, calendar: calendar).mapped { .clockStopped(clock: $0) }
                .map { [$0] }
        case .resume? where clock.isStopped:
            return clock.resuming(at: now, calendar: calendar).mapped { .clockResumed(clock: $0) }.map { [$0] }
        case .stop?, .resume?, nil: return .success([])
        }
    }

    /// Why supplements may not be asked for any more; nil while they may.
    private func tooLate(_ clock: CaseClock) -> Phrase? {
        guard let until = service.supplementsUntil(clock, calendar), until < now else { return nil }
        let rule = service.definition.supplement.within?.words ?? Phrase(same: "")
        return Phrase(
            vi: "Chỉ được yêu cầu bổ sung trong \(rule.vi) kể từ khi nhận hồ sơ; thời gian đó đã hết.",
            en: "Supplements may be asked for within \(rule.en) of reception only; that time is over.")
    }

    /// Nobody is refused without a reason.
    private func refusing(_ text: TextMark?) -> Result<DossierEvent, CaseRefusal> {
        text.map { .success(.refused(text: $0)) } ?? .failure(.notPossible)
    }

    /// A supplement has come, with these files; `facts` are the case with its new answers, `commitment` is to them.
    func answered(
        _ request: String, with papers: [PaperMark], commitment: String?
    ) -> Result<DossierEvent, CaseRefusal> {
        guard dossier.isOpen else { return .failure(.ended(dossier.official)) }
        guard dossier.openRequest == request else { return .failure(.notPossible) }
        let official = service.step(dossier.step).flatMap { OfficialState(rawValue: $0.official) } ?? .inProcess
        guard var clock = dossier.clock else {
            return .success(
                .supplementAnswered(
                    request: request, official: official, clock: nil, papers: papers, commitment: commitment))
        }
        // New answers may call for another limit; what was late before the request stays late.
        if clock.isStopped {
            clock.limit = dossier.limit(service.limit(for: facts), from: clock.countedFrom, calendar)
        }
        let next =
            switch service.definition.supplement.clock {
            // A request that came at or after the due moment stopped nothing: what is late stays late.
            case .restart where clock.isStopped: clock.restarting(at: now, calendar: calendar)
            case .restart, .resume: clock.resuming(at: now, calendar: calendar)
            }
        return next.mapped {
            .supplementAnswered(
                request: request, official: official, clock: $0, papers: papers, commitment: commitment)
        }
    }

    private func next(_ act: Act) -> (key: String, official: OfficialState) {
        let key = act.to ?? dossier.step
        let official = service.step(key).flatMap { OfficialState(rawValue: $0.official) } ?? dossier.official
        return (key, official)
    }
}

extension Result where Success == CaseClock, Failure == DeadlineRefusal {
    func mapped(_ event: (CaseClock) -> DossierEvent) -> Result<DossierEvent, CaseRefusal> {
        map(event).mapError { .noDeadline($0.words) }
    }
}

extension CompiledService {
    /// Until when supplements may be asked for, where the service says so (NĐ 61/2018/NĐ-CP, Đ.17).
    func supplementsUntil(_ clock: CaseClock, _ calendar: WorkingCalendar) -> Instant? {
        guard let rule = definition.supplement.within, let unit = LimitUnit(rawValue: rule.unit) else { return nil }
        return try? calendar.deadline(of: Limit(rule.value, unit), received: clock.received).get().due
    }
}
