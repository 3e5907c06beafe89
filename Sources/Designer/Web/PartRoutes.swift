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
            let path = path(request.query["o"])
            return try await site.with(id, visitor, at: path) { open in
                guard let page = try site.part(open, path) else { return .notFound }
                return .page(page.page(request))
            }
        }
        routes.post(DesignerPaths.part, .may(.designServices)) { request, visitor, id in
            let path = path(request.form["o"])
            return try await site.with(id, visitor, at: path) { open in
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
                case "always":
                    return try await site.arrange(open, path, request) { patch throws(YAMLPatch.Refusal) in
                        try patch.set(path + ["required"], .text("true"))
                    }
                case "remove":
                    return try await site.arrange(open, path, request, saying: .removed) {
                        patch throws(YAMLPatch.Refusal) in
                        try site.remove(path, open, &patch)
                    }
                case "result-template", "result-detach": return try await site.resultTemplate(open, request)
                case "template", "detach": return try await site.steps(open, request)
                default: return .notFound
                }
            }
        }
    }

    static func path(_ text: String) -> [String] { text.isEmpty ? [] : text.split(separator: "/").map(String.init) }
}

extension DesignerSite {
    func list(_ open: OpenDraftFile, _ section: DraftSection, problem: Phrase? = nil) throws -> SectionPage {
        SectionPage(
            open: open, section: section,
            problems: problem.map { [FieldProblem("", $0)] } ?? [])
    }

    func part(_ open: OpenDraftFile, _ path: [String]) throws -> PartPage? {
        guard let kind = PartKind(path) else { return nil }
        let value = path.isEmpty ? open.value : open.sharedVariable(path) ?? open.value[path: path]
        guard let value else { return nil }
        return PartPage(open: open, path: path, kind: kind, value: value)
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
        var form = PartForm(page.kind, page.value, step: page.step)
        form.chosen = page.chosen
        let changes: [PartForm.Change]
        switch form.changes(request.form) {
        case .failure(let unread):
            page.problems = unread.problems
            return .problems(page.page(request))
        case .success(let found): changes = found
        }
        let shared = open.sharedVariable(path) == nil ? nil : open.sharedAsWritten(path)
        let written = form
        return try await write(
            open, request, what: path, to: DesignerPaths.part(open.draft.id, at: path),
            { problem in
                page.problems = [FieldProblem("", problem)]
                return .conflict(page.page(request))
            },
            { patch throws(YAMLPatch.Refusal) in
                try written.write(changes, at: path, shared: shared, to: &patch)
            })
    }

    fileprivate func arrange(
        _ open: OpenDraftFile, _ path: [String], _ request: Request, saying notice: DesignerNotice = .saved,
        _ patch: (inout YAMLPatch) throws(YAMLPatch.Refusal) -> Void
    ) async throws -> Response {
        guard PartKind(path) != nil, !path.isEmpty, open.value[path: path] != nil else { return .notFound }
        let block = Array(path.dropLast())
        return try await write(
            open, request, what: path, to: page(of: block, open), saying: notice,
            { problem in try again(block, open, request, problem) }, patch)
    }

    /// The step below a step.
    private func step(after path: [String], _ open: OpenDraftFile) -> String? {
        let steps = open.value["steps"]?.keys ?? []
        guard let index = path.last.flatMap(steps.firstIndex), steps.indices.contains(index + 1) else { return nil }
        return steps[index + 1]
    }

    /// Takes a part out. With the last branch goes what joins branches, with the last of other parts the block that held them.
    fileprivate func remove(
        _ path: [String], _ open: OpenDraftFile, _ patch: inout YAMLPatch
    ) throws(YAMLPatch.Refusal) {
        let block = Array(path.dropLast())
        let kind = PartKind(path)
        let leaving: [PartKind?] = [.branch, .timer, .reduction, .register, .message, .variable]
        guard leaving.contains(kind), open.value[path: block]?.keys.count == 1 else {
            return try patch.remove(path)
        }
        try patch.remove(block)
        guard kind == .branch else { return }
        let step = Array(block.dropLast())
        for key in ["join", "to"] where open.value[path: step]?[key] != nil { try patch.remove(step + [key]) }
        if open.value[path: step]?["acts"] == nil { try patch.set(step + ["acts"], .map([])) }
    }

    fileprivate func add(_ open: OpenDraftFile, _ block: [String], _ request: Request) async throws -> Response {
        let form = request.form
        let taken = open.value[path: block]?.keys ?? []
        let outer = Array(block.dropLast())
        guard let kind = PartKind(block + ["x"]), kind != .general, outer.isEmpty || open.value[path: outer] != nil
        else { return .notFound }
        let (key, fresh): (String, YAMLValue)
        switch NewPart.read(
            kind, form, taken: taken, known: .init(answers: open.answers, registers: open.site.registers))
        {
        case .success(let part): (key, fresh) = part
        case .failure(let unread):
            if !outer.isEmpty, var page = try part(open, outer) {
                (page.problems, page.added) = (unread.problems, NewPart.Sent(kind: kind, form: form))
                return .problems(page.page(request))
            }
            guard let section = DraftSection.of(block) else { return .notFound }
            var page = try list(open, section)
            (page.problems, page.sent) = (unread.problems, form)
            return .problems(page.page(request))
        }
        let next = kind == .branch && open.value[path: outer]?["to"] == nil ? step(after: outer, open) : nil
        let isQuestion = kind == .question || kind == .paper
        return try await write(
            open, request, what: block + [key],
            to: isQuestion && fresh.text != nil
                ? page(of: block, open) : DesignerPaths.part(open.draft.id, at: block + [key]),
            { problem in try again(block, open, request, problem) },
            { patch throws(YAMLPatch.Refusal) in
                try patch.set(block + [key], fresh)
                // A step with branches says where the case goes when they have answered.
                if let next { try patch.set(outer + ["to"], .text(next)) }
            })
    }

    /// Another template, or the template's steps written into the service.
    fileprivate func steps(_ open: OpenDraftFile, _ request: Request) async throws -> Response {
        let address = DesignerPaths.section(open.draft.id, .steps)
        let template = request.form["template"]
        let isDetached = request.form["do"] == "detach"
        guard isDetached ? open.definition != nil : open.shared.templates.contains(where: { $0.value == template })
        else {
            return .notFound
        }
        let steps = open.definition.map { StepsText.value($0.steps) }
        return try await write(
            open, request, what: ["steps"], to: address,
            { problem in .conflict(try list(open, .steps, problem: problem).page(request)) },
            { patch throws(YAMLPatch.Refusal) in
                if isDetached, let steps {
                    try patch.set(["steps"], steps)
                } else if open.value["steps"]?["use"]?.text != template {
                    try patch.set(["steps"], .map([.init("use", .text(template))]))
                }
            })
    }
}
