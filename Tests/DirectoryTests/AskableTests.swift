import Directory
import Kernel
import Storage
import TestKit
import Testing

/// Whom an agency may ask about its cases.
@Suite struct AskableTests {
    @Test(arguments: Dialect.allCases)
    func `only units and agencies are offered in which somebody has the role`(dialect: Dialect) async throws {
        try await withRealm(dialect) { realm in
            let planning = try await realm.create(Realm.draft(.unit, "", "Phòng A"), below: realm.commune).get()
            let culture = try await realm.create(Realm.draft(.unit, "", "Phòng B"), below: realm.commune).get()
            let far = try await realm.create(Realm.draft(.unit, "", "Phòng C"), below: realm.other).get()
            _ = try await realm.appoint(.specialist, at: planning)
            _ = try await realm.appoint(.head, at: far)
            _ = try await realm.appoint(.leader, at: realm.commune)
            func offered(_ role: Role) async throws -> [String] {
                let (id, now) = (realm.commune.id, realm.clock.now)
                return try await realm.database.read { tx in
                    try Directory.askable(by: id, role: role, at: now, in: tx).map {
                        ($0.unit ?? $0.authority).description
                    }
                }
            }
            #expect(try await offered(.specialist) == [planning.id.description])
            // Another agency's units are its own matter: the agency is asked.
            #expect(try await offered(.head) == [realm.other.id.description])
            // The leader stands above all units.
            #expect(Set(try await offered(.leader)) == [planning.id.description, culture.id.description])
            #expect(try await offered(.oneStop).isEmpty)
        }
    }
}
