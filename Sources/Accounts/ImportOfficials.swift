package import Directory
package import Kernel
import Storage

/// Makes the accounts and posts of officials from a table with the columns `họ tên`, `email`, `cơ quan` (a code, or the
/// name of a unit that has none), `vai trò`, and perhaps `chức danh` and `điện thoại`. Each gets a message with the link
/// for the first password.
package struct ImportOfficials: Sendable {
    /// A link for a first password that a line of the table made.
    package struct Invitation: Sendable, Equatable {
        package let name: String
        package let email: String
        package let secret: String
    }

    package struct Outcome: Sendable, Equatable {
        package var report = ImportReport()
        /// For handing over where no mail goes out; shown once.
        package var invitations: [Invitation] = []
    }

    let accounts: Accounts
    package init(_ accounts: Accounts) { self.accounts = accounts }

    package func callAsFunction(_ text: String, by actor: Actor) async throws -> Outcome {
        var outcome = Outcome()
        guard let table = CSVTable(text) else {
            outcome.report.problems.append(.init(1, .tableNotRead))
            return outcome
        }
        let reach = try await accounts.directory.administration(of: actor)
        for row in table.rows { try await take(row, reach, by: actor, &outcome) }
        return outcome
    }

    private func take(
        _ row: CSVTable.Row, _ reach: Reach, by actor: Actor, _ outcome: inout Outcome
    ) async throws {
        var report: ImportReport {
            get { outcome.report }
            set { outcome.report = newValue }
        }
        guard let role = Role(typed: row["vai trò", "role"]) else {
            report.problems.append(.init(row.line, .roleNotUnderstood))
            return
        }
        let agency: Agency
        switch try await self.agency(row["cơ quan", "mã cơ quan", "đơn vị", "agency", "agency_code"], reach) {
        case .success(let found): agency = found
        case .failure(let unknown):
            report.problems.append(.init(row.line, unknown.message))
            return
        }
        let email = row["email", "thư điện tử", "e-mail"]
        if try await holds(email, role, agency.id) {
            report.unchanged += 1
            return
        }
        let draft = AddOfficial.Draft(
            name: row["họ tên", "họ và tên", "name"], email: email, phone: row["điện thoại", "phone"],
            agency: agency.id,
            post: AppointOfficial.Draft(role: role, title: row["chức danh", "title"], from: accounts.clock.now.day))
        switch try await AddOfficial(accounts)(draft, by: actor) {
        case .success(let added):
            report.added += 1
            if let secret = added.linkSecret {
                outcome.invitations.append(Invitation(name: draft.name, email: email, secret: secret))
            }
        case .failure(.outsideScope): report.problems.append(.init(row.line, .outsideYourScope))
        case .failure(.invalid(let problems)): report.problems += problems.map { .init(row.line, $0.message) }
        }
    }

    private struct UnknownAgency: Error { let message: Phrase }

    /// The agency of a code anywhere, or the one of that name in the actor's reach: units inside an agency have no code.
    private func agency(_ typed: String, _ reach: Reach) async throws -> Result<Agency, UnknownAgency> {
        if let found = try await accounts.directory.agency(code: typed) { return .success(found) }
        let wanted = Folding.fold(typed)
        let named = reach.present(on: accounts.clock.now.day).filter { agency in
            [agency.name, reach.fullName(agency).vi].contains { Folding.fold($0) == wanted }
        }
        if named.count > 1 { return .failure(UnknownAgency(message: .agencyNameTwice(typed))) }
        return named.first.map { .success($0) } ?? .failure(UnknownAgency(message: .agencyUnknown(typed)))
    }

    /// Whether the line was taken before.
    private func holds(_ typed: String, _ role: Role, _ agency: Agency.ID) async throws -> Bool {
        guard let email = EmailAddress(typed) else { return false }
        let now = accounts.clock.now
        return try await accounts.database.read { tx in
            guard let account = try AccountStore.find(email: email, in: tx) else { return false }
            let isOffered = try OfficeInvitationStore.open(of: account.id, at: now, in: tx).contains {
                $0.post.role == role && $0.agency == agency
            }
            return try isOffered
                || Directory.posts(of: account.id, at: now, in: tx).contains {
                    $0.delegation == nil && $0.post.role == role && $0.post.agency == agency
                }
        }
    }
}

extension Phrase {
    fileprivate static func agencyUnknown(_ typed: String) -> Phrase {
        Phrase(
            vi: "Không có cơ quan, đơn vị nào mang mã hoặc tên “\(typed)”.",
            en: "There is no agency or unit with the code or name “\(typed)”.")
    }

    fileprivate static func agencyNameTwice(_ typed: String) -> Phrase {
        Phrase(
            vi: "Có nhiều đơn vị tên “\(typed)”. Ghi mã, hoặc tên kèm cơ quan, ví dụ: Bộ phận một cửa – UBND xã Mẫu.",
            en: "Several units are called “\(typed)”. Write the code, or the name with its agency behind a dash.")
    }
}
