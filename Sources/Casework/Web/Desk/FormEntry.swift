import Catalogue
import Kernel
import Site

/// Several pages of a form sent at once, as the counter fills them in: what each page's questions were answered with,
/// and what the button asked for.
struct FormEntry: Sendable {
    private var edits: [FormEdit]

    init(_ form: FormValues, pages: [String]) {
        edits = pages.map { key in
            var edit = FormEdit(page: key, form)
            // A new or removed entry belongs to one page alone.
            if let name = edit.ask.anchor, !name.isEmpty, !name.hasPrefix(key + ".") { edit.ask = .next }
            edit.files = []
            return edit
        }
        arrived = form.files
    }

    private let arrived: [UploadedFile]

    /// The question to return to after the button; nil when it asked for nothing of that kind.
    var anchor: String? { edits.compactMap(\.ask.anchor).first { !$0.isEmpty } }

    /// Keeps the files that answer questions; what could not be taken is a problem beside its question.
    mutating func keepFiles(
        to place: AttachPaper.Place, _ service: CompiledService, _ attach: AttachPaper
    ) async throws -> [FieldProblem] {
        var problems: [FieldProblem] = []
        for file in arrived {
            let rule = AnswerPath.rule(file.field)
            guard let index = edits.firstIndex(where: { rule.hasPrefix($0.key + ".") }),
                service.definition.asksFile(rule)
            else { continue }
            switch try await attach(AttachPaper.Arrived(file), to: place, rule: rule) {
            case .success(let paper): edits[index].files.append((file.field, AnswerFile(paper)))
            case .failure(let refusal): problems.append(FieldProblem(file.field, refusal.words(about: file.filename)))
            }
        }
        return problems
    }

    /// All answers after these pages; pages that they newly call for have not been answered yet.
    func answers(_ facts: CaseFacts, _ service: CompiledService, _ places: PlaceLookup) -> JSON {
        var now = facts
        for edit in edits { now.answers = edit.answers(now, service, places) }
        return now.answers
    }
}
