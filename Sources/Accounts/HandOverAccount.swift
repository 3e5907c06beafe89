package import Directory
import Journal
package import Kernel
package import Storage

/// Hands the keeping of an official's account (quản lý tài khoản) to another agency in which the official holds a post.
///
/// An agency that appoints somebody does not get their account with the post: it would open what the official did
/// elsewhere. The keeping moves when the official says so, or an administrator who is above both agencies.
package struct HandOverAccount: Sendable {
    package enum Refusal: Error, Equatable { case unknown, outsideScope }

    let accounts: Accounts
    package init(_ accounts: Accounts) { self.accounts = accounts }

    /// The agency that keeps an account: the one in whose name it was made, or what followed that agency. nil for an
    /// account that is the person's own.
    package static func keeper(of account: Account, on day: Day, in tx: any Transaction) throws -> Agency? {
        var keeper = try account.keeper.flatMap { try Directory.authority(of: $0, in: tx) }
        // A chain of mergers ends; the bound keeps a circle written by mistake from going on for ever.
        for _ in 0..<10 {
            guard let closed = keeper, closed.validity.isOver(on: day), let next = closed.successor else { break }
            keeper = try Directory.authority(of: next, in: tx)
        }
        return keeper
    }

    /// The other agencies that may keep the account: those in whose name the official holds a post.
    package static func choices(for account: Account, on day: Day, in tx: any Transaction) throws -> [Agency] {
        let present = try keeper(of: account, on: day, in: tx)
        var seen = Set([present?.id])
        return try Directory.presentPosts(of: [account.id], on: day, in: tx).compactMap { post in
            let agency = try Directory.authority(of: post.agency, in: tx)
            return agency.flatMap { seen.insert($0.id).inserted ? $0 : nil }
        }
    }

    package func callAsFunction(
        _ id: Account.ID, to agency: Agency.ID, by actor: Actor
    ) async throws -> Result<Void, Refusal> {
        let now = accounts.clock.now
        return try await accounts.database.write { tx in
            guard let account = try AccountStore.lock(id, in: tx), account.kind == .official, !account.isPersonal,
                let keeper = try Self.keeper(of: account, on: now.day, in: tx),
                try Self.choices(for: account, on: now.day, in: tx).contains(where: { $0.id == agency })
            else { return .failure(.unknown) }
            if actor.accountID != id {
                let scope = try AdministrationScope.of(actor, at: now, in: tx)
                guard try scope.covers(keeper.id, in: tx), try scope.covers(agency, in: tx) else {
                    return .failure(.outsideScope)
                }
            }
            try AccountStore.setKeeper(agency, of: id, in: tx)
            try Journal.append(
                "account.handed-over", subject: "account", id.description,
                ["from": .string(keeper.id.description), "to": .string(agency.description)], by: actor, at: now, in: tx)
            return .success(())
        }
    }
}
