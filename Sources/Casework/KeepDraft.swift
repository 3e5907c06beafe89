package import Catalogue
import Journal
import Kernel
import Storage

/// Begins, changes and throws away drafts.
package struct KeepDraft: Sendable {
    let office: CaseOffice

    package init(_ office: CaseOffice) { self.office = office }

    /// Drafts that one account may have at a time. A bound against abuse and no rule of law: nothing is locked for it, and
    /// what comes in the same instant may pass it by a few.
    package static let most = 50

    /// Begins a draft of a service at an agency; refused when the account has `most` already.
    package func begin(
        _ service: CompiledService, at agency: String, channel: FilingChannel, parties: Parties, account: String,
        origins: AnswerOrigins = AnswerOrigins()
    ) async throws -> Result<Draft, CaseRefusal> {
        let now = office.clock.now
        let draft = Draft(
            id: Draft.ID(at: now), account: account, service: service.definition.service, definition: service.hash,
            agency: agency, channel: channel, answers: [:], parties: parties, origins: origins, page: "", version: 1,
            createdAt: now,
            changedAt: now)
        return try await office.database.write { tx in
            guard try DraftStore.count(of: account, in: tx) < Self.most else { return .failure(.tooManyDrafts) }
            try DraftStore.insert(draft, in: tx)
            return .success(draft)
        }
    }

    /// For whom a draft is filled in, and under which definition, so that registers answer for it and locked answers stay.
    struct Filling: Sendable {
        let service: CompiledService
        let asker: EarlierPapers.Asker
        var blanks = Blanks.left

        /// What becomes of questions without an answer that a register could answer. Whatever is chosen, those of an owner
        /// of whom the draft did not know before are filled in.
        enum Blanks: Sendable {
            /// Somebody may have cleared them: only what was filled in is followed.
            case left
            /// The parties have just been told for the first time.
            case filled
            /// The draft has just come under another definition than the one that asked these questions.
            case filledExcept(Set<String>)
        }
    }

    /// A draft as it was changed.
    struct Changed: Sendable {
        let draft: Draft
        /// A register or a lock gave an answer that is neither what was sent nor what the draft said before, so that nobody
        /// has seen it yet.
        let isUnseen: Bool
    }

    /// Changes a draft by what `change` makes of it; nil when the account has no such draft.
    package func change(
        _ id: Draft.ID, of account: String, _ change: @escaping @Sendable (inout Draft) -> Void
    ) async throws -> Draft? {
        try await self.change(id, of: account, filling: nil, change)?.draft
    }

    /// The same, after which registers and locks have their say.
    func change(
        _ id: Draft.ID, of account: String, filling: Filling?,
        _ change: @escaping @Sendable (inout Draft) -> Void
    ) async throws -> Changed? {
        let now = office.clock.now
        return try await office.database.write { [office] tx in
            guard var draft = try DraftStore.lock(id, in: tx), draft.account == account else { return nil }
            let before = draft
            change(&draft)
            let sent = draft.answers
            if var filling {
                if OwnerIdentity(draft.parties) != OwnerIdentity(before.parties) { filling.blanks = .filled }
                try office.settle(&draft, filling, at: now, in: tx)
            }
            let isUnseen =
                draft.answers != sent
                && filling?.service.definition.singleQuestions.contains { question in
                    let path = AnswerPath(question.path)
                    let answer = path.get(draft.answers)
                    return answer != path.get(sent) && answer != path.get(before.answers)
                } == true
            try DraftStore.update(draft, at: now, in: tx)
            return try DraftStore.lock(id, in: tx).map { Changed(draft: $0, isUnseen: isUnseen) }
        }
    }

    /// Throws a draft away, with its files' rows; the files themselves are swept away after them (`SweepFiles`). False when the account has no such draft.
    package func discard(_ id: Draft.ID, of account: String) async throws -> Bool {
        try await office.database.write { tx in
            guard let draft = try DraftStore.lock(id, in: tx), draft.account == account else { return false }
            try Self.remove(id, in: tx)
            return true
        }
    }

    /// Days for which a draft is kept that nobody touches.
    package static let daysKept: Int64 = 180

    /// Throws away up to a hundred drafts that nobody has touched for `daysKept`; returns how many there were.
    package func sweep() async throws -> Int {
        let limit = office.clock.now.adding(days: -Self.daysKept)
        return try await office.database.write { tx in
            let old = try tx.unclaimedRows(
                """
                SELECT id FROM draft WHERE changed_at < \(limit) AND NOT EXISTS (
                    SELECT 1 FROM dossier_paper WHERE dossier_id = draft.id AND added_at >= \(limit))
                ORDER BY changed_at LIMIT 100
                """)
            for row in old { try Self.remove(try row.get("id"), in: tx) }
            return old.count
        }
    }

    /// Removes a draft with what was brought for it.
    private static func remove(_ id: Draft.ID, in tx: any Transaction) throws {
        try tx.run("DELETE FROM dossier_paper WHERE dossier_id = \(id)")
        try tx.run("DELETE FROM handed_paper WHERE dossier_id = \(id)")
        try DraftStore.delete(id, in: tx)
    }
}

extension CaseOffice {
    /// Lets registers and locks have their say about a draft. An official who is shown what a register holds has looked at
    /// the data of the people concerned, as by opening the register.
    func settle(_ draft: inout Draft, _ filling: KeepDraft.Filling, at now: Instant, in tx: any Transaction) throws {
        let service = filling.service
        guard service.definition.holdsAnswers else { return }
        let held = try HeldEntries(
            service.definition.registersRead, of: draft.parties, at: draft.agency, for: filling.asker, self, in: tx)
        draft.settle(service, held, filling.blanks, on: now.day)
        guard case .desk(let official) = filling.asker else { return }
        let purpose = LookPurpose.register
        let looks = try AccessRecord.fresh(held.people, purpose: purpose, by: official.actor, at: now, in: tx)
        guard !looks.isEmpty else { return }
        try AccessRecord.write(
            looks, purpose: purpose, by: official.actor, agencyName: official.agencyName, at: now, in: tx)
    }
}
