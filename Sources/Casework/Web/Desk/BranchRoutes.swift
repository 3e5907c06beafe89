import Directory
import Kernel
import Site

/// Answering a branch, asking somebody for it, and taking note of what a timer told.
enum BranchRoutes {
    static func add(to routes: inout Routes, _ site: DeskSite) {
        routes.post(DeskPaths.branchAnswer, .may(.workCases)) { request, visitor, id, branch in
            try await site.asOfficial(visitor) { try await site.answer(request, id, branch, by: $0) }
        }
        routes.post(DeskPaths.branchAsking, .may(.workCases)) { request, visitor, id, branch in
            try await site.asOfficial(visitor) { official in
                let order = AskBranch.Order(
                    branch: branch, place: request.form[CaseBranches.place(branch)],
                    question: request.form[CaseBranches.question], seen: Int(request.form[CaseActs.seen]) ?? 0)
                switch try await AskBranch(site.office)(id, order, by: official) {
                case .success(let dossier): return .see(site.after(dossier))
                case .failure(let refusal):
                    var typed = TypedAct()
                    typed.branch = branch
                    typed.place = order.place
                    typed.branchText = order.question
                    return try await site.again(id, official, request, typed, refusal)
                }
            }
        }
        routes.post(DeskPaths.timerSeen, .may(.workCases)) { request, visitor, id, timer in
            try await site.asOfficial(visitor) { official in
                switch try await SeeTimer(site.office)(id, timer: timer, by: official) {
                case .success(let dossier): return .see(site.after(dossier))
                case .failure(let refusal): return try await site.again(id, official, request, TypedAct(), refusal)
                }
            }
        }
    }
}

extension DeskSite {
    fileprivate func answer(
        _ request: Request, _ id: Dossier.ID, _ branch: String, by official: DeskOfficial
    ) async throws -> Response {
        let form = request.form
        let answer = AnswerBranch.Answer(
            branch: branch, round: Int(form[CaseBranches.round]) ?? 0,
            verdict: OpinionVerdict(rawValue: form[CaseBranches.verdict(branch)]),
            note: form[CaseBranches.answer(branch)])
        switch try await AnswerBranch(office)(id, answer, by: official) {
        case .success(let dossier):
            // Whoever was only asked does not see the case any more.
            return .see(official.reads(dossier) ? after(dossier) : InboxAddress.answered(dossier.code))
        case .failure(let refusal):
            var typed = TypedAct()
            typed.branch = branch
            typed.verdict = answer.verdict?.rawValue
            typed.branchText = answer.note
            return try await again(id, official, request, typed, refusal)
        }
    }
}
