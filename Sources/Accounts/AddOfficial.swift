package import Directory
import Journal
package import Kernel
import Storage

/// Makes the account of an official with a first post, or gives an official who has an account another post.
///
/// The link for a password opens every post of the account. So for an account that was there before it is made only when
/// the actor is responsible for it, as in `RecoverOfficial`. A registration that was never confirmed holds no address;
/// a confirmed one is the person's own, who is offered the post (`OfficeInvitation`), and so is an official who holds
/// posts elsewhere.
package struct AddOfficial: Sendable {
    package struct Draft: Sendable, Equatable {
        package var name: String
        package var email: String
        package var phone: String
        package var agency: Agency.ID
        package var post: AppointOfficial.Draft

        package init(name: String, email: String, phone: String = "", agency: Agency.ID, post: AppointOfficial.Draft) {
            self.name = name
            self.email = email
            self.phone = phone
            self.agency = agency
            self.post = post
        }

        var problems: [FieldProblem] {
            var problems = NameRule.problems(name)
            if EmailAddress(email) == nil { problems.append(FieldProblem("email", .emailNotUnderstood)) }
            if !phone.isEmpty, PhoneNumber(phone) == nil {
                problems.append(FieldProblem("phone", .phoneNotUnderstood))
            }
            return problems
        }
    }

    package enum Refusal: Error, Equatable {
        case outsideScope
        case invalid([FieldProblem])
    }

    package struct Added: Sendable, Equatable {
        package let account: Account.ID
        /// nil while the person it is offered to has not accepted.
        package let post: Post.ID?
        /// The secret of the link for the first password; nil when the official signs in with what they have.
        package let linkSecret: String?
    }

    let accounts: Accounts
    package init(_ accounts: Accounts) { self.accounts = accounts }

    package func callAsFunction(_ draft: Draft, by actor: Actor) async throws -> Result<Added, Refusal> {
        let now = accounts.clock.now
        let mails = AccountMails(settings: accounts.settings)
        func add() async throws -> Result<Added, Refusal> {
            try await accounts.database.write { tx in
                try Self.perform(draft, mails: mails, by: actor, at: now, in: tx)
            }
        }
        do {
            do { return try await add() } catch let fault as DatabaseFault {
                // The same address was added at the same moment; now it is a known one.
                guard case .unique = fault.kind else { throw fault }
                return try await add()
            }
        } catch Undone.refused(let refusal) {
            return .failure(refusal)
        }
    }

    /// Thrown to undo the account when the post is refused.
    enum Undone: Error { case refused(Refusal) }

    static func perform(
        _ draft: Draft, mails: AccountMails, by actor: Actor, at now: Instant, in tx: any Transaction
    ) throws -> Result<Added, Refusal> {
        let problems = draft.problems
        guard problems.isEmpty, let email = EmailAddress(draft.email) else { return .failure(.invalid(problems)) }
        let known = try owner(of: email, by: actor, at: now, in: tx)
        if let known, try isForeign(known, to: actor, at: now, in: tx) {
            return try InviteOfficial.perform(known, draft, mails: mails, by: actor, at: now, in: tx).map { _ in
                Added(account: known.id, post: nil, linkSecret: nil)
            }
        }
        let id = known?.id ?? Account.ID(at: now)
        if known == nil {
            try AccountStore.insert(
                id, kind: .official, email: email, confirmedAt: nil,
                phone: PhoneNumber(draft.phone)?.digits ?? "", name: draft.name, password: nil, keeper: draft.agency,
                at: now, in: tx)
            try Journal.append(
                "account.registered", subject: "account", id.description, ["kind": "official"], by: actor, at: now,
                after: Journal.Head.none, in: tx)
        }
        let post: Post
        switch try AppointOfficial.perform(id, to: draft.agency, draft.post, by: actor, at: now, in: tx) {
        case .success(let made): post = made
        case .failure(.invalid(let problems)): throw Undone.refused(.invalid(problems))
        case .failure(.outsideScope), .failure(.unknownAgency): throw Undone.refused(.outsideScope)
        }
        if let known {
            guard try !known.hasPassword && RecoverOfficial.isResponsible(actor, for: known, at: now, in: tx) else {
                return .success(Added(account: id, post: post.id, linkSecret: nil))
            }
        }
        let secret = try LinkStore.issue(.firstPassword, to: id, at: now, in: tx)
        try mails.firstPassword(to: email.text, name: known?.name ?? draft.name, secret: secret)
            .send(to: id.description, at: now, in: tx)
        return .success(Added(account: id, post: post.id, linkSecret: secret))
    }

    /// Whether the account is not the actor's to give posts to: a person's own, or that of an official who holds posts
    /// elsewhere. A post changes where an official works and who may restore access, so they are asked.
    private static func isForeign(
        _ account: Account, to actor: Actor, at now: Instant, in tx: any Transaction
    ) throws -> Bool {
        if account.kind == .person { return true }
        let posts = try Directory.presentPosts(of: [account.id], on: now.day, in: tx)
        // Somebody's own account out of office is a person's again.
        if posts.isEmpty, account.isPersonal { return true }
        let scope = try AdministrationScope.of(actor, at: now, in: tx)
        return try posts.contains { try !scope.covers($0.agency, in: tx) }
    }

    /// The account that holds an address. Whoever registered it and never confirmed it showed nothing and never signed
    /// in: such an account gives the address up, so that nobody blocks that of a future official.
    private static func owner(
        of email: EmailAddress, by actor: Actor, at now: Instant, in tx: any Transaction
    ) throws -> Account? {
        guard let found = try AccountStore.find(email: email, in: tx) else { return nil }
        guard found.kind == .person, found.emailConfirmedAt == nil else { return found }
        // Read again under the lock: it may have been confirmed at this moment.
        guard let locked = try AccountStore.lock(found.id, in: tx), locked.emailConfirmedAt == nil else {
            return try AccountStore.find(found.id, in: tx)
        }
        try AccountStore.releaseAddress(of: found.id, at: now, in: tx)
        try LinkStore.endAll(of: found.id, at: now, in: tx)
        try Journal.append(
            "account.address-released", subject: "account", found.id.description, [:], by: actor, at: now, in: tx)
        return nil
    }
}
