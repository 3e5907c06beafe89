import Catalogue
import Kernel
import Site

/// Following a dossier, its receipt, its files, taking it back, rating.
enum FollowRoutes {
    static func add(to routes: inout Routes, _ site: ApplicantSite) {
        routes.get(ApplicantPaths.dossier, .anyone) { request, id in
            try await site.withDossier(id, request) { file, viewer in
                .page(FollowPage(follow: try await site.follow(file), viewer: viewer).page)
            }
        }
        routes.get(ApplicantPaths.receipt, .anyone) { request, id in
            try await site.withDossier(id, request) { file, viewer in
                .page(ReceiptPage(follow: try await site.follow(file), viewer: viewer, links: site.links(file)).page)
            }
        }
        routes.get(ApplicantPaths.file, .person) { _, visitor, id, paper in
            try await site.withOwnDossier(id, of: visitor) { file in
                guard let found = (file.papers + file.unsentPapers).first(where: { $0.id == paper }),
                    found.isApplicants || (file.mayTakeResult && file.results.contains(found))
                else { return .notFound }
                return site.download(found)
            }
        }
        routes.get(ApplicantPaths.withdrawal, .person) { _, visitor, id in
            try await site.withOwnDossier(id, of: visitor) { file in
                file.mayWithdraw ? .page(WithdrawPage(file: file).page) : .see(ApplicantPaths.dossier(id))
            }
        }
        routes.post(ApplicantPaths.withdrawal, .person) { request, visitor, id in
            try await site.withOwnDossier(id, of: visitor) { try await site.withdraw($0, request, visitor) }
        }
        routes.get(ApplicantPaths.rating, .person) { _, visitor, id in
            try await site.withOwnDossier(id, of: visitor) { file in
                file.mayRate ? .page(RatingPage(file: file).page) : .see(ApplicantPaths.dossier(id))
            }
        }
        routes.post(ApplicantPaths.rating, .person) { request, visitor, id in
            try await site.withOwnDossier(id, of: visitor) { try await site.rate($0, request, visitor) }
        }
    }
}

extension CaseFile {
    /// As long as there is no result.
    var mayWithdraw: Bool { dossier.isOpen && dossier.official != .finished && dossier.origin == nil }

    /// Once, when the case has come to its end.
    var mayRate: Bool { !dossier.isOpen && dossier.rating == nil && dossier.origin == nil }

    /// The result is the applicant's once it was handed over, or when it comes online as soon as it exists and what is
    /// due was paid. That of a child reaches them through the origin only.
    var mayTakeResult: Bool {
        guard dossier.origin == nil else { return false }
        return switch dossier.official {
        case .returned: true
        case .finished: parties.delivery?.way == "online" && owed == .zero
        default: false
        }
    }

    /// What is due and not paid yet.
    var owed: Money { fees.filter { $0.paidAt == nil }.reduce(.zero) { $0 + $1.amount } }

    var results: [Paper] { papers.filter { $0.kind == .result && !$0.isReplaced } }
}

extension ApplicantSite {
    func follow(_ file: CaseFile) async throws -> Follow {
        let id = file.dossier.agency
        let calendar = try? await office.calendars.calendar(of: id)
        var unit: AgencyCard?
        if let name = file.dossier.unit, name != id { unit = try await agencies.card(name) }
        var official: String?
        if let account = file.dossier.assignee { official = try await officialName(account) }
        var receiver: String?
        for record in file.history { if case .received = record.event { receiver = record.actorName } }
        var elsewhere: [String: Phrase] = [:]
        for id in Set(file.children.map(\.dossier.agency)) { elsewhere[id] = try await agencies.card(id)?.name }
        return Follow(
            file: file, agency: try await agencies.card(id) ?? AgencyCard(id: id, name: Phrase(same: ""), code: ""),
            unit: unit, official: official, receiver: receiver,
            handed: try await office.handedPapers(of: file.dossier.id), calendar: calendar,
            table: try await territories(), now: office.clock.now,
            receipts: file.history.compactMap { record in
                guard case .paid(let payment, let number, _) = record.event else { return nil }
                return receiptPath(payment).map { (number: number, path: $0) }
            }, elsewhere: elsewhere)
    }

    func links(_ file: CaseFile) -> ReceiptLinks {
        let secret = office.secret(of: file.dossier.id)
        return ReceiptLinks(
            secret: secret,
            follow: baseURL + ApplicantPaths.lookup.with([("ma", file.dossier.code), ("khoa", secret)]),
            site: baseURL + ApplicantPaths.lookup())
    }

    fileprivate func withdraw(_ file: CaseFile, _ request: Request, _ visitor: Visitor) async throws -> Response {
        let id = file.dossier.id
        let reason = request.form["reason"]
        guard file.mayWithdraw else { return .see(ApplicantPaths.dossier(id)) }
        guard !reason.isEmpty else {
            let problem = FieldProblem("reason", Phrase(vi: "Hãy ghi lý do rút hồ sơ", en: "Write why you withdraw it"))
            return .problems(WithdrawPage(file: file, problems: [problem]).page)
        }
        switch try await WithdrawDossier(office)(id, reason: String(reason.prefix(2_000)), by: visitor.actor) {
        case .success, .failure(.ended): return .see(ApplicantPaths.dossier(id))
        case .failure(let refusal):
            return .problems(
                WithdrawPage(file: file, reason: reason, problems: [FieldProblem("", refusal.words)]).page)
        }
    }

    fileprivate func rate(_ file: CaseFile, _ request: Request, _ visitor: Visitor) async throws -> Response {
        let id = file.dossier.id
        guard file.mayRate else { return .see(ApplicantPaths.dossier(id)) }
        let comment = request.form["comment"]
        let score = Int(request.form["score"]) ?? 0
        switch try await RateService(office)(id, score: score, comment: comment, by: visitor.actor) {
        case .success, .failure(.notPossible): return .see(ApplicantPaths.dossier(id))
        case .failure(.problems(let problems)):
            return .problems(RatingPage(file: file, comment: comment, problems: problems).page)
        case .failure(let refusal):
            return .problems(
                RatingPage(file: file, comment: comment, problems: [FieldProblem("", refusal.words)]).page)
        }
    }
}
