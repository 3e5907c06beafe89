import Accounts
import Blobs
import Casework
import Catalogue
import Directory
import Kernel
import Payments
import Storage

/// Dossiers of the sample commune, so that somebody who tries the program finds a desk at work: filed over the last
/// weeks at the counter and online, worked by the sample officials through the same acts as any other, and left where
/// work is left – new, in process, waiting for supplements, late, finished, returned, refused.
struct SampleDossiers: Sendable {
    /// How far a dossier gets before it is left.
    enum Goal: CaseIterable { case filed, received, underway, waiting, finished, returned, refused }

    let site: Installation
    let office: CaseOffice
    let time: SampleTime
    let commune: Agency
    let staff: [String: DeskOfficial]
    let person: Actor
    let places: PlaceLookup

    /// Nil when the site is no sample province.
    init?(_ site: Installation) async throws {
        guard let commune = try await site.directory.agency(code: "H99.41") else { return nil }
        let time = SampleTime(site.clock.now)
        var staff: [String: DeskOfficial] = [:]
        for agency in try await site.directory.subtree(of: commune.id) {
            for one in try await site.accounts.officials(in: agency.id) {
                let role = one.held.post.role.rawValue
                guard staff[role] == nil else { continue }
                let account = one.held.account.description
                staff[role] = DeskOfficial(
                    actor: .official(
                        account: account, name: one.name, post: one.held.post.id.description,
                        agency: commune.id.description),
                    account: account, name: one.name, role: role, agency: commune.id.description,
                    agencyName: commune.name, unit: agency.id == commune.id ? nil : agency.id.description)
            }
        }
        let person = try await site.database.read { tx in
            try tx.row("SELECT id, name FROM account WHERE kind = \(Account.Kind.person) ORDER BY id").map {
                Actor.person(account: try $0.get("id"), name: try $0.get("name"))
            }
        }
        guard let person else { return nil }
        self.site = site
        self.time = time
        self.commune = commune
        self.staff = staff
        self.person = person
        places = PlaceLookup(try await site.directory.territories())
        office = CaseOffice(
            database: site.database, clock: time, services: site.library, calendars: site.office.calendars,
            seats: site.office.seats, acts: site.office.acts, secret: site.settings.secret)
    }

    /// Makes so many dossiers, one after the other. The same number gives the same ones.
    func callAsFunction(_ count: Int) async throws {
        let services = try await site.library.services(at: commune.id.description)
        guard !services.isEmpty else { return }
        var random: any RandomNumberGenerator = SeededRandom(UInt64(count))
        let end = site.clock.now
        // The oldest first, as they came.
        let plan = (0..<count).map { number -> (service: CompiledService, goal: Goal, age: Int) in
            let goal = Goal.allCases[number % Goal.allCases.count]
            let ages: ClosedRange<Int> =
                switch goal {
                case .filed: 0...1
                case .received: 0...3
                case .underway, .waiting: 1...12
                case .finished, .returned, .refused: 6...24
                }
            return (services[number % services.count], goal, Int.random(in: ages, using: &random))
        }.sorted { $0.age > $1.age }
        for one in plan {
            let start = opening(end.day.adding(days: -one.age), Int.random(in: 0...400, using: &random))
            time.move(to: min(start, end.adding(minutes: -30)))
            guard let dossier = try await file(one.service, online: one.goal == .filed, &random) else { continue }
            try await work(dossier, one.service, to: one.goal, until: end, &random)
        }
    }

    /// So many minutes into the office hours of `day`, or of the last Friday when it is a weekend.
    private func opening(_ day: Day, _ minutes: Int) -> Instant {
        let weekend = [Weekday.saturday: 1, .sunday: 2][day.weekday] ?? 0
        return Instant(day.adding(days: -weekend), minute: Self.opens + minutes)
    }

    private static let opens = 7 * 60 + 30
    private static let closes = 17 * 60

    /// The moment, or the next opening of the office when it is closed then.
    private func atWork(_ moment: Instant) -> Instant {
        let isOver = moment.minuteOfDay >= Self.closes
        var day = isOver ? moment.day.adding(days: 1) : moment.day
        while day.weekday == .saturday || day.weekday == .sunday { day = day.adding(days: 1) }
        return max(moment, Instant(day, minute: Self.opens + moment.minuteOfDay % 30))
    }

    // MARK: Filing

    private func file(
        _ service: CompiledService, online: Bool, _ random: inout any RandomNumberGenerator
    ) async throws -> Dossier? {
        guard let desk = staff["one_stop"], let account = online ? person.account : desk.account else { return nil }
        let name = GeneratedAnswers.name(&random)
        let definition = service.definition
        guard let owner = definition.owners.first else { return nil }
        let answers = GeneratedAnswers(
            service, places: places,
            place: (SampleProvince.provinceCode, SampleProvince.communeCode),
            style: .lifelike(name: online ? person.name : name))
        let channel: FilingChannel = online ? .online : .counter
        guard let facts = answers(owner: owner, channel: channel, day: time.now.day, &random) else { return nil }
        let party = Party(
            name: online ? person.name : name, number: SamplePeople.number(in: facts.answers), phone: "0900000000",
            address: "Thôn Mẫu, Xã Mẫu (mẫu)")
        let parties = Parties(
            kind: owner, owner: party, submitter: party,
            delivery: definition.result.ways.first.map { Delivery(way: $0) })
        let begun = try await KeepDraft(office).begin(
            service, at: commune.id.description, channel: channel, parties: parties, account: account
        ).get()
        _ = try await KeepDraft(office).change(begun.id, of: account) { $0.answers = facts.answers }
        let due = service.papers(for: facts).filter { $0.isToAttach && $0.required }
        if online {
            for paper in due { try await attach(to: .draft(begun.id, of: account), paper.rule.key) }
        } else {
            let handed = due.map { HandedPaper($0.rule.key, .copy) }
            _ = try await HandInPapers(office)(handed, to: begun.id, of: account)
        }
        guard let draft = try await office.draft(begun.id, of: account)?.draft else { return nil }
        let filed = try await FileDossier(office)(
            draft, service.reading(facts), agencyCode: commune.code?.text ?? "", by: online ? person : desk.actor,
            desk: online ? nil : desk)
        return try? filed.get()
    }

    private func attach(to place: AttachPaper.Place, _ rule: String) async throws {
        _ = try await AttachPaper(office, blobs: site.blobs)(
            try SamplePaper.arrived(in: site.blobs), to: place, rule: rule)
    }

    // MARK: The desk's work

    private func work(
        _ filed: Dossier, _ service: CompiledService, to goal: Goal, until end: Instant,
        _ random: inout any RandomNumberGenerator
    ) async throws {
        var dossier = filed
        var acts = 0
        while goal != .filed, dossier.isOpen, acts < 12 {
            if goal == .received, dossier.clock != nil { return }
            if goal == .underway, acts > 1 { return }
            if goal == .finished, dossier.official == .finished { return }
            let next = atWork(time.now.adding(minutes: Int64.random(in: 20...600, using: &random)))
            guard next < end else { return }
            time.move(to: next)
            if let answered = try await answer(dossier) {
                dossier = answered
                acts += 1
                continue
            }
            guard let step = service.step(dossier.step), let official = staff[step.role],
                let file = try await office.file(dossier.id),
                let act = choose(from: file.possibleActs, for: goal, dossier)
            else { return }
            if act.needsResult, !dossier.hasResult {
                let attached = try await AttachResult(office, attach: AttachPaper(office, blobs: site.blobs))(
                    dossier.id, try SamplePaper.arrived(in: site.blobs), seen: dossier.version, by: official)
                guard case .success(let with) = attached else { return }
                dossier = with
            }
            let isEarly = act.kind == .receive && service.definition.fees.contains { $0.due == .reception }
            if act.kind == .give || isEarly { dossier = try await takeFees(of: dossier, by: official) }
            let wrong = service.papers(for: dossier.facts(file)).first { $0.isToAttach }?.rule.key
            let item =
                wrong.map { SupplementItem(kind: .paper, key: $0, reason: "Bản chụp mờ, không đọc được số") }
                ?? SupplementItem(kind: .page, key: service.definition.form[0].key, reason: "Ghi rõ địa chỉ")
            let order = PerformAct.Order(
                act: act.key, seen: dossier.version, note: SamplePeople.note(act.kind),
                items: act.kind == .supplement ? [item] : [], way: act.kind == .give ? "counter" : nil)
            guard case .success(let after) = try await PerformAct(office)(dossier.id, order, by: official) else {
                return
            }
            dossier = after
            acts += 1
            if act.kind == .supplement { return }
        }
    }

    /// Answers a branch that is asked of the commune itself; nil when there is none.
    private func answer(_ dossier: Dossier) async throws -> Dossier? {
        for branch in dossier.branches {
            guard let official = staff[branch.role], official.mayAnswer(branch, of: dossier) else { continue }
            let answer = AnswerBranch.Answer(
                branch: branch.key, round: branch.round, verdict: .agree, note: SamplePeople.note(.move))
            return try? await AnswerBranch(office)(dossier.id, answer, by: official).get()
        }
        return nil
    }

    private func choose(from acts: [Act], for goal: Goal, _ dossier: Dossier) -> Act? {
        if dossier.clock != nil || goal != .underway {
            if goal == .waiting, let ask = acts.first(where: { $0.kind == .supplement }) { return ask }
            if goal == .refused, let refuse = acts.first(where: { $0.kind == .refuse }) { return refuse }
        }
        return acts.first { !$0.isBack && $0.kind != .supplement && $0.kind != .refuse }
    }

    private func takeFees(of dossier: Dossier, by official: DeskOfficial) async throws -> Dossier {
        let fees = try await site.database.read { tx in try CaseFee.fees(of: dossier.id, in: tx) }
        guard !fees.isEmpty else { return dossier }
        let order = TakePayment.Order(
            payment: Payment.ID(at: time.now), fees: Set(fees.map(\.key)), method: .cash, payer: official.name)
        _ = try await TakePayment(office)(dossier.id, order, by: official)
        return try await office.file(dossier.id)?.dossier ?? dossier
    }
}

extension Dossier {
    fileprivate func facts(_ file: CaseFile) -> CaseFacts {
        CaseFacts(answers: file.answers, owner: file.parties.kind, channel: channel, day: filedAt.day)
    }
}
