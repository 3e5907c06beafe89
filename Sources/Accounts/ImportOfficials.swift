package import Directory
package import Kernel
import Storage

/// Makes the accounts and posts of officials from a table with the columns `họ tên`, `email`, `mã cơ quan`, `vai trò`,
/// and perhaps `chức danh` and `điện thoại`. Each gets a message with the link for the first password.
package struct ImportOfficials: Sendable {
    let accounts: Accounts
    package init(_ accounts: Accounts) { self.accounts = accounts }

    package func callAsFunction(_ text: String, by actor: Actor) async throws -> ImportReport {
        var report = ImportReport()
        guard let table = CSVTable(text) else {
            report.problems.append(.init(1, .tableNotRead))
            return report
        }
        for row in table.rows { try await take(row, by: actor, &report) }
        return report
    }

    private func take(_ row: CSVTable.Row, by actor: Actor, _ report: inout ImportReport) async throws {
        let typedCode = row["mã cơ quan", "agency", "agency_code"]
        guard let role = Role(typed: row["vai trò", "role"]) else {
            report.problems.append(.init(row.line, .roleNotUnderstood))
            return
        }
        guard let agency = try await accounts.directory.agency(code: typedCode) else {
            report.problems.append(.init(row.line, .agencyCodeUnknown(typedCode)))
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
        case .success: report.added += 1
        case .failure(.outsideScope): report.problems.append(.init(row.line, .outsideYourScope))
        case .failure(.invalid(let problems)): report.problems += problems.map { .init(row.line, $0.message) }
        }
    }

    /// Whether the line was taken before.
    private func holds(_ typed: String, _ role: Role, _ agency: Agency.ID) async throws -> Bool {
        guard let email = EmailAddress(typed) else { return false }
        let now = accounts.clock.now
        return try await accounts.database.read { tx in
            guard let account = try AccountStore.find(email: email, in: tx) else { return false }
            return try Directory.posts(of: account.id, at: now, in: tx).contains {
                $0.delegation == nil && $0.post.role == role && $0.post.agency == agency
            }
        }
    }
}

extension Phrase {
    fileprivate static func agencyCodeUnknown(_ code: String) -> Phrase {
        Phrase(vi: "Không có cơ quan mang mã “\(code)”.", en: "There is no agency with the code “\(code)”.")
    }
}
