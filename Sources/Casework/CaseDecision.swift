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
            return CaseClock.starting(at: now, limit: service.limit(for: facts), calendar: calendar).mapped {
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
            guard var clock = dossier.clock else { return .failure(.notPossible) }
            clock.endedAt = now
            return .success(.finished(act: act.key, step: next(act).key, clock: clock, text: text))
        case .give: return .success(.given(act: act.key, way: way ?? "counter", text: text))
        }
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
        if clock.isStopped { clock.limit = service.limit(for: facts) }
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
