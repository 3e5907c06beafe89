package import Directory
import Journal
package import Kernel
import Storage

/// Accepts or declines an offered post, by the person it was offered to; or takes the offer back, by an administrator of
/// the agency.
///
/// Accepting makes a person's account an official's that stays the person's own (`Account.isPersonal`). Every session
/// ends: the next sign-in sets up a second factor, by the person alone. An official who works elsewhere gets one post
/// more.
package struct AnswerInvitation: Sendable {
    package enum Refusal: Error, Equatable {
        /// Answered, taken back, too old, or never theirs: all look the same.
        case unknown
        /// Whoever offered it may not appoint any more, or the agency has changed; the offer has ended.
        case noLonger
    }

    let accounts: Accounts
    package init(_ accounts: Accounts) { self.accounts = accounts }

    /// The offers that wait for somebody's answer, each with the agency in whose name it was made.
    package func open(for account: Account.ID) async throws -> [(invitation: OfficeInvitation, agency: Agency)] {
        let now = accounts.clock.now
        return try await accounts.database.read { tx in
            try OfficeInvitationStore.open(of: account, at: now, in: tx).compactMap { invitation in
                try Directory.agency(invitation.agency, in: tx).map { (invitation: invitation, agency: $0) }
            }
        }
    }

    /// The offers of the agencies that somebody administers.
    package func open(by actor: Actor) async throws -> [(invitation: OfficeInvitation, agency: Agency)] {
        let now = accounts.clock.now
        return try await accounts.database.read { tx in
            let agencies = try AdministrationScope.of(actor, at: now, in: tx).agencies(in: tx)
            let byID = Dictionary(agencies.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            return try OfficeInvitationStore.open(in: agencies.map(\.id), at: now, in: tx).compactMap { invitation in
                byID[invitation.agency].map { (invitation: invitation, agency: $0) }
            }
        }
    }

    package func accept(_ id: OfficeInvitation.ID, by account: Account.ID) async throws -> Result<Post, Refusal> {
        let now = accounts.clock.now
        let result = try await accounts.database.write { tx -> Result<Post, Refusal> in
            guard let invitation = try OfficeInvitationStore.lock(id, at: now, in: tx), invitation.account == account
            else { return .failure(.unknown) }
            try OfficeInvitationStore.close(id, at: now, in: tx)
            let appointed = try AppointOfficial.perform(
                account, to: invitation.agency, invitation.post, by: Self.inviter(of: invitation, in: tx), at: now,
                in: tx)
            guard case .success(let post) = appointed else { return .failure(.noLonger) }
            guard let person = try AccountStore.lock(account, in: tx), person.closedAt == nil else {
                return .failure(.unknown)
            }
            if person.kind == .person {
                try AccountStore.setKind(.official, of: account, in: tx)
                try SessionStore.revokeAll(of: account, at: now, in: tx)
            }
            try Journal.append(
                "account.office-accepted", subject: "account", account.description,
                ["post": .string(post.id.description)],
                by: .person(account: account.description, name: person.name), at: now, in: tx)
            return .success(post)
        }
        accounts.sessionEpoch.advance()
        return result
    }

    package func decline(_ id: OfficeInvitation.ID, by account: Account.ID) async throws -> Result<Void, Refusal> {
        try await end(id, "declined", by: .person(account: account.description, name: "")) { invitation, _, _ in
            invitation.account == account
        }
    }

    package func withdraw(_ id: OfficeInvitation.ID, by actor: Actor) async throws -> Result<Void, Refusal> {
        try await end(id, "withdrawn", by: actor) { invitation, now, tx in
            try AdministrationScope.of(actor, at: now, in: tx).covers(invitation.agency, in: tx)
        }
    }

    private func end(
        _ id: OfficeInvitation.ID, _ how: String, by actor: Actor,
        if mayEnd: @escaping @Sendable (OfficeInvitation, Instant, any Transaction) throws -> Bool
    ) async throws -> Result<Void, Refusal> {
        let now = accounts.clock.now
        return try await accounts.database.write { tx in
            guard let invitation = try OfficeInvitationStore.lock(id, at: now, in: tx),
                try mayEnd(invitation, now, tx), try Directory.lockAgency(invitation.agency, in: tx) != nil
            else { return .failure(.unknown) }
            try OfficeInvitationStore.close(id, at: now, in: tx)
            try Journal.append(
                "post.offer-\(how)", subject: "agency", invitation.agency.description,
                ["invitation": .string(id.description)], by: actor, at: now, in: tx)
            return .success(())
        }
    }

    /// Whoever made the offer appoints; whether they still may is asked then.
    private static func inviter(of invitation: OfficeInvitation, in tx: any Transaction) throws -> Actor {
        guard let account = invitation.inviter, let id = invitation.inviterPost,
            let post = try Directory.post(id, in: tx)
        else { return .system("command") }
        let name = try AccountStore.names(of: [account], in: tx)[account] ?? ""
        return .official(
            account: account.description, name: name, post: id.description, agency: post.agency.description)
    }
}
