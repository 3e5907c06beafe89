import Catalogue
import Journal
import Kernel
import Storage

// Handing a draft to a second person, and what that person does with it.
extension DesignerOffice {
    /// Hands it to review; nothing with errors is handed over.
    package func submit(
        _ id: ServiceDraft.ID, seen version: Int, by official: Official
    ) async throws -> Result<Void, Refusal> {
        try await move(id, seen: version, from: .draft, to: .review, .submitted, note: nil, by: official)
    }

    /// Takes it back from review, to go on writing.
    package func withdraw(
        _ id: ServiceDraft.ID, seen version: Int, by official: Official
    ) async throws -> Result<Void, Refusal> {
        try await move(id, seen: version, from: .review, to: .draft, .withdrawn, note: nil, by: official)
    }

    /// Sends it back to its authors with a note.
    package func sendBack(
        _ id: ServiceDraft.ID, note: String, seen version: Int, by official: Official
    ) async throws -> Result<Void, Refusal> {
        guard official.isReviewer else { return .failure(.notYours) }
        return try await move(id, seen: version, from: .review, to: .draft, .returned, note: note, by: official)
    }

    /// Publishes it, by a second person: in force from its day on.
    package func publish(
        _ id: ServiceDraft.ID, seen version: Int, by official: Official
    ) async throws -> Result<String, Refusal> {
        guard official.isReviewer else { return .failure(.notYours) }
        let now = clock.now
        let parts = try parts()
        let heads = try await library.heads()
        guard let read = try await draft(id) else { return .failure(.unknown) }
        guard try await hasProcedure(read.procedure) else { return .failure(.noProcedure(read.procedure)) }
        // The version that was seen has one text: what is read of it here holds in the transaction too.
        let planned = DefinitionReader(library: parts).check(read.text, file: read.file).definition
        var (others, disagreements): ([ServiceDefinition], [DefinitionProblem]) = ([], [])
        if let planned {
            others = try await library.besides([planned])
            disagreements = try await library.disagreements(of: planned)
        }
        let (beside, isAgreed) = (others, disagreements.isEmpty)
        let result = try await database.write { tx -> Result<String, Refusal> in
            guard let draft = try ServiceDraftStore.lock(id, in: tx) else { return .failure(.unknown) }
            guard draft.state == .review else { return .failure(.closed) }
            guard draft.version == version, read.version == version else { return .failure(.changed) }
            guard !Self.hasWritten(official.actor, at: try ServiceDraftStore.changes(of: id, in: tx)) else {
                return .failure(.ownWork)
            }
            let check = DefinitionReader(library: parts).check(draft.text, file: draft.file)
            guard let definition = check.definition else { return .failure(.hasErrors) }
            guard definition.effectiveFrom >= now.day else { return .failure(.past(definition.effectiveFrom)) }
            let isTaken = heads.contains {
                $0.service == definition.service && $0.procedure != definition.procedure
            }
            guard !isTaken else { return .failure(.nameTaken) }
            guard isAgreed else { return .failure(.hasErrors) }
            if let misfit = ChildAgreement.problems(of: definition, beside: beside).first {
                return .failure(.misfits(misfit.message))
            }
            let published = try PublishedDefinition(definition)
            _ = try ServiceLibrary.keep(published, by: official.actor, at: now, in: tx)
            let after = draft.with(state: .published, note: nil, hash: published.hash).next(at: now)
            try ServiceDraftStore.update(after, in: tx)
            try ServiceDraftStore.append(.published, to: after, what: published.hash, by: official.actor, in: tx)
            try Journal.append(
                "service-draft.published", subject: "service-draft", id.description,
                ["hash": .string(published.hash), "service": .string(definition.service)], by: official.actor, at: now,
                in: tx)
            return .success(published.hash)
        }
        library.forget()
        return result
    }

    private func move(
        _ id: ServiceDraft.ID, seen version: Int, from: ServiceDraft.State, to state: ServiceDraft.State,
        _ kind: ServiceDraftChange.Kind, note: String?, by official: Official
    ) async throws -> Result<Void, Refusal> {
        let now = clock.now
        let parts = try parts()
        return try await database.write { tx in
            guard let draft = try ServiceDraftStore.lock(id, in: tx) else { return .failure(.unknown) }
            guard official.mayWrite(draft) else { return .failure(.notYours) }
            guard draft.state == from else { return .failure(.closed) }
            guard draft.version == version else { return .failure(.changed) }
            if kind == .returned, Self.hasWritten(official.actor, at: try ServiceDraftStore.changes(of: id, in: tx)) {
                return .failure(.ownWork)
            }
            if state == .review {
                let check = DefinitionReader(library: parts).check(draft.text, file: draft.file)
                guard check.errors.isEmpty else { return .failure(.hasErrors) }
                // Nobody could publish it.
                if let day = check.definition?.effectiveFrom, day < now.day { return .failure(.past(day)) }
            }
            let after = draft.with(state: state, note: note).next(at: now)
            try ServiceDraftStore.update(after, in: tx)
            try ServiceDraftStore.append(kind, to: after, what: note ?? "", by: official.actor, in: tx)
            try Journal.append(
                "service-draft.\(kind.rawValue)", subject: "service-draft", id.description,
                ["service": .string(draft.service)], by: official.actor, at: now, in: tx)
            return .success(())
        }
    }
}
