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
    /// Since when the time of the present step is counted: from when the case came to it, anew when supplements came.
    package private(set) var countedSince = Instant(seconds: 0)
    /// Since when supplements are awaited; nil when none are.
    package private(set) var waitingSince: Instant?
    /// The branches of the present step.
    package private(set) var branches: [CaseBranch] = []
    /// The timers of the present step that have run out.
    package private(set) var fired: [FiredTimer] = []
    /// The case at another agency of which it is the child; nil for what applicants file.
    package private(set) var origin: CaseOrigin?
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
            origin = filed.origin
            filedAt = now
            countedSince = now
            official = .registered
        case .received(_, let step, let official, let clock, _):
            come(to: step, now)
            self.official = official
            self.clock = clock
        case .supplementRequested(let request, let clock, _):
            official = .supplementRequested
            openRequest = request
            supplements += 1
            waitingSince = now
            self.clock = clock
        case .supplementAnswered(_, let official, let clock, _, _):
            self.official = official
            openRequest = nil
            waitingSince = nil
            countedSince = now
            fired = []
            self.clock = clock
        case .refused:
            official = clock == nil ? .notReceived : .stopped
            openRequest = nil
            end(now)
        case .assigned(let account): assignee = account
        case .moved(_, let step, let official, let unit, _):
            come(to: step, now)
            self.official = official
            if let unit { self.unit = unit }
        case .joined(_, let step, let official):
            come(to: step, now)
            // Since joins wait for supplements there is no open request here but in histories of before.
            if openRequest == nil { self.official = official }
        case .transferred(let unit, _):
            self.unit = unit
            assignee = nil
        case .finished(_, let step, let clock, _):
            come(to: step, now)
            self.clock = clock
            official = .finished
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
                come(to: reopened.step, now)
                unit = reopened.unit
                official = reopened.official
                clock = reopened.clock
            }
        case .paperChecked: break
        case .recalculated(let clock), .clockStopped(let clock), .clockResumed(let clock): self.clock = clock
        case .branchesOpened(_, let opened):
            // Coming to a step leaves none; those that new answers call for join the others.
            branches += opened.map { branch in
                var branch = branch
                branch.round = version
                branch.askedAt = branch.agency == nil ? nil : now
                return branch
            }
        case .branchAsked(let key, let agency, let unit, let due, _):
            let version = version
            change(key) { branch in
                branch.agency = agency
                branch.unit = unit
                branch.askedAt = now
                branch.due = due
                branch.round = version
            }
        case .branchAnswered(let key, _, _, _): change(key) { $0.answeredAt = now }
        case .timed(let timer): fired.append(timer)
        case .timerSeen(let key):
            for index in fired.indices where fired[index].key == key { fired[index].tells = nil }
        case .versionChanged(let definition, let step, let official, _):
            self.definition = definition
            if let step { self.step = step }
            if let official { self.official = official }
        case .rated(let score): rating = score
        case .paid, .paymentVoided, .feesChanged, .numbered, .entered, .struckOut: break
        }
    }

    /// Another step: what was open in the one before is over.
    private mutating func come(to step: String, _ now: Instant) {
        self.step = step
        countedSince = now
        assignee = nil
        branches = []
        fired = []
    }

    private mutating func change(_ key: String, _ change: (inout CaseBranch) -> Void) {
        for index in branches.indices where branches[index].key == key { change(&branches[index]) }
    }

    private mutating func end(_ now: Instant) {
        endedAt = now
        assignee = nil
        waitingSince = nil
        branches = []
        fired = []
        if clock?.endedAt == nil { clock?.endedAt = now }
    }

    package var isOpen: Bool { endedAt == nil }

    /// As an agency that is asked in these branches sees it: nothing of the other branches, nor of who has it, what is
    /// awaited, and how its time is counted.
    func narrowed(to branches: [CaseBranch]) -> Dossier {
        var copy = self
        copy.branches = branches
        copy.fired = []
        copy.unit = nil
        copy.assignee = nil
        copy.submitter = nil
        copy.openRequest = nil
        copy.clock = nil
        copy.rating = nil
        return copy
    }

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
        hasResult: Bool, rating: Int?, countedSince: Instant, waitingSince: Instant?, branches: [CaseBranch],
        fired: [FiredTimer], origin: CaseOrigin?, version: Int
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
        self.countedSince = countedSince
        self.waitingSince = waitingSince
        self.branches = branches
        self.fired = fired
        self.origin = origin
        self.version = version
    }
}
