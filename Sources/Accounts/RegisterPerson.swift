import Directory
import Journal
package import Kernel
import Storage

/// Opens an account for somebody at the portal (đăng ký tài khoản). The address must be confirmed before it is used.
///
/// A known address gets a message that says so; the answer is the same for both and took the same work.
package struct RegisterPerson: Sendable {
    package struct Draft: Sendable, Equatable {
        package var name: String
        package var email: String
        package var phone: String
        package var password: String

        package init(name: String, email: String, phone: String, password: String) {
            self.name = name
            self.email = email
            self.phone = phone
            self.password = password
        }

        package var problems: [FieldProblem] {
            var problems = NameRule.problems(name)
            if EmailAddress(email) == nil { problems.append(FieldProblem("email", .emailNotUnderstood)) }
            if PhoneNumber(phone) == nil {
                problems.append(FieldProblem("phone", phone.isEmpty ? .phoneMissing : .phoneNotUnderstood))
            }
            return problems + PasswordRule.problems(password, email: email)
        }
    }

    let accounts: Accounts
    package init(_ accounts: Accounts) { self.accounts = accounts }

    /// Returns what is wrong with the draft; nothing when a message is on its way.
    /// - Parameter next: the page of this site where the person goes on once the address is confirmed.
    package func callAsFunction(_ draft: Draft, next: String? = nil) async throws -> [FieldProblem] {
        let problems = draft.problems
        guard problems.isEmpty, let email = EmailAddress(draft.email), let phone = PhoneNumber(draft.phone) else {
            return problems
        }
        let password = try await accounts.hasher.hash(draft.password)
        do {
            try await register(draft.name, email, phone, password, next)
        } catch let fault as DatabaseFault {
            // The same address registered at the same moment; the second one is a known address now.
            guard case .unique = fault.kind else { throw fault }
            try await register(draft.name, email, phone, password, next)
        }
        return []
    }

    private func register(
        _ name: String, _ email: EmailAddress, _ phone: PhoneNumber, _ password: String, _ next: String?
    ) async throws {
        let now = accounts.clock.now
        let mails = AccountMails(settings: accounts.settings)
        try await accounts.database.write { tx in
            if let known = try AccountStore.find(email: email, in: tx) {
                try again(known, name, phone, password, next, at: now, in: tx)
                return
            }
            let id = Account.ID(at: now)
            try AccountStore.insert(
                id, kind: .person, email: email, confirmedAt: nil, phone: phone.digits, name: name,
                password: password, at: now, in: tx)
            try Journal.append(
                "account.registered", subject: "account", id.description, ["kind": "person"],
                by: .person(account: id.description, name: name), at: now, after: Journal.Head.none, in: tx)
            let secret = try LinkStore.issue(.confirmEmail, to: id, detail: next, at: now, in: tx)
            try mails.confirmEmail(to: email.text, name: name, secret: secret)
                .send(to: id.description, at: now, in: tx)
        }
    }

    /// An address that was never confirmed belongs to nobody yet: whoever registers last sets name and password, and
    /// only the newest link works, together with that password (`ConfirmEmail.wantsPassword`).
    private func again(
        _ found: Account, _ name: String, _ phone: PhoneNumber, _ password: String, _ next: String?,
        at now: Instant, in tx: any Transaction
    ) throws {
        let mails = AccountMails(settings: accounts.settings)
        // Decided by the row under its lock: meanwhile the owner may have confirmed the address, or an official may have
        // been given it.
        let known = try AccountStore.lock(found.id, in: tx) ?? found
        guard known.kind == .person, known.emailConfirmedAt == nil, known.closedAt == nil else {
            return try mails.alreadyRegistered(to: found.email, name: known.name)
                .send(to: known.id.description, at: now, in: tx)
        }
        try tx.run(
            """
            UPDATE account SET name = \(name), name_folded = \(Folding.fold(name)), phone = \(phone.digits),
                password = \(password), registrations = registrations + 1, version = version + 1
            WHERE id = \(known.id)
            """)
        try Journal.append(
            "account.registered", subject: "account", known.id.description, ["kind": "person", "again": true],
            by: .person(account: known.id.description, name: name), at: now, in: tx)
        let secret = try LinkStore.issue(.confirmEmail, to: known.id, detail: next, at: now, in: tx)
        try mails.confirmEmail(to: known.email, name: name, secret: secret)
            .send(to: known.id.description, at: now, in: tx)
    }
}
