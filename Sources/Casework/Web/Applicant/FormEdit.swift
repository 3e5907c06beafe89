import Catalogue
import Kernel
import Site

/// What somebody asks for by sending one page of a form: go on, leave, another entry, the list of communes, what an old
/// commune became, a file out.
struct FormEdit: Sendable {
    enum Ask: Equatable, Sendable {
        case next, later
        case places(String)
        /// The commune of today that stands for an old one, and the question that asked for the old one.
        case present(commune: String, String)
        case add(String)
        case remove(Int, String)
        case unfile(Paper.ID)

        init(_ text: String) {
            let parts = text.split(separator: ":", maxSplits: 2).map(String.init)
            switch (parts.first, parts.count) {
            case ("later", _): self = .later
            case ("places", 2): self = .places(parts[1])
            case ("present", 3): self = .present(commune: parts[1], parts[2])
            case ("add", 2): self = .add(parts[1])
            case ("remove", 3): self = Int(parts[1]).map { .remove($0, parts[2]) } ?? .next
            case ("unfile", 2): self = Paper.ID(parts[1]).map { .unfile($0) } ?? .next
            default: self = .next
            }
        }

        /// The question to return to; nil when the page is left.
        var anchor: String? {
            switch self {
            case .next, .later: nil
            case .places(let name), .present(_, let name), .add(let name), .remove(_, let name): name
            case .unfile: ""
            }
        }
    }

    let key: String
    var ask: Ask
    let values: [String: [String]]
    /// Files that have arrived, by the question they answer.
    var files: [(name: String, file: AnswerFile)] = []

    init(page key: String, _ form: FormValues) {
        self.key = key
        ask = Ask(form[FormFields.action])
        var values = form.byName
        // An entry that is to go is not read, so that the numbers of the others need not be guessed.
        if case .remove(let number, let name) = ask {
            values = values.filter { !$0.key.hasPrefix("\(name)[\(number)]") }
        }
        self.values = values
    }

    /// All answers after this edit; what was typed wrongly is kept as typed.
    func answers(_ facts: CaseFacts, _ service: CompiledService, _ places: PlaceLookup) -> JSON {
        var answers = service.reading(page: key, values: values, into: facts, places: places).answers
        for (name, file) in files {
            let path = AnswerPath(name)
            let there = path.get(answers)?.array ?? []
            answers = path.set(.array(there + [file.json]), in: answers)
        }
        switch ask {
        case .next, .later, .places: break
        case .present(let commune, let name):
            var now = facts
            now.answers = answers
            let old = AnswerPath(name).get(answers)?.string
            guard let place = service.shownPage(key, now)?.presentPlaces[name], let found = places.commune(commune),
                old.map({ places.successors($0).contains(commune) }) == true
            else { break }
            answers = AnswerPath(place.province).set(.string(found.province), in: answers)
            answers = AnswerPath(place.commune).set(.string(commune), in: answers)
        case .add(let name): answers = service.adding(entryOf: name, to: answers)
        case .remove(_, let name):
            // Nothing is left of the group: the reading kept what it was not told about.
            if !values.keys.contains(where: { $0.hasPrefix(name + "[") }) {
                answers = AnswerPath(name).set(nil, in: answers)
            }
        case .unfile(let paper):
            var now = facts
            now.answers = answers
            for field in service.shownPage(key, now)?.fileFields ?? [] {
                let left = AnswerFile.files(field.answer).filter { $0.paper != paper }
                guard left.count != AnswerFile.files(field.answer).count else { continue }
                answers = AnswerPath(field.name).set(left.isEmpty ? nil : .array(left.map(\.json)), in: answers)
            }
        }
        return answers
    }
}

extension ApplicantSite {
    /// Keeps the files that came with a page as answers to its questions; what could not be taken is a problem beside
    /// its question, and everything else goes on.
    func receive(
        _ form: FormValues, into edit: inout FormEdit, _ service: CompiledService, at place: AttachPaper.Place
    ) async throws -> [FieldProblem] {
        if case .unfile(let paper) = edit.ask { _ = try await attach.remove(paper, from: place) }
        var problems: [FieldProblem] = []
        for file in form.files {
            let rule = AnswerPath.rule(file.field)
            guard service.definition.asksFile(rule), rule.hasPrefix(edit.key + ".") else { continue }
            switch try await attach(AttachPaper.Arrived(file), to: place, rule: rule) {
            case .success(let paper): edit.files.append((file.field, AnswerFile(paper)))
            case .failure(let refusal): problems.append(FieldProblem(file.field, refusal.words(about: file.filename)))
            }
        }
        return problems
    }
}

extension AttachPaper.Arrived {
    init(_ file: UploadedFile) {
        self.init(path: file.path, filename: file.filename, size: file.size, sha256: file.sha256)
    }
}

extension AttachPaper.Refusal {
    /// With the name of the file, for somebody who sent several.
    func words(about filename: String) -> Phrase {
        Phrase(vi: "“\(filename)”: \(words.vi)", en: "“\(filename)”: \(words.en)")
    }
}

extension ServiceDefinition {
    /// Whether the name, without numbers of entries, is that of a question for a file.
    func asksFile(_ rule: String) -> Bool {
        let path = rule.split(separator: ".").map(String.init)
        guard let first = path.first, var fields = form.first(where: { $0.key == first })?.fields else { return false }
        for (place, key) in path.enumerated().dropFirst() {
            guard let field = fields.first(where: { $0.key == key }) else { return false }
            if place == path.count - 1 { return field.kind == .file }
            fields = field.fields
        }
        return false
    }
}
