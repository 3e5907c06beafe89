import Accounts
package import Casework
import Catalogue
import Directory
import Jobs
package import Kernel
package import Storage
import Wording

/// Tells the applicant what happens to a dossier: in the act's own transaction a notice for the portal and a job for
/// the e-mail. The secret of a dossier never stands in either.
package struct NoticesStepAct: StepAct {
    private let settings: NoticeSettings
    private let background = NoticeBackground()

    package init(_ settings: NoticeSettings) { self.settings = settings }

    package func follow(
        _ event: DossierEvent, on dossier: Dossier, of parties: Parties?, by actor: Actor, at now: Instant,
        in tx: any Transaction
    ) throws {
        guard Self.isTold(event, of: dossier),
            let parties = try parties ?? ContentStore.parties(of: dossier.id, in: tx),
            var text = try text(of: event, dossier, parties, at: now, in: tx)
        else { return }
        if let added = try addition(to: event, dossier, at: now, in: tx) { text.paragraphs.append(added) }
        if let account = dossier.submitter {
            try NoticeStore.insert(
                Notice(
                    id: Notice.ID(at: now), account: account, dossier: dossier.id, kind: text.kind, title: text.title,
                    body: text.body, at: now, readAt: nil), in: tx)
        }
        guard settings.sendsMail else { return }
        let letters = NoticeMail(settings)
        var mails: [Mail] = []
        let confirmed = try confirmedAddress(of: dossier, in: tx)
        if let confirmed {
            mails.append(letters.mail(text, to: confirmed, name: parties.submitter.name, about: dossier))
        }
        if !event.isOfApplicant(actor), let typed = EmailAddress(parties.submitter.email),
            typed.folded != confirmed?.folded
        {
            mails.append(letters.hint(to: typed, about: dossier))
        }
        guard !mails.isEmpty else { return }
        try Outbox.enqueue(
            try mails.map { mail in
                (kind: Mail.jobKind, lane: mail.lane(of: dossier.id.description), payload: try JSON(encoding: mail))
            }, at: now, in: tx)
    }

    /// Whether the event is one that the applicant is told of. What the desk does among itself is not; who enters a
    /// dossier at the counter hears of its receipt, which comes with it.
    private static func isTold(_ event: DossierEvent, of dossier: Dossier) -> Bool {
        // The applicant has one case: of its child they hear what is asked of them, all else from the origin.
        if dossier.origin != nil, event.kind != "supplement_requested" { return false }
        return switch event {
        case .filed(let filed): filed.channel == .online
        case .received, .supplementRequested, .supplementAnswered, .refused, .finished, .given, .withdrawn,
            .recalculated, .paid, .paymentVoided, .clockStopped, .clockResumed, .feesChanged:
            true
        case .moved: dossier.official == .paymentRequested
        case .resultTakenBack(_, _, _, let reopened): reopened != nil
        case .assigned, .transferred, .resultAttached, .paperChecked, .rated,
            .branchesOpened, .branchAsked, .branchAnswered, .joined, .timed, .timerSeen, .numbered, .entered,
            .struckOut,
            .versionChanged:
            false
        }
    }

    private func text(
        of event: DossierEvent, _ dossier: Dossier, _ parties: Parties, at now: Instant, in tx: any Transaction
    ) throws -> NoticeText? {
        let definition = try background.definition(dossier.definition, in: tx)
        let writer = NoticeWriter(
            code: try code(of: dossier, in: tx), service: definition?.title ?? Phrase(same: dossier.service),
            agency: try background.agency(dossier.agency, at: now, in: tx)
                ?? Phrase(vi: "cơ quan giải quyết", en: "the agency"))
        switch event {
        case .filed: return writer.filed()
        case .received(_, _, _, let clock, _): return writer.received(due: clock.due)
        case .supplementRequested(let request, let clock, _):
            let asked = try SupplementStore.requests(of: dossier.id, in: tx).first { $0.id == request }
            return writer.supplementRequested(
                (asked?.items ?? []).map { ($0.title(in: definition), $0.reason) }, clockStops: clock?.isStopped == true
            )
        case .supplementAnswered(_, _, let clock, _, _): return writer.supplementAnswered(due: clock?.due)
        case .refused(let text):
            let reason = try ContentStore.texts(of: dossier.id, in: tx)[text.id] ?? ""
            return writer.refused(dossier.official, reason: reason)
        case .finished: return writer.finished(way: parties.delivery?.way, owed: try owed(dossier, in: tx))
        case .given(_, let way, _): return writer.given(way: way)
        case .withdrawn: return writer.withdrawn()
        case .clockStopped(let clock):
            // What is asked for in money has a letter of its own.
            guard dossier.official != .paymentRequested, let reason = clock.stopReason else { return nil }
            return writer.clockStopped(because: reason)
        case .clockResumed(let clock): return clock.due.map { writer.clockResumed(due: $0) }
        case .recalculated(let clock):
            guard let due = clock.due, try due != dueBefore(dossier, in: tx) else { return nil }
            return writer.recalculated(due: due)
        case .feesChanged:
            // Whoever sends a supplement or gets money back sees it; a newer version of the service comes unasked.
            let owed = try owed(dossier, in: tx)
            let last = try DossierStore.history(of: dossier.id, in: tx).dropLast().last {
                if case .recalculated = $0.event { false } else { true }
            }
            guard owed > .zero, case .versionChanged? = last?.event else { return nil }
            return writer.paymentRequested(owed: owed)
        case .moved: return writer.paymentRequested(owed: try owed(dossier, in: tx))
        case .paid(_, let receipt, let amount):
            return writer.paid(amount, receipt: receipt, owed: try owed(dossier, in: tx))
        case .paymentVoided(_, let receipt, let amount): return writer.paymentVoided(amount, receipt: receipt)
        case .resultTakenBack(_, _, _, let reopened):
            return writer.resultTakenBack(due: reopened?.clock.due.flatMap { $0 > now ? $0 : nil })
        case .assigned, .transferred, .resultAttached, .paperChecked, .rated,
            .branchesOpened, .branchAsked, .branchAnswered, .joined, .timed, .timerSeen, .numbered, .entered,
            .struckOut,
            .versionChanged:
            return nil
        }
    }

    /// The code by which the applicant knows the case; a child is named with its origin.
    private func code(of dossier: Dossier, in tx: any Transaction) throws -> String {
        guard let origin = dossier.origin, let known = try DossierStore.find(origin.dossier, in: tx)?.dossier.code
        else {
            return dossier.code
        }
        return "\(known) (\(dossier.code))"
    }

    /// What the definition under which the case runs adds to the message.
    private func addition(
        to event: DossierEvent, _ dossier: Dossier, at now: Instant, in tx: any Transaction
    ) throws -> Phrase? {
        guard let kind = event.messageEvent, let service = try background.service(dossier.definition, in: tx),
            service.definition.messages?.contains(where: { $0.event == kind }) == true,
            let content = try ContentStore.find(dossier.id, in: tx)
        else { return nil }
        let history = try DossierStore.history(of: dossier.id, in: tx)
        var known: [TextFact: Phrase] = [.dossierCode: Phrase(same: dossier.code)]
        known[.agencyName] = try background.agency(dossier.agency, at: now, in: tx)
        known[.resultNumber] = history.resultNumber.map { Phrase(same: $0) }
        known[.promisedDay] = dossier.clock?.due?.day.phrase
        let places = try CasePlaces(in: content.answers, tx)
        return service.message(on: kind, for: dossier.facts(content), known: known, place: places.name)
    }

    private func owed(_ dossier: Dossier, in tx: any Transaction) throws -> Money {
        try CaseFee.fees(of: dossier.id, in: tx).filter { $0.paidAt == nil }.reduce(.zero) { $0 + $1.amount }
    }

    /// What was promised before the last event.
    private func dueBefore(_ dossier: Dossier, in tx: any Transaction) throws -> Instant? {
        let history = try DossierStore.history(of: dossier.id, in: tx).dropLast()
        return Dossier(id: dossier.id, events: history.map { ($0.event, $0.at) }).clock?.due
    }

    /// The address of the account that filed it, once its holder has shown that letters to it arrive. Only there go
    /// details: whoever typed an address into a form may have typed a stranger's.
    private func confirmedAddress(of dossier: Dossier, in tx: any Transaction) throws -> EmailAddress? {
        guard let id = dossier.submitter.flatMap(Account.ID.init),
            let account = try Accounts.account(id, in: tx), account.emailConfirmedAt != nil
        else { return nil }
        return EmailAddress(account.email)
    }
}

extension DossierEvent {
    /// Whether a signed-in applicant did it: they know of it, and an address that nobody has confirmed need not be
    /// written to.
    fileprivate func isOfApplicant(_ actor: Actor) -> Bool {
        guard case .person = actor else { return false }
        return switch self {
        case .filed, .supplementAnswered, .withdrawn: true
        default: false
        }
    }
}

extension DossierEvent {
    /// The event to which a definition may add a message.
    fileprivate var messageEvent: MessageRule.Event? {
        switch self {
        case .received: .received
        case .supplementRequested: .supplement
        case .refused: .refused
        case .finished: .finished
        case .given: .given
        default: nil
        }
    }
}

extension SupplementItem {
    /// What is asked for, in the words of the definition.
    fileprivate func title(in definition: ServiceDefinition?) -> Phrase {
        let known =
            switch kind {
            case .paper: definition?.paper(key).map { Phrase(same: $0.title) }
            case .page: definition?.form.first { $0.key == key }?.title
            }
        return known ?? Phrase(same: key)
    }
}
