import Catalogue
import Directory
import Kernel
import Site

/// Acts of the present step, and the page on which supplements are asked for.
enum ActRoutes {
    static func add(to routes: inout Routes, _ site: DeskSite) {
        routes.post(DeskPaths.act, .may(.workCases)) { request, visitor, id in
            try await site.asOfficial(visitor) { try await site.perform(request, id, by: $0) }
        }
        routes.get(DeskPaths.supplement, .may(.workCases)) { _, visitor, id, key in
            try await site.withCase(id, of: visitor) { opened in
                guard let act = opened.supplementAct(key) else { return .see(DeskPaths.dossier(id)) }
                return .page(SupplementAskPage(opened: opened, act: act, typed: .init(opened)).page)
            }
        }
        routes.post(DeskPaths.supplement, .may(.workCases)) { request, visitor, id, key in
            try await site.asOfficial(visitor) { try await site.askSupplement(request, id, key, by: $0) }
        }
    }
}

extension OpenedCase {
    /// The act that asks for supplements, when this official may do it now.
    func supplementAct(_ key: String) -> Act? {
        guard standing == .acts, file.supplementsLeft > 0 else { return nil }
        return file.possibleActs.first { $0.key == key && $0.kind == .supplement }
    }
}

extension DeskSite {
    fileprivate func perform(_ request: Request, _ id: Dossier.ID, by official: DeskOfficial) async throws -> Response {
        let form = request.form
        let key = form[CaseActs.act]
        var typed = TypedAct(act: key, note: form[CaseActs.note])
        if form.contains(CaseActs.way) { typed.way = form[CaseActs.way] }
        for (name, value) in form.pairs where name.hasPrefix("hand.") {
            typed.handing[String(name.dropFirst(5))] = value
        }
        var order = PerformAct.Order(
            act: key, seen: Int(form[CaseActs.seen]) ?? 0, note: typed.note, way: typed.way)
        // Opening the file reads all of it, which most acts need not wait for.
        let chosen = typed.handing[key] ?? ""
        var file: OpenedCase?
        if !chosen.isEmpty || order.way != nil { file = try await opened(id, by: official) }
        if !chosen.isEmpty, let opened = file, opened.dossier.version == order.seen,
            let act = opened.file.possibleActs.first(where: { $0.key == key }),
            let step = opened.file.outcome(of: act).step
        {
            let choices = Handing.choices(opened, role: step.role)
            guard let handing = Handing(chosen, among: choices, opened, role: step.role) else {
                let words = Phrase(vi: "Hãy chọn lại người nhận", en: "Choose again who gets it")
                return try await again(
                    id, official, request, typed, .problems([FieldProblem(Handing.field(key), words)]))
            }
            order.unit = handing.unit
            order.assignee = handing.assignee
        }
        if let way = order.way, let opened = file, !opened.service.definition.result.ways.contains(way) {
            let words = Phrase(vi: "Hãy chọn cách trả kết quả", en: "Choose how the result is handed over")
            return try await again(id, official, request, typed, .problems([FieldProblem(CaseActs.way, words)]))
        }
        switch try await PerformAct(office)(id, order, by: official) {
        case .success(let dossier): return .see(after(dossier))
        case .failure(let refusal): return try await again(id, official, request, typed, refusal)
        }
    }

    fileprivate func askSupplement(
        _ request: Request, _ id: Dossier.ID, _ key: String, by official: DeskOfficial
    ) async throws -> Response {
        let typed = SupplementAskPage.Typed(request.form)
        let order = PerformAct.Order(
            act: key, seen: Int(request.form[CaseActs.seen]) ?? 0, items: typed.items)
        let refusal: CaseRefusal
        switch try await PerformAct(office)(id, order, by: official) {
        case .success(let dossier): return .see(after(dossier))
        case .failure(let found): refusal = found
        }
        guard refusal != .unknown, let opened = try await opened(id, by: official) else { return .notFound }
        guard let act = opened.supplementAct(key) else {
            // Nothing may be asked any more: what was typed is shown on the case itself.
            let note = typed.items.map { "\(opened.title(of: $0).vi): \($0.reason)" }.joined(separator: "\n")
            return try await again(id, official, request, TypedAct(act: key, note: note), refusal)
        }
        var page = SupplementAskPage(opened: opened, act: act, typed: typed)
        if case .problems(let problems) = refusal {
            page.problems = problems
            return .problems(page.page)
        }
        page.refusal = refusal
        return .conflict(page.page)
    }
}
