import Directory
import Kernel
import Site
import Storage
import Wording

/// Delegation of a post, and access to an account given again.
enum OfficialAccessRoutes {
    static func add(to routes: inout Routes, _ admin: OfficialAdmin) {
        routes.get(OfficialPaths.delegations, .may(.administer)) { _, visitor, id, post in
            try await admin.withOfficial(id, visitor) { file in
                guard let page = try await admin.delegation(file, post) else { return .notFound }
                return .page(page.page(admin.frame, visitor))
            }
        }
        routes.post(OfficialPaths.delegations, .may(.administer)) { request, visitor, id, post in
            try await admin.withOfficial(id, visitor) { file in
                guard let page = try await admin.delegation(file, post) else { return .notFound }
                return try await admin.delegate(page, request, visitor)
            }
        }
        routes.post(OfficialPaths.revocation, .may(.administer)) { _, visitor, id, delegation in
            try await admin.withOfficial(id, visitor) { file in
                // Only a delegation of this official's posts, whatever id was sent.
                guard file.places.contains(where: { $0.delegations.contains { $0.id == delegation } }) else {
                    return .notFound
                }
                switch try await admin.delegate.revoke(delegation, by: visitor.actor) {
                case .success: return .see(AdminNotice.revoked.at(OfficialPaths.official(id)))
                case .failure: return .notFound
                }
            }
        }
        routes.get(OfficialPaths.link, .may(.administer)) { _, visitor, id in
            try await admin.askAccess(id, .link, visitor)
        }
        routes.get(OfficialPaths.secondFactor, .may(.administer)) { _, visitor, id in
            try await admin.askAccess(id, .secondFactor, visitor)
        }
        routes.post(OfficialPaths.sessionsEnd, .may(.administer)) { _, visitor, id in
            try await admin.withOfficial(id, visitor) { _ in
                switch try await RecoverOfficial(admin.accounts).endSessions(id, by: visitor.actor) {
                case .success: return .see(AdminNotice.sessionsEnded.at(OfficialPaths.official(id)))
                case .failure(.unknown), .failure(.outsideScope): return .notFound
                }
            }
        }
        routes.post(OfficialPaths.link, .may(.administer)) { _, visitor, id in
            try await admin.withOfficial(id, visitor) { file in
                switch try await RecoverOfficial(admin.accounts).newLink(id, by: visitor.actor) {
                case .success(let secret):
                    // Shown on the answer itself: in an address it would stay in the browser's history.
                    return .page(
                        LinkPage(
                            file: file, address: admin.address(of: secret), isNew: false, sendsMail: admin.sendsMail
                        )
                        .page(admin.frame, visitor))
                case .failure(.unknown), .failure(.outsideScope): return .notFound
                }
            }
        }
        routes.post(OfficialPaths.secondFactor, .may(.administer)) { _, visitor, id in
            try await admin.withOfficial(id, visitor) { _ in
                switch try await RecoverOfficial(admin.accounts).resetSecondFactor(id, by: visitor.actor) {
                case .success: return .see(AdminNotice.secondFactorReset.at(OfficialPaths.official(id)))
                case .failure(.unknown), .failure(.outsideScope): return .notFound
                }
            }
        }
    }
}

extension OfficialAdmin {
    fileprivate func askAccess(_ id: Account.ID, _ act: AccessPage.Act, _ visitor: Visitor) async throws -> Response {
        try await withOfficial(id, visitor) { file in
            guard act == .link ? file.takesLink : file.isWhollyInReach else { return .notFound }
            return .page(AccessPage(file: file, act: act).page(frame, visitor))
        }
    }

    /// The form for a post in reach that is held now or later.
    fileprivate func delegation(_ file: OfficialFile, _ id: Post.ID) async throws -> DelegationPage? {
        guard let place = file.present.first(where: { $0.post.id == id }) else { return nil }
        let now = accounts.clock.now
        let colleagues = try await accounts.database.read { tx in
            try OfficialFile.colleagues(of: place.post, at: now, in: tx)
        }
        return DelegationPage(file: file, place: place, colleagues: colleagues)
    }

    fileprivate func delegate(_ asked: DelegationPage, _ request: Request, _ visitor: Visitor) async throws -> Response
    {
        var page = asked
        page.read(request.form)
        let typed = page.typed()
        guard let typed else { return .problems(page.page(frame, visitor)) }
        let result = try await delegate(
            page.place.post.id, to: typed.account, from: typed.from, until: typed.until, reason: page.reason,
            by: visitor.actor)
        switch result {
        case .success: return .see(AdminNotice.delegated.at(OfficialPaths.official(page.file.account.id)))
        case .failure(.unknown), .failure(.outsideScope): return .notFound
        case .failure(.invalid(let problems)):
            page.problems = problems
            return .problems(page.page(frame, visitor))
        }
    }
}
