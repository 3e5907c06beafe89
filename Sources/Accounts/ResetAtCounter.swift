import Directory
import Journal
package import Kernel
import Storage

/// Gives a person access to their account again at the counter, after their papers were checked: a code on paper for a
/// new password, and a citizen number that counts as seen.
package struct ResetAtCounter: Sendable {
    /// What the official compared with the person.
    package enum Check: String, Sendable, CaseIterable {
        case identityCard = "identity_card"
        case vneid
        case passport

        package var phrase: Phrase {
            switch self {
            case .identityCard:
                Phrase(vi: "Thẻ căn cước còn giá trị, đúng người", en: "Valid identity card, same person")
            case .vneid:
                Phrase(vi: "VNeID mức độ 2 mở trên máy của người đó", en: "VNeID level 2 opened on their own device")
            case .passport: Phrase(vi: "Hộ chiếu còn giá trị, đúng người", en: "Valid passport, same person")
            }
        }
    }

    package enum Refusal: Error, Equatable {
        case unknown
        case invalid([FieldProblem])
    }

    /// What the official saw and heard from the person present.
    package struct Seen: Sendable, Equatable {
        package var checks: [Check]
        package var citizenNumber: String
        /// As on the card; nil leaves the name of the account.
        package var name: String?
        /// The address that the person says is theirs; empty leaves the one of the account, if it was confirmed.
        package var email: String

        package init(checks: [Check], citizenNumber: String, name: String? = nil, email: String = "") {
            self.checks = checks
            self.citizenNumber = citizenNumber
            self.name = name
            self.email = email
        }

        var problems: [FieldProblem] {
            var problems: [FieldProblem] = []
            if checks.isEmpty { problems.append(FieldProblem("checks", .nothingChecked)) }
            if CitizenNumber(citizenNumber) == nil {
                problems.append(FieldProblem("citizen_number", .citizenNumberNotUnderstood))
            }
            if let name { problems += NameRule.problems(name) }
            if !email.isEmpty, EmailAddress(email) == nil {
                problems.append(FieldProblem("email", .emailNotUnderstood))
            }
            return problems
        }
    }

    /// What is printed on the sheet.
    package struct Sheet: Sendable {
        package let name: String
        package let maskedEmail: String
        package let code: String
        package let endsAt: Instant
    }

    let accounts: Accounts
    package init(_ accounts: Accounts) { self.accounts = accounts }

    /// Finds a person by e-mail address, or by a citizen number that was seen before, whole and exact, and records that
    /// somebody looked. A number that was only typed finds nobody: anybody may have typed it.
    package func find(_ typed: String, by actor: Actor, agencyName: String) async throws -> Account? {
        let now = accounts.clock.now
        return try await accounts.database.write { tx in
            var found = try CitizenNumber(typed).flatMap { try AccountStore.find(citizenNumber: $0, in: tx) }
            if found == nil { found = try EmailAddress(typed).flatMap { try AccountStore.find(email: $0, in: tx) } }
            guard let account = found, try Self.isAtHome(account, at: now, in: tx) else { return nil }
            try AccessRecord.write(
                people: [account.id.description], dossier: nil, purpose: "account-recovery", by: actor,
                agencyName: agencyName, at: now, in: tx)
            return account
        }
    }

    /// The account of a person, for whoever comes to it by its address: recorded too, unless the same official has
    /// looked at it within the hour.
    package func account(_ id: Account.ID, by actor: Actor, agencyName: String) async throws -> Account? {
        let now = accounts.clock.now
        return try await accounts.database.write { tx in
            guard let account = try AccountStore.find(id, in: tx), try Self.isAtHome(account, at: now, in: tx)
            else { return nil }
            let look = AccessRecord.Look(id.description, nil)
            try AccessRecord.write(
                AccessRecord.fresh([look], purpose: "account-recovery", by: actor, at: now, in: tx),
                purpose: "account-recovery", by: actor, agencyName: agencyName, at: now, in: tx)
            return account
        }
    }

    package func callAsFunction(
        _ id: Account.ID, checks: [Check], citizenNumber: String, by actor: Actor
    ) async throws -> Result<Sheet, Refusal> {
        try await self(id, Seen(checks: checks, citizenNumber: citizenNumber), by: actor)
    }

    package func callAsFunction(_ id: Account.ID, _ seen: Seen, by actor: Actor) async throws -> Result<Sheet, Refusal>
    {
        let problems = seen.problems
        guard problems.isEmpty, let number = CitizenNumber(seen.citizenNumber) else {
            return .failure(.invalid(problems))
        }
        let now = accounts.clock.now
        let result: Result<Sheet, Refusal>
        do {
            result = try await give(id, seen, number, by: actor, at: now)
        } catch let fault as DatabaseFault {
            // The same number or address was put down for another account at this moment.
            guard case .unique = fault.kind else { throw fault }
            return try await give(id, seen, number, by: actor, at: now)
        }
        accounts.sessionEpoch.advance()
        return result
    }

    /// Whether the account is a person's: of somebody who is in no office, or was in one with their own account.
    private static func isAtHome(_ account: Account, at now: Instant, in tx: any Transaction) throws -> Bool {
        guard account.closedAt == nil else { return false }
        guard account.kind == .official else { return true }
        return try account.isPersonal
            && !Directory.allPosts(of: account.id, in: tx).contains { !$0.validity.isOver(on: now.day) }
    }

    private func give(
        _ id: Account.ID, _ seen: Seen, _ number: CitizenNumber, by actor: Actor, at now: Instant
    ) async throws -> Result<Sheet, Refusal> {
        let mails = AccountMails(settings: accounts.settings)
        return try await accounts.database.write { tx in
            guard let account = try AccountStore.lock(id, in: tx), try Self.isAtHome(account, at: now, in: tx)
            else { return .failure(.unknown) }
            // The number on the card must be the one that was seen before, if there is one. A number that was only typed
            // says nothing: it may be mistyped, and who has no password cannot correct it.
            if let own = account.seenNumber, own != number {
                return .failure(.invalid([FieldProblem("citizen_number", .numberOfSomebodyElse)]))
            }
            if let other = try AccountStore.find(citizenNumber: number, in: tx), other.id != id {
                return .failure(.invalid([FieldProblem("citizen_number", .numberOfSomebodyElse)]))
            }
            // An address that nobody ever confirmed may be mistyped: the person present says it, whole.
            guard let email = EmailAddress(seen.email.isEmpty ? account.email : seen.email),
                account.emailConfirmedAt != nil || !seen.email.isEmpty
            else { return .failure(.invalid([FieldProblem("email", .emailToBeSaid)])) }
            if let other = try AccountStore.find(email: email, in: tx), other.id != id {
                return .failure(.invalid([FieldProblem("email", .emailOfSomebodyElse)]))
            }
            if account.kind == .official {
                // Out of office: the codes went with the post, and the account is a person's as before.
                try SecondFactorStore.clear(id, in: tx)
                try AccountStore.setKind(.person, of: id, in: tx)
            }
            let isMoved = email.folded != EmailAddress(account.email)?.folded
            try tx.run(
                """
                UPDATE account SET citizen_number = \(number.digits), declared_number = NULL, assurance = 'counter',
                    email = \(email.text), email_folded = \(email.folded),
                    email_confirmed_at = \(isMoved ? now : account.emailConfirmedAt ?? now), version = version + 1
                WHERE id = \(id)
                """)
            let name = seen.name ?? account.name
            if name != account.name { try AccountStore.rename(id, to: name, in: tx) }
            try LinkStore.endAll(of: id, at: now, in: tx)
            let code = AccountToken.printable()
            _ = try LinkStore.issue(.counterReset, to: id, secret: code, at: now, in: tx)
            try SessionStore.revokeAll(of: id, at: now, in: tx)
            try Journal.append(
                "account.reset-at-counter", subject: "account", id.description,
                [
                    "checks": .array(seen.checks.map { .string($0.rawValue) }), "renamed": .bool(name != account.name),
                    "address": .bool(isMoved),
                ], by: actor, at: now, in: tx)
            // Where the account could be read until now; the new address is on the sheet.
            if account.emailConfirmedAt != nil {
                try mails.resetAtCounter(to: account.email, name: account.name, by: actor)
                    .send(to: id.description, at: now, in: tx)
            }
            return .success(
                Sheet(
                    name: name, maskedEmail: Account.masked(email.text), code: code,
                    endsAt: now.adding(hours: AccountLink.Purpose.counterReset.hours)))
        }
    }
}

extension Phrase {
    fileprivate static let nothingChecked = Phrase(
        vi: "Đánh dấu giấy tờ đã đối chiếu với người có mặt.", en: "Tick what was compared with the person.")
    fileprivate static let emailToBeSaid = Phrase(
        vi: "Địa chỉ thư này chưa được xác nhận. Hỏi người có mặt và nhập đầy đủ địa chỉ của họ.",
        en: "This address was never confirmed. Ask the person present and enter their whole address.")
    fileprivate static let emailOfSomebodyElse = Phrase(
        vi: "Địa chỉ thư này đang thuộc một tài khoản khác.", en: "This address belongs to another account.")
    fileprivate static let numberOfSomebodyElse = Phrase(
        vi: "Số trên giấy tờ không phải số của tài khoản này. Không cấp lại quyền truy cập.",
        en: "The number on the card is not that of this account. Access is not given.")
}
