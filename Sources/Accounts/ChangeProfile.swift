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

    /// Name and number stay as they are once they were seen at the counter.
    package func details(
        name: String, phone: String, citizenNumber typed: String, of id: Account.ID, seen version: Int, by actor: Actor
    ) async throws -> Result<Void, Refusal> {
        let now = accounts.clock.now
        var problems = NameRule.problems(name)
        if PhoneNumber(phone) == nil { problems.append(FieldProblem("phone", .phoneNotUnderstood)) }
        if !typed.isEmpty, CitizenNumber(typed) == nil {
            problems.append(FieldProblem("citizen_number", .citizenNumberNotUnderstood))
        }
        guard problems.isEmpty, let digits = PhoneNumber(phone)?.digits else { return .failure(.invalid(problems)) }
        do {
            return try await accounts.database.write { tx in
                guard let account = try AccountStore.lock(id, in: tx) else { return .failure(.unknown) }
                guard account.version == version else { return .failure(.changed) }
                let isSeen = account.assurance == .counter
                let number = isSeen ? account.citizenNumber : CitizenNumber(typed)
                let newName = isSeen ? account.name : name
                try tx.run(
                    """
                    UPDATE account SET name = \(newName), name_folded = \(Folding.fold(newName)), phone = \(digits),
                        citizen_number = \(number?.digits), version = version + 1
                    WHERE id = \(id)
                    """)
                try Journal.append(
                    "account.changed", subject: "account", id.description, [:], by: actor, at: now, in: tx)
                return .success(())
            }
        } catch let fault as DatabaseFault {
            guard case .unique = fault.kind else { throw fault }
            return .failure(.invalid([FieldProblem("citizen_number", .citizenNumberTaken)]))
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
        guard try await accounts.hasher.verify(old, against: known.1) else {
            return .failure(.invalid([FieldProblem("old_password", .oldPasswordWrong)]))
        }
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
            try mails.passwordChanged(to: account.email, name: account.name).send(to: id.description, at: now, in: tx)
            try Journal.append(
                "account.password-set", subject: "account", id.description, ["by": "self"], by: actor, at: now, in: tx)
            return .success(())
        }
        accounts.sessionEpoch.advance()
        return result
    }

    /// Sends a link to a new address; it is used once the link was opened. Says nothing about whether somebody else
    /// has the address.
    package func email(
        _ typed: String, password: String, of id: Account.ID, by actor: Actor
    ) async throws -> Result<Void, Refusal> {
        let now = accounts.clock.now
        guard let email = EmailAddress(typed) else {
            return .failure(.invalid([FieldProblem("email", .emailNotUnderstood)]))
        }
        let stored = try await accounts.database.read { tx in try AccountStore.password(of: id, in: tx) }
        guard try await accounts.hasher.verify(password, against: stored) else {
            return .failure(.invalid([FieldProblem("old_password", .oldPasswordWrong)]))
        }
        let mails = AccountMails(settings: accounts.settings)
        return try await accounts.database.write { tx in
            guard let account = try AccountStore.lock(id, in: tx) else { return .failure(.unknown) }
            if let other = try AccountStore.find(email: email, in: tx) {
                try mails.alreadyRegistered(to: other.email, name: other.name)
                    .send(to: other.id.description, at: now, in: tx)
                return .success(())
            }
            let secret = try LinkStore.issue(.changeEmail, to: id, detail: email.text, at: now, in: tx)
            try mails.changeEmail(to: email.text, name: account.name, secret: secret)
                .send(to: id.description, at: now, in: tx)
            try Journal.append(
                "account.email-change-asked", subject: "account", id.description, [:], by: actor, at: now, in: tx)
            return .success(())
        }
    }
}
