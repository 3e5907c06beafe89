import Accounts
import Directory
import Kernel
import Site
import Storage
import TestKit
import Testing

@Suite struct SessionTests {
    @Test(arguments: Dialect.allCases) func `a session tells who is there until it is ended`(dialect: Dialect)
        async throws
    {
        try await withTown(dialect) { town in
            let visitors = SignedInVisitors(town.accounts)
            let account = try await town.person("thu@example.vn")
            let session = try await town.session("thu@example.vn")
            let visitor = try #require(try await visitors.visitor(secret: session.secret))
            #expect(visitor.account == account.id.description)
            #expect(!visitor.isOfficial)
            #expect(visitor.permissions.isEmpty)
            #expect(try await visitors.visitor(secret: "nothing") == nil)
            #expect(try await SignOut(town.accounts)(session.id, of: account.id, by: visitor.actor))
            // At once, though the visitor was kept in memory.
            #expect(try await visitors.visitor(secret: session.secret) == nil)
        }
    }

    @Test(arguments: Dialect.allCases) func `one ends the other sessions and keeps one's own`(dialect: Dialect)
        async throws
    {
        try await withTown(dialect) { town in
            let visitors = SignedInVisitors(town.accounts)
            let account = try await town.person("thu@example.vn")
            let here = try await town.session("thu@example.vn")
            let there = try await town.session("thu@example.vn")
            #expect(try await SessionList(town.accounts)(account.id).count == 2)
            let actor = Actor.person(account: account.id.description, name: account.name)
            #expect(try await SignOut(town.accounts).others(than: here.id, of: account.id, by: actor) == 1)
            #expect(try await visitors.visitor(secret: there.secret) == nil)
            #expect(try await visitors.visitor(secret: here.secret) != nil)
            let stranger = try await town.person("khac@example.vn")
            #expect(try await SignOut(town.accounts)(here.id, of: stranger.id, by: actor) == false)
        }
    }

    @Test(arguments: Dialect.allCases) func `a session of a person ends when it is not used for twelve hours`(
        dialect: Dialect
    ) async throws {
        try await withTown(dialect) { town in
            let visitors = SignedInVisitors(town.accounts)
            _ = try await town.person("thu@example.vn")
            let session = try await town.session("thu@example.vn")
            for _ in 1...5 {
                town.clock.move(hours: 11)
                #expect(try await visitors.visitor(secret: session.secret) != nil)
            }
            town.clock.move(hours: 12)
            #expect(try await visitors.visitor(secret: session.secret) == nil)
        }
    }

    @Test(arguments: Dialect.allCases) func `a session ends at its longest however much it is used`(dialect: Dialect)
        async throws
    {
        try await withTown(dialect) { town in
            let visitors = SignedInVisitors(town.accounts)
            let official = try await town.officialSession("mot.cua.xa@mau.example")
            for _ in 1...4 {
                town.clock.move(hours: 2)
                #expect(try await visitors.visitor(secret: official.secret) != nil)
            }
            town.clock.move(hours: 2)
            #expect(try await visitors.visitor(secret: official.secret) == nil)
        }
    }

    @Test(arguments: Dialect.allCases) func `an official acts in a post with its permissions`(dialect: Dialect)
        async throws
    {
        try await withTown(dialect) { town in
            let visitors = SignedInVisitors(town.accounts)
            let oneStop = try await town.officialSession("mot.cua.xa@mau.example")
            let visitor = try #require(try await visitors.visitor(secret: oneStop.secret))
            #expect(visitor.may(.receiveCases) && visitor.may(.verifyIdentity) && !visitor.may(.administer))
            let top = try await town.officialSession("quan.tri@mau.example")
            #expect(try #require(try await visitors.visitor(secret: top.secret)).may(.administerSite))
            let below = try await town.officialSession("quan.tri.xa@mau.example")
            let administrator = try #require(try await visitors.visitor(secret: below.secret))
            #expect(administrator.may(.administer) && !administrator.may(.administerSite))
        }
    }

    @Test(arguments: Dialect.allCases) func `an official chooses among own and delegated posts only`(dialect: Dialect)
        async throws
    {
        try await withTown(dialect) { town in
            let visitors = SignedInVisitors(town.accounts)
            let head = try await town.actor("truong.phong.xa@mau.example")
            let specialist = try #require(try await town.account("chuyen.vien.xa@mau.example"))
            let session = try await town.officialSession("chuyen.vien.xa@mau.example")
            let post = try #require(head.postID)
            let choose = ChoosePost(town.accounts)
            let actor = try await town.actor("chuyen.vien.xa@mau.example")
            #expect(try await choose(post, in: session.id, of: specialist.id, by: actor) == false)
            _ = try await DelegatePost(database: town.database, clock: town.clock)(
                post, to: specialist.id, from: town.clock.now, until: town.clock.now.adding(hours: 1), reason: "Họp",
                by: head
            ).get()
            #expect(try await choose(post, in: session.id, of: specialist.id, by: actor))
            let visitor = try #require(try await visitors.visitor(secret: session.secret))
            #expect(visitor.actor.postID == post)
            #expect(visitor.actor.accountID == specialist.id)
            #expect(visitor.may(.superviseUnit))
            // When the delegation ends the official goes on in their own post.
            town.clock.move(hours: 1)
            let later = try #require(try await visitors.visitor(secret: session.secret))
            #expect(later.actor.postID != post)
            #expect(!later.may(.superviseUnit))
        }
    }

    @Test(arguments: Dialect.allCases) func `a session is found by its index`(dialect: Dialect) async throws {
        try await withTown(dialect) { town in
            let plan = try await town.database.plan(of: SessionPlan.query(at: town.clock.now))
            #expect(!plan.contains("Seq Scan") && !plan.contains("SCAN"))
        }
    }
}
