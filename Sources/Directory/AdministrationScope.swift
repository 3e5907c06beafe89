package import Kernel
package import Storage

/// What an administrator may change: the agency in whose name their post stands, and everything below it.
package enum AdministrationScope: Sendable, Equatable {
    /// A command on the machine itself.
    case everything
    /// An administrator's agency with its subtree.
    case below(Agency)
    case nothing

    /// Read anew in each act, so that a post that has just ended gives nothing.
    package static func of(_ actor: Actor, at now: Instant, in tx: any Transaction) throws -> AdministrationScope {
        if case .system = actor { return .everything }
        guard let account = actor.accountID, let post = actor.postID else { return .nothing }
        let held = try PostStore.held(by: account, at: now, in: tx).first { $0.post.id == post }
        guard let held, held.post.role == .administrator,
            let authority = try AgencyStore.path(to: held.agency.id, in: tx).last(where: { $0.kind.isAuthority })
        else { return .nothing }
        return .below(authority)
    }

    /// Whether it is the whole site: the machine, or the agency at the top of the tree.
    package var isSite: Bool {
        switch self {
        case .everything: true
        case .below(let agency): agency.parent == nil
        case .nothing: false
        }
    }

    package func covers(_ id: Agency.ID, in tx: any Transaction) throws -> Bool {
        switch self {
        case .everything: true
        case .below(let top): try AgencyStore.path(to: id, in: tx).contains { $0.id == top.id }
        case .nothing: false
        }
    }

    /// The agencies it covers, in the order of the tree.
    package func agencies(in tx: any Transaction) throws -> [Agency] {
        switch self {
        case .everything: try AgencyStore.tops(in: tx).flatMap { try AgencyStore.subtree(of: $0.id, in: tx) }
        case .below(let top): try AgencyStore.subtree(of: top.id, in: tx)
        case .nothing: []
        }
    }
}

/// A scope with the agencies it covers, in the order of the tree, closed ones too.
package struct Reach: Sendable {
    package let scope: AdministrationScope
    package let agencies: [Agency]

    package init(scope: AdministrationScope, agencies: [Agency]) {
        self.scope = scope
        self.agencies = agencies
    }
}
