import Catalogue
import Directory
import Kernel
import Site

/// Giving a case to an official, taking it, laying it back, and passing it to another unit.
enum DirectRoutes {
    static func add(to routes: inout Routes, _ site: DeskSite) {
        routes.post(DeskPaths.assignment, .may(.workCases)) { request, visitor, id in
            try await site.asOfficial(visitor) { official in
                let form = request.form
                var account: String? = form[CaseDirecting.to]
                if !form["take"].isEmpty { account = official.account }
                if !form["back"].isEmpty { account = nil }
                return try await site.direct(id, .assign(account), request, by: official)
            }
        }
        routes.post(DeskPaths.transfer, .may(.workCases)) { request, visitor, id in
            try await site.asOfficial(visitor) { official in
                let unit = request.form[CaseDirecting.unit]
                let note = request.form[CaseDirecting.unitNote]
                return try await site.direct(id, .transfer(unit: unit, note: note), request, by: official)
            }
        }
    }
}

extension DeskSite {
    fileprivate func direct(
        _ id: Dossier.ID, _ order: DirectCase.Order, _ request: Request, by official: DeskOfficial
    ) async throws -> Response {
        let seen = Int(request.form[CaseActs.seen]) ?? 0
        var typed = TypedAct()
        typed.to = request.form[CaseDirecting.to]
        typed.unit = request.form[CaseDirecting.unit]
        typed.unitNote = request.form[CaseDirecting.unitNote]
        switch try await DirectCase(office, staff: staff)(id, order, seen: seen, by: official) {
        case .success(let dossier): return .see(after(dossier))
        case .failure(.problems(let problems)):
            let own = problems.map { FieldProblem($0.field == "note" ? CaseDirecting.unitNote : $0.field, $0.message) }
            return try await again(id, official, request, typed, .problems(own))
        case .failure(let refusal): return try await again(id, official, request, typed, refusal)
        }
    }
}
