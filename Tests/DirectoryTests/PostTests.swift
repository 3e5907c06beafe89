import Directory
import Kernel
import Site
import Storage
import TestKit
import Testing

@Suite struct PostTests {
    @Test(arguments: Dialect.allCases) func `a post counts between its days`(dialect: Dialect) async throws {
        try await withRealm(dialect) { realm in
            let (post, _) = try await realm.appoint(.specialist, at: realm.commune, from: "2026-04-23")
            #expect(try await realm.directory.posts(of: post.account, at: realm.clock.now).isEmpty)
            realm.clock.move(days: 1)
            #expect(try await realm.directory.posts(of: post.account, at: realm.clock.now).map(\.post) == [post])
            let ended = try await EndPosts(database: realm.database, clock: realm.clock)(
                post.id, from: try #require(Day("2026-04-25")), by: realm.communeAdministrator)
            #expect(throws: Never.self) { try ended.get() }
            #expect(try await realm.directory.posts(of: post.account, at: realm.clock.now).count == 1)
            realm.clock.move(to: "2026-04-25T00:00:00+07:00")
            #expect(try await realm.directory.posts(of: post.account, at: realm.clock.now).isEmpty)
        }
    }

    @Test(arguments: Dialect.allCases) func `the same role in the same agency is held once`(dialect: Dialect)
        async throws
    {
        try await withRealm(dialect) { realm in
            let account = AccountID(at: realm.clock.now)
            let appoint = AppointOfficial(database: realm.database, clock: realm.clock)
            let draft = AppointOfficial.Draft(role: .head, from: realm.clock.now.day)
            async let first = appoint(account, to: realm.commune.id, draft, by: realm.machine)
            async let second = appoint(account, to: realm.commune.id, draft, by: realm.machine)
            let results = try await [first, second]
            #expect(results.filter { if case .success = $0 { true } else { false } }.count == 1)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a delegate acts between the two moments, and not after it was taken back`(dialect: Dialect) async throws {
        try await withRealm(dialect) { realm in
            let (post, holder) = try await realm.appoint(.head, at: realm.commune)
            let (own, delegate) = try await realm.appoint(.specialist, at: realm.desk)
            let delegation = try await DelegatePost(database: realm.database, clock: realm.clock)(
                post.id, to: own.account, from: try #require(Instant("2026-04-23T07:30:00+07:00")),
                until: try #require(Instant("2026-04-24T17:30:00+07:00")), reason: "Nghỉ phép", by: holder
            ).get()
            func held(_ moment: String) async throws -> [Post.ID] {
                try await realm.directory.posts(of: own.account, at: try #require(Instant(moment))).map(\.post.id)
            }
            #expect(try await held("2026-04-23T07:29:59+07:00") == [own.id])
            #expect(try await held("2026-04-23T07:30:00+07:00") == [own.id, post.id])
            #expect(try await held("2026-04-24T17:29:59+07:00") == [own.id, post.id])
            #expect(try await held("2026-04-24T17:30:00+07:00") == [own.id])
            realm.clock.move(to: "2026-04-23T08:00:00+07:00")
            let heads = try await realm.directory.officials(in: realm.commune.id, role: .head)
            #expect(heads.map(\.account) == [post.account, own.account])
            // What was delegated is not passed on, and a delegate does not take it back from themself.
            let further = try await DelegatePost(database: realm.database, clock: realm.clock).revoke(
                delegation.id, by: delegate)
            #expect(refused(further) == .outsideScope)
            let back = try await DelegatePost(database: realm.database, clock: realm.clock).revoke(
                delegation.id, by: holder)
            #expect(throws: Never.self) { try back.get() }
            #expect(try await held("2026-04-23T08:00:01+07:00") == [own.id])
        }
    }

    @Test(arguments: Dialect.allCases) func `only a colleague of the same agency can be a delegate`(dialect: Dialect)
        async throws
    {
        try await withRealm(dialect) { realm in
            let (post, holder) = try await realm.appoint(.head, at: realm.commune)
            let (stranger, _) = try await realm.appoint(.head, at: realm.other)
            let result = try await DelegatePost(database: realm.database, clock: realm.clock)(
                post.id, to: stranger.account, from: realm.clock.now, until: realm.clock.now.adding(days: 1),
                reason: "Nghỉ phép", by: holder)
            guard case .failure(.invalid(let problems)) = result else { return unexpected() }
            #expect(problems.map(\.field) == ["account"])
        }
    }

    @Test(arguments: Dialect.allCases) func `a post that ends takes its delegations along`(dialect: Dialect)
        async throws
    {
        try await withRealm(dialect) { realm in
            let (post, holder) = try await realm.appoint(.head, at: realm.commune)
            let (own, _) = try await realm.appoint(.specialist, at: realm.commune)
            _ = try await DelegatePost(database: realm.database, clock: realm.clock)(
                post.id, to: own.account, from: realm.clock.now, until: realm.clock.now.adding(days: 9),
                reason: "Nghỉ phép", by: holder
            ).get()
            #expect(try await realm.directory.posts(of: own.account, at: realm.clock.now).count == 2)
            _ = try await EndPosts(database: realm.database, clock: realm.clock)(
                post.id, from: realm.clock.now.day, by: realm.communeAdministrator)
            #expect(try await realm.directory.posts(of: own.account, at: realm.clock.now).map(\.post.id) == [own.id])
        }
    }

    @Test(arguments: Dialect.allCases) func `an administrator ends no post of another agency`(dialect: Dialect)
        async throws
    {
        try await withRealm(dialect) { realm in
            let (post, _) = try await realm.appoint(.head, at: realm.other)
            let result = try await EndPosts(database: realm.database, clock: realm.clock)(
                post.id, from: realm.clock.now.day, by: realm.communeAdministrator)
            #expect(refused(result) == .outsideScope)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a post that ended today does not end next month because somebody else was slower`(dialect: Dialect)
        async throws
    {
        try await withRealm(dialect) { realm in
            let today = realm.clock.now.day
            let (post, _) = try await realm.appoint(.head, at: realm.commune)
            let end = EndPosts(database: realm.database, clock: realm.clock)
            let fast = try await end(post.id, from: today, by: realm.communeAdministrator)
            #expect(throws: Never.self) { try fast.get() }
            let slow = try await end(post.id, from: today.adding(days: 30), by: realm.communeAdministrator)
            #expect(refused(slow) == .unknown)
            // The same at one moment: whichever comes first, the earlier day holds in the end.
            for _ in 1...5 {
                let (other, _) = try await realm.appoint(.specialist, at: realm.commune)
                async let month = end(other.id, from: today.adding(days: 30), by: realm.communeAdministrator)
                async let now = end(other.id, from: today, by: realm.communeAdministrator)
                _ = try await (month, now)
                let until = try await realm.database.read { tx in try Directory.post(other.id, in: tx)?.validity.until }
                #expect(until == today)
            }
        }
    }

    @Test(arguments: Dialect.allCases) func `the last administrator of the site stays`(dialect: Dialect) async throws {
        try await withRealm(dialect) { realm in
            let end = EndPosts(database: realm.database, clock: realm.clock)
            let first = try #require(realm.topAdministrator.postID)
            let alone = try await end(first, from: realm.clock.now.day, by: realm.topAdministrator)
            #expect(refused(alone) == .lastAdministrator)
            let (second, secondActor) = try await realm.appoint(.administrator, at: realm.province)
            // Two administrators who end each other's post at the same moment: one of them stays.
            async let one = end(second.id, from: realm.clock.now.day, by: realm.topAdministrator)
            async let two = end(first, from: realm.clock.now.day, by: secondActor)
            let results = try await [one, two]
            #expect(results.filter { if case .success = $0 { true } else { false } }.count == 1)
        }
    }

    @Test func `every permission belongs to a role and only administrators administer`() {
        #expect(Role.allCases.filter { $0.permissions.contains(.administer) } == [.administrator])
        #expect(Role.administrator.permissions(atTop: true).contains(.administerSite))
        #expect(!Role.administrator.permissions(atTop: false).contains(.administerSite))
        #expect(!Role.administrator.permissions.contains(.workCases))
        #expect(Role.allCases.filter { $0.permissions.contains(.verifyIdentity) } == [.oneStop])
    }

    @Test(arguments: [
        ("Chuyên viên thụ lý", Role.specialist), ("cong chuc mot cua", .oneStop), ("leader", .leader),
        ("one_stop", .oneStop),
    ])
    func `a role is read as lists write it`(text: String, role: Role) {
        #expect(Role(typed: text) == role)
    }
}
