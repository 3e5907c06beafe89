import Directory
import Journal
package import Kernel
import Storage

/// Corrects the name of an official, by an administrator who is responsible for every post of theirs: the name stands
/// under what the official does, so it is not their own to change.
package struct RenameOfficial: Sendable {
    package enum Refusal: Error, Equatable {
        case unknown, outsideScope, changed
        case invalid([FieldProblem])
    }

    let accounts: Accounts
    package init(_ accounts: Accounts) { self.accounts = accounts }

    package func callAsFunction(
        _ id: Account.ID, to name: String, seen version: Int, by actor: Actor
    ) async throws -> Result<Void, Refusal> {
        let now = accounts.clock.now
        let problems = NameRule.problems(name)
        guard problems.isEmpty else { return .failure(.invalid(problems)) }
        let result = try await accounts.database.write { tx -> Result<Void, Refusal> in
            guard let account = try AccountStore.lock(id, in: tx), account.kind == .official else {
                return .failure(.unknown)
            }
            guard try RecoverOfficial.isResponsible(actor, for: account, at: now, in: tx) else {
                return .failure(.outsideScope)
            }
            guard account.version == version else { return .failure(.changed) }
            try AccountStore.rename(id, to: name, in: tx)
            try tx.run("UPDATE account SET version = version + 1 WHERE id = \(id)")
            try Journal.append(
                "account.renamed", subject: "account", id.description, [:], by: actor, at: now, in: tx)
            return .success(())
        }
        // Nobody goes on under the old name from memory.
        accounts.sessionEpoch.advance()
        return result
    }
}
