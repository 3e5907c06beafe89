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

    package func callAsFunction(
        _ id: Account.ID, checks: [Check], citizenNumber typed: String, by actor: Actor
    ) async throws -> Result<Sheet, Refusal> {
        var problems: [FieldProblem] = []
        if checks.isEmpty { problems.append(FieldProblem("checks", .nothingChecked)) }
        let number = CitizenNumber(typed)
        if number == nil { problems.append(FieldProblem("citizen_number", .citizenNumberNotUnderstood)) }
        guard problems.isEmpty, let number else { return .failure(.invalid(problems)) }
        let now = accounts.clock.now
        let result: Result<Sheet, Refusal>
        do {
            result = try await give(id, checks, number, by: actor, at: now)
        } catch let fault as DatabaseFault {
            // The same number was put down for another account at this moment.
            guard case .unique = fault.kind else { throw fault }
            return .failure(.invalid([FieldProblem("citizen_number", .numberOfSomebodyElse)]))
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
        _ id: Account.ID, _ checks: [Check], _ number: CitizenNumber, by actor: Actor, at now: Instant
    ) async throws -> Result<Sheet, Refusal> {
        try await accounts.database.write { tx in
            guard let account = try AccountStore.lock(id, in: tx), try Self.isAtHome(account, at: now, in: tx)
            else { return .failure(.unknown) }
            if account.kind == .official {
                // Out of office: the codes went with the post, and the account is a person's as before.
                try SecondFactorStore.clear(id, in: tx)
                try AccountStore.setKind(.person, of: id, in: tx)
            }
            // The number on the card must be the one in the account, if there is one.
            if let own = account.citizenNumber, own != number {
                return .failure(.invalid([FieldProblem("citizen_number", .numberOfSomebodyElse)]))
            }
            if let other = try AccountStore.find(citizenNumber: number, in: tx), other.id != id {
                return .failure(.invalid([FieldProblem("citizen_number", .numberOfSomebodyElse)]))
            }
            try tx.run(
                """
                UPDATE account SET citizen_number = \(number.digits), declared_number = NULL, assurance = 'counter',
                    version = version + 1
                WHERE id = \(id)
                """)
            try LinkStore.endAll(of: id, at: now, in: tx)
            let code = AccountToken.printable()
            _ = try LinkStore.issue(.counterReset, to: id, secret: code, at: now, in: tx)
            try SessionStore.revokeAll(of: id, at: now, in: tx)
            try Journal.append(
                "account.reset-at-counter", subject: "account", id.description,
                ["checks": .array(checks.map { .string($0.rawValue) })], by: actor, at: now, in: tx)
            return .success(
                Sheet(
                    name: account.name, maskedEmail: account.maskedEmail, code: code,
                    endsAt: now.adding(hours: AccountLink.Purpose.counterReset.hours)))
        }
    }
}

extension Phrase {
    fileprivate static let nothingChecked = Phrase(
        vi: "Đánh dấu giấy tờ đã đối chiếu với người có mặt.", en: "Tick what was compared with the person.")
    fileprivate static let numberOfSomebodyElse = Phrase(
        vi: "Số trên giấy tờ không phải số của tài khoản này. Không cấp lại quyền truy cập.",
        en: "The number on the card is not that of this account. Access is not given.")
}
