import Directory
import Journal
package import Kernel
import Storage

/// What people change of their own account: name, phone, citizen number, address, password.
package struct ChangeProfile: Sendable {
    package enum Refusal: Error, Equatable {
        case unknown, changed
        case invalid([FieldProblem])
    }

    let accounts: Accounts
    package init(_ accounts: Accounts) { self.accounts = accounts }

    /// Name and number stay as they are once they were seen at the counter. An official's name is the administrators'
    /// to change (`RenameOfficial`), for it stands under what the official does. Anybody may declare any number: it
    /// fills forms and opens nothing.
    package func details(
        name: String, phone: String, citizenNumber typed: String, of id: Account.ID, seen version: Int, by actor: Actor
    ) async throws -> Result<Void, Refusal> {
        let now = accounts.clock.now
        var problems: [FieldProblem] = []
        if PhoneNumber(phone) == nil { problems.append(FieldProblem("phone", .phoneNotUnderstood)) }
        if !typed.isEmpty, CitizenNumber(typed) == nil {
            problems.append(FieldProblem("citizen_number", .citizenNumberNotUnderstood))
        }
        let phoneProblems = problems
        return try await accounts.database.write { tx in
            guard let account = try AccountStore.lock(id, in: tx) else { return .failure(.unknown) }
            let isOwn = account.namesItself
            let problems = (isOwn ? NameRule.problems(name) : []) + phoneProblems
            guard problems.isEmpty, let digits = PhoneNumber(phone)?.digits else { return .failure(.invalid(problems)) }
            guard account.version == version else { return .failure(.changed) }
            if isOwn {
                try AccountStore.rename(id, to: name, in: tx)
                try tx.run("UPDATE account SET declared_number = \(CitizenNumber(typed)?.digits) WHERE id = \(id)")
            }
            try tx.run("UPDATE account SET phone = \(digits), version = version + 1 WHERE id = \(id)")
            try Journal.append(
                "account.changed", subject: "account", id.description, [:], by: actor, at: now, in: tx)
            return .success(())
        }
    }

    /// Sets a new password; every other session ends.
    package func password(
        old: String, new: String, of id: Account.ID, in session: Session.ID?, by actor: Actor
    ) async throws -> Result<Void, Refusal> {
        let now = accounts.clock.now
        let known = try await accounts.database.read { tx in
            (try AccountStore.find(id, in: tx), try AccountStore.password(of: id, in: tx))
        }
        guard let account = known.0 else { return .failure(.unknown) }
        if let refusal = try await compare(old, with: known.1, of: account, at: now) { return .failure(refusal) }
        let problems = PasswordRule.problems(new, email: account.email, field: "password")
        guard problems.isEmpty else { return .failure(.invalid(problems)) }
        let hash = try await accounts.hasher.hash(new)
        let mails = AccountMails(settings: accounts.settings)
        let stored = known.1
        let result = try await accounts.database.write { tx -> Result<Void, Refusal> in
            guard try AccountStore.lock(id, in: tx) != nil, try AccountStore.password(of: id, in: tx) == stored else {
                return .failure(.changed)
            }
            try AccountStore.setPassword(hash, of: id, in: tx)
            try SessionStore.revokeAll(of: id, except: session, at: now, in: tx)
            try LinkStore.endAll(of: id, at: now, in: tx)
            try mails.passwordChanged(to: account.email, name: account.name).send(to: id.description, at: now, in: tx)
            try Journal.append(
                "account.password-set", subject: "account", id.description, ["by": "self"], by: actor, at: now, in: tx)
            return .success(())
        }
        accounts.sessionEpoch.advance()
        return result
    }

    /// Asks for a link to a new address; it is used once the link was opened. Says nothing about whether somebody else
    /// has the address, not by its time either: that is found out afterwards (`AddressInquiry`).
    package func email(
        _ typed: String, password: String, of id: Account.ID, by actor: Actor
    ) async throws -> Result<Void, Refusal> {
        let now = accounts.clock.now
        guard let email = EmailAddress(typed) else {
            return .failure(.invalid([FieldProblem("email", .emailNotUnderstood)]))
        }
        let known = try await accounts.database.read { tx in
            (try AccountStore.find(id, in: tx), try AccountStore.password(of: id, in: tx))
        }
        guard let account = known.0 else { return .failure(.unknown) }
        if let refusal = try await compare(password, with: known.1, of: account, at: now) { return .failure(refusal) }
        return try await accounts.database.write { tx in
            guard try AccountStore.lock(id, in: tx) != nil else { return .failure(.unknown) }
            try AddressInquiry.ask(email, for: id, at: now, in: tx)
            try Journal.append(
                "account.email-change-asked", subject: "account", id.description, [:], by: actor, at: now, in: tx)
            return .success(())
        }
    }

    /// Sends the link to the new address, or tells its owner when somebody has it already.
    func send(to email: EmailAddress, for id: Account.ID) async throws {
        let now = accounts.clock.now
        let mails = AccountMails(settings: accounts.settings)
        try await accounts.database.write { tx in
            guard let account = try AccountStore.lock(id, in: tx), account.closedAt == nil else { return }
            if let other = try AccountStore.find(email: email, in: tx) {
                try mails.alreadyRegistered(to: other.email, name: other.name)
                    .send(to: other.id.description, at: now, in: tx)
                return
            }
            let secret = try LinkStore.issue(.changeEmail, to: id, detail: email.text, at: now, in: tx)
            try mails.changeEmail(to: email.text, name: account.name, secret: secret)
                .send(to: id.description, at: now, in: tx)
        }
    }

    /// Compares the present password. Wrong ones count with those at signing in: a session left open somewhere is no
    /// place to guess from.
    private func compare(
        _ password: String, with stored: String?, of account: Account, at now: Instant
    ) async throws -> Refusal? {
        let key = SignInGuard.key(email: account.email.lowercased())
        let isRight = try await accounts.hasher.verify(password, against: stored)
        let locked = try await accounts.database.write { tx in
            try SignInGuard.lockedUntil(locking: key, at: now, in: tx)
        }
        if let locked { return .invalid([FieldProblem("old_password", .lockedUntil(locked))]) }
        if isRight { return nil }
        if case .locked(let until) = try await SignIn(accounts).refuse(key, account, at: now) {
            return .invalid([FieldProblem("old_password", .lockedUntil(until))])
        }
        return .invalid([FieldProblem("old_password", .oldPasswordWrong)])
    }
}
