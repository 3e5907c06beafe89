package import Catalogue
import Journal
package import Kernel
import Storage

// Beginning a draft, changing its text, taking changes back.
extension DesignerOffice {
    /// As much as a definition file may have.
    private static let longestText = 1 << 20

    /// A new draft with this text.
    package func begin(
        _ text: String, missing: [Phrase], by official: Official
    ) async throws -> Result<ServiceDraft.ID, Refusal> {
        let now = clock.now
        guard text.utf8.count <= Self.longestText else { return .failure(.tooLong) }
        let head = Head(text)
        let draft = ServiceDraft(
            id: ServiceDraft.ID(at: now), service: head.service, procedure: head.procedure, title: head.title,
            agency: official.agency, state: .draft, text: text, missing: missing, version: 1, note: nil, hash: nil,
            changedAt: now)
        return try await database.write { tx in
            try ServiceDraftStore.insert(draft, in: tx)
            try ServiceDraftStore.append(.begun, to: draft, what: head.service, by: official.actor, in: tx)
            try Journal.append(
                "service-draft.begun", subject: "service-draft", draft.id.description,
                ["service": .string(draft.service), "procedure": .string(draft.procedure)], by: official.actor, at: now,
                in: tx)
            return .success(draft.id)
        }
    }

    /// Puts another text in place of the one that was seen.
    ///
    /// - Parameter what: the part that changes, as its path.
    package func write(
        _ id: ServiceDraft.ID, _ text: String, what: String, seen version: Int, by official: Official
    ) async throws -> Result<Void, Refusal> {
        guard text.utf8.count <= Self.longestText else { return .failure(.tooLong) }
        return try await change(id, seen: version, by: official, .changed, what: what) { draft, _ in
            .success(draft.with(text: text, Head(text, keeping: draft)))
        }
    }

    /// Ticks off something that the catalogue left open.
    package func tickOff(
        _ index: Int, of id: ServiceDraft.ID, seen version: Int, by official: Official
    ) async throws -> Result<Void, Refusal> {
        try await change(id, seen: version, by: official, .changed, what: "") { draft, _ in
            var missing = draft.missing
            if missing.indices.contains(index) { missing.remove(at: index) }
            return .success(draft.with(missing: missing))
        }
    }

    /// Brings back the text as it was after an earlier change; that is a change as well.
    package func undo(
        _ id: ServiceDraft.ID, to number: Int, seen version: Int, by official: Official
    ) async throws -> Result<Void, Refusal> {
        try await change(id, seen: version, by: official, .undone, what: "\(number)") { draft, tx in
            guard let text = try ServiceDraftStore.text(of: id, after: number, in: tx) else {
                return .failure(.unknown)
            }
            return .success(draft.with(text: text, Head(text)))
        }
    }

    private func change(
        _ id: ServiceDraft.ID, seen version: Int, by official: Official, _ kind: ServiceDraftChange.Kind, what: String,
        _ body: @escaping @Sendable (ServiceDraft, any Transaction) throws -> Result<ServiceDraft, Refusal>
    ) async throws -> Result<Void, Refusal> {
        let now = clock.now
        return try await database.write { tx in
            guard let draft = try ServiceDraftStore.lock(id, in: tx) else { return .failure(.unknown) }
            guard official.mayWrite(draft) else { return .failure(.notYours) }
            guard draft.state == .draft else { return .failure(.closed) }
            guard draft.version == version else { return .failure(.changed) }
            switch try body(draft, tx) {
            case .failure(let refusal): return .failure(refusal)
            case .success(let changed):
                let after = changed.next(at: now)
                try ServiceDraftStore.update(after, in: tx)
                try ServiceDraftStore.append(kind, to: after, what: what, by: official.actor, in: tx)
                return .success(())
            }
        }
    }

    /// What lists show of a definition, read from its text as far as it can be.
    struct Head {
        let service: String
        let procedure: String
        let title: Phrase

        /// - Parameter draft: what is known already; it stays while the text cannot be read.
        init(_ text: String, keeping draft: ServiceDraft? = nil) {
            let root = (try? YAMLPatch(text).value()) ?? .null
            let known = root.entries == nil ? draft : nil
            service = root["service"]?.text ?? known?.service ?? "?"
            procedure = root["procedure"]?.text ?? known?.procedure ?? ""
            title = root["title"].flatMap(Phrase.init(written:)) ?? known?.title ?? Phrase(same: service)
        }
    }
}

extension Phrase {
    /// `Tiếng Việt | English`, or a block with `vi` and `en`; what has one language stands for both.
    package init?(written value: YAMLValue) {
        switch value {
        case .text(let text):
            let halves = text.split(separator: "|", maxSplits: 1).map { String($0).trimmingBlanks }
            guard let vi = halves.first, !vi.isEmpty else { return nil }
            self.init(vi: vi, en: halves.count == 2 ? halves[1] : vi)
        case .map:
            guard let vi = value["vi"]?.text ?? value["en"]?.text else { return nil }
            self.init(vi: vi, en: value["en"]?.text ?? vi)
        case .null, .list: return nil
        }
    }
}

extension String {
    package var trimmingBlanks: String {
        var slice = Substring(self)
        while let first = slice.first, first.isWhitespace { slice.removeFirst() }
        while let last = slice.last, last.isWhitespace { slice.removeLast() }
        return String(slice)
    }
}

extension ServiceDraft {
    func with(text: String, _ head: DesignerOffice.Head) -> ServiceDraft {
        ServiceDraft(
            id: id, service: head.service, procedure: head.procedure, title: head.title, agency: agency, state: state,
            text: text, missing: missing, version: version, note: note, hash: hash, changedAt: changedAt)
    }

    func with(missing: [Phrase]) -> ServiceDraft {
        ServiceDraft(
            id: id, service: service, procedure: procedure, title: title, agency: agency, state: state, text: text,
            missing: missing, version: version, note: note, hash: hash, changedAt: changedAt)
    }

    func with(state: State, note: String?, hash: String? = nil) -> ServiceDraft {
        ServiceDraft(
            id: id, service: service, procedure: procedure, title: title, agency: agency, state: state, text: text,
            missing: missing, version: version, note: note, hash: hash, changedAt: changedAt)
    }

    func next(at now: Instant) -> ServiceDraft {
        ServiceDraft(
            id: id, service: service, procedure: procedure, title: title, agency: agency, state: state, text: text,
            missing: missing, version: version + 1, note: note, hash: hash, changedAt: now)
    }
}
