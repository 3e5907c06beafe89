package import Catalogue
package import Kernel

/// A dossier (hồ sơ): one case of one procedure, from filing to the result in the applicant's hand.
package struct Dossier: Sendable, Equatable {
    package typealias ID = Kernel.ID<Dossier>

    package let id: ID
    package private(set) var code = ""
    package private(set) var service = ""
    /// The hash of the definition under which it was filed and is worked to its end.
    package private(set) var definition = ""
    package private(set) var procedure = ""
    /// The agency whose one-stop desk took it.
    package private(set) var agency = ""
    /// The unit inside the agency that has it now; nil when the agency as a whole has.
    package private(set) var unit: String?
    package private(set) var step = ""
    package private(set) var official = OfficialState.registered
    package private(set) var assignee: String?
    package private(set) var submitter: String?
    package private(set) var owner = ""
    package private(set) var channel = FilingChannel.online
    package private(set) var clock: CaseClock?
    package private(set) var filedAt = Instant(seconds: 0)
    package private(set) var endedAt: Instant?
    package private(set) var supplements = 0
    package private(set) var openRequest: String?
    package private(set) var hasResult = false
    package private(set) var rating: Int?
    /// Counts the events; every act bumps it.
    package private(set) var version = 0

    package init(id: ID) { self.id = id }

    /// The dossier that these events make.
    package init(id: ID, events: some Sequence<(event: DossierEvent, at: Instant)>) {
        self.id = id
        for (event, at) in events { apply(event, at: at) }
    }

    /// The only way in which a dossier changes.
    package mutating func apply(_ event: DossierEvent, at now: Instant) {
        version += 1
        switch event {
        case .filed(let filed):
            code = filed.code
            service = filed.service
            definition = filed.definition
            procedure = filed.procedure
            agency = filed.agency
            unit = filed.unit
            step = filed.step
            submitter = filed.submitter
            owner = filed.owner
            channel = filed.channel
            filedAt = now
            official = .registered
        case .received(_, let step, let official, let clock, _):
            self.step = step
            self.official = official
            self.clock = clock
            assignee = nil
        case .supplementRequested(let request, let clock, _):
            official = .supplementRequested
            openRequest = request
            supplements += 1
            self.clock = clock
        case .supplementAnswered(_, let official, let clock, _, _):
            self.official = official
            openRequest = nil
            self.clock = clock
        case .refused:
            official = clock == nil ? .notReceived : .stopped
            openRequest = nil
            end(now)
        case .assigned(let account): assignee = account
        case .moved(_, let step, let official, let unit, _):
            self.step = step
            self.official = official
            if let unit { self.unit = unit }
            assignee = nil
        case .transferred(let unit, _):
            self.unit = unit
            assignee = nil
        case .finished(_, let step, let clock, _):
            self.step = step
            self.clock = clock
            official = .finished
            assignee = nil
        case .given:
            official = .returned
            end(now)
        case .withdrawn:
            official = .withdrawn
            openRequest = nil
            end(now)
        case .resultAttached: hasResult = true
        case .resultTakenBack(_, let othersLeft, _, let reopened):
            hasResult = othersLeft
            if let reopened {
                step = reopened.step
                official = reopened.official
                clock = reopened.clock
                assignee = nil
            }
        case .paperChecked: break
        case .recalculated(let clock): self.clock = clock
        case .rated(let score): rating = score
        case .paid, .paymentVoided, .feesChanged: break
        }
    }

    private mutating func end(_ now: Instant) {
        endedAt = now
        assignee = nil
        if clock?.endedAt == nil { clock?.endedAt = now }
    }

    package var isOpen: Bool { endedAt == nil }

    /// Whether `actor` may act as the applicant: the account that filed it, or an official of the case's agency for
    /// somebody who stands at the counter. Who only holds code and secret may not.
    func isApplicant(_ actor: Actor, desk: DeskOfficial?) -> Bool {
        switch actor {
        case .person(let account, _): submitter == account
        case .official: desk.map { $0.actor == actor && $0.sees(self) } ?? false
        case .holder, .system: false
        }
    }
}

extension Dossier {
    /// A dossier as its row has it.
    init(
        id: ID, code: String, service: String, definition: String, procedure: String, agency: String, unit: String?,
        step: String, official: OfficialState, assignee: String?, submitter: String?, owner: String,
        channel: FilingChannel,
        clock: CaseClock?, filedAt: Instant, endedAt: Instant?, supplements: Int, openRequest: String?,
        hasResult: Bool, rating: Int?, version: Int
    ) {
        self.id = id
        self.code = code
        self.service = service
        self.definition = definition
        self.procedure = procedure
        self.agency = agency
        self.unit = unit
        self.step = step
        self.official = official
        self.assignee = assignee
        self.submitter = submitter
        self.owner = owner
        self.channel = channel
        self.clock = clock
        self.filedAt = filedAt
        self.endedAt = endedAt
        self.supplements = supplements
        self.openRequest = openRequest
        self.hasResult = hasResult
        self.rating = rating
        self.version = version
    }
}
