import Catalogue
import DesignSystem
import Directory
import Kernel
import Markup
import Site

/// The parts of a draft: lists and pages, and every change of them.
enum PartRoutes {
    static func add(to routes: inout Routes, _ site: DesignerSite) {
        routes.get(DesignerPaths.section, .may(.designServices)) { request, visitor, id, section in
            try await site.with(id, visitor) { open in .page(try site.list(open, section).page(request)) }
        }
        routes.get(DesignerPaths.part, .may(.designServices)) { request, visitor, id in
            try await site.with(id, visitor) { open in
                guard let page = try site.part(open, path(request.query["o"])) else { return .notFound }
                return .page(page.page(request))
            }
        }
        routes.post(DesignerPaths.part, .may(.designServices)) { request, visitor, id in
            try await site.with(id, visitor) { open in
                let path = path(request.form["o"])
                switch request.form["do"] {
                case "save": return try await site.save(open, path, request)
                case "add": return try await site.add(open, path, request)
                case "up":
                    return try await site.arrange(open, path, request) { patch throws(YAMLPatch.Refusal) in
                        try patch.move(path, by: -1)
                    }
                case "down":
                    return try await site.arrange(open, path, request) { patch throws(YAMLPatch.Refusal) in
                        try patch.move(path, by: 1)
                    }
                case "remove":
                    return try await site.arrange(open, path, request) { patch throws(YAMLPatch.Refusal) in
                        try patch.remove(path)
                    }
                case "template", "detach": return try await site.steps(open, request)
                default: return .notFound
                }
            }
        }
    }

    static func path(_ text: String) -> [String] { text.isEmpty ? [] : text.split(separator: "/").map(String.init) }
}

extension DesignerSite {
    fileprivate func list(_ open: OpenDraftFile, _ section: DraftSection, problem: Phrase? = nil) throws -> SectionPage
    {
        SectionPage(
            open: open, section: section, templates: try office.parts().templateNames,
            problems: problem.map { [FieldProblem("", $0)] } ?? [])
    }

    func part(_ open: OpenDraftFile, _ path: [String]) throws -> PartPage? {
        guard let kind = PartKind(path) else { return nil }
        let value = path.isEmpty ? open.value : open.value[path: path]
        guard let value else { return nil }
        return PartPage(
            open: open, path: path, kind: kind, value: value, components: try office.parts().componentNames)
    }

    /// The page on which a block is seen: that of the part around it, or its area.
    private func page(of block: [String], _ open: OpenDraftFile) -> String {
        let outer = Array(block.dropLast())
        if PartKind(outer) != nil, !outer.isEmpty { return DesignerPaths.part(open.draft.id, at: outer) }
        return DraftSection.of(block).map { DesignerPaths.section(open.draft.id, $0) }
            ?? DesignerPaths.draft(open.draft.id)
    }

    /// The page of a block once more, with what stood in the way.
    private func again(_ block: [String], _ open: OpenDraftFile, _ request: Request, _ problem: Phrase) throws
        -> Response
    {
        let problems = [FieldProblem("", problem)]
        let outer = Array(block.dropLast())
        if !outer.isEmpty, var page = try part(open, outer) {
            page.problems = problems
            return .conflict(page.page(request))
        }
        guard let section = DraftSection.of(block) else { return .notFound }
        return .conflict(try list(open, section, problem: problem).page(request))
    }

    fileprivate func save(_ open: OpenDraftFile, _ path: [String], _ request: Request) async throws -> Response {
        guard var page = try part(open, path) else { return .notFound }
        page.sent = request.form
        let form = PartForm(page.kind, page.value)
        let changes: [PartForm.Change]
        switch form.changes(request.form) {
        case .failure(let unread):
            page.problems = unread.problems
            return .problems(page.page(request))
        case .success(let found): changes = found
        }
        let isShort = page.value.text != nil
        return try await write(
            open, request, what: path, to: DesignerPaths.part(open.draft.id, at: path),
            { problem in
                page.problems = [FieldProblem("", problem)]
                return .conflict(page.page(request))
            },
            { patch throws(YAMLPatch.Refusal) in
                // A question that was only its label becomes a block when something else is said of it.
                if isShort, changes.contains(where: { $0.key != form.kind.nameKey }) {
                    try patch.set(path, form.value)
                }
                for change in changes {
                    let at = path + [change.key]
                    if isShort, changes.count == 1, change.key == form.kind.nameKey, let value = change.value {
                        try patch.set(path, value)
                    } else if let value = change.value {
                        try patch.set(at, value)
                    } else {
                        try patch.remove(at)
                    }
                }
            })
    }

    fileprivate func arrange(
        _ open: OpenDraftFile, _ path: [String], _ request: Request,
        _ patch: (inout YAMLPatch) throws(YAMLPatch.Refusal) -> Void
    ) async throws -> Response {
        guard PartKind(path) != nil, !path.isEmpty, open.value[path: path] != nil else { return .notFound }
        let block = Array(path.dropLast())
        return try await write(
            open, request, what: path, to: page(of: block, open),
            { problem in try again(block, open, request, problem) }, patch)
    }

    fileprivate func add(_ open: OpenDraftFile, _ block: [String], _ request: Request) async throws -> Response {
        let form = request.form
        let taken = open.value[path: block]?.keys ?? []
        guard let kind = PartKind(block + ["x"]), kind != .general else { return .notFound }
        let (vi, en) = (form["new.vi"], form["new.en"])
        var problems: [FieldProblem] = []
        if vi.isEmpty { problems.append(FieldProblem("new.vi", Phrase(vi: "Hãy điền tên.", en: "Fill in the name."))) }
        if en.isEmpty, kind != .paper {
            problems.append(
                FieldProblem("new.en", Phrase(vi: "Hãy điền tên tiếng Anh.", en: "Fill in the English name.")))
        }
        let amount = form["new.amount"].replacing(".", with: "")
        if kind == .fee, Int64(amount) == nil {
            problems.append(FieldProblem("new.amount", Phrase(vi: "Hãy điền số tiền.", en: "Fill in the amount.")))
        }
        guard problems.isEmpty else {
            let outer = Array(block.dropLast())
            if !outer.isEmpty, var page = try part(open, outer) {
                (page.problems, page.added) = (problems, form)
                return .problems(page.page(request))
            }
            guard let section = DraftSection.of(block) else { return .notFound }
            var page = try list(open, section)
            (page.problems, page.sent) = (problems, form)
            return .problems(page.page(request))
        }
        let key = KeyName.of(en.isEmpty ? vi : en, taken: taken, usual: "muc")
        let fresh = NewPart.value(kind, vi, en, form, amount: amount)
        let isQuestion = kind == .question || kind == .paper
        return try await write(
            open, request, what: block + [key],
            to: isQuestion && fresh.text != nil
                ? page(of: block, open) : DesignerPaths.part(open.draft.id, at: block + [key]),
            { problem in try again(block, open, request, problem) },
            { patch throws(YAMLPatch.Refusal) in try patch.set(block + [key], fresh) })
    }

    /// Another template, or the template's steps written into the service.
    fileprivate func steps(_ open: OpenDraftFile, _ request: Request) async throws -> Response {
        let address = DesignerPaths.section(open.draft.id, .steps)
        let template = request.form["template"]
        let isDetached = request.form["do"] == "detach"
        guard isDetached ? open.definition != nil : try office.parts().templateNames.contains(template) else {
            return .notFound
        }
        let steps = open.definition.map { StepsText.value($0.steps) }
        return try await write(
            open, request, what: ["steps"], to: address,
            { problem in .conflict(try list(open, .steps, problem: problem).page(request)) },
            { patch throws(YAMLPatch.Refusal) in
                if isDetached, let steps {
                    try patch.set(["steps"], steps)
                } else {
                    try patch.set(["steps"], .map([.init("use", .text(template))]))
                }
            })
    }
}

/// What a new part says at first.
enum NewPart {
    static func value(_ kind: PartKind, _ vi: String, _ en: String, _ form: FormValues, amount: String) -> YAMLValue {
        let name = DraftFromProcedure.wording(vi, en)
        switch kind {
        case .general: return .null
        case .page: return .map([.init("title", name), .init("fields", .map([]))])
        case .question: return question(name, form["new.kind"])
        case .paper: return .map([.init("title", .text(vi)), .init("originals", .text("1"))])
        case .fee: return .map([.init("title", name), .init("amount", .text(amount))])
        case .step:
            return .map([
                .init("title", name), .init("role", .text(role(form))), .init("official", .text("4")),
                .init("acts", .map([])),
            ])
        case .act:
            let act = form["new.kind"]
            return .map([.init("title", name)] + (act.isEmpty || act == "move" ? [] : [.init("kind", .text(act))]))
        case .branch: return .map([.init("title", name), .init("role", .text(role(form)))])
        }
    }

    private static func role(_ form: FormValues) -> String {
        form["new.role"].isEmpty ? "specialist" : form["new.role"]
    }

    private static func question(_ label: YAMLValue, _ kind: String) -> YAMLValue {
        if kind.hasPrefix("use:") {
            return .map([.init("use", .text(String(kind.dropFirst(4)))), .init("label", label)])
        }
        if kind.isEmpty || kind == "text" { return label }
        var entries: [YAMLValue.Entry] = [.init("kind", .text(kind)), .init("label", label)]
        if kind == "choice" { entries.append(.init("options", .map([]))) }
        if kind == "group" || kind == "composite" { entries.append(.init("fields", .map([]))) }
        return .map(entries)
    }
}
