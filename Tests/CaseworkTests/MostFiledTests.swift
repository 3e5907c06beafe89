import Catalogue
import Kernel
import Storage
import TestKit
import Testing

@testable import Casework

/// What the first page says of how much is filed.
@Suite struct MostFiledTests {
    @Test(arguments: Dialect.allCases)
    func `a service is named from the fifth dossier of the week on, and not after the week`(
        dialect: Dialect
    ) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let most = MostFiled(database: bench.database, clock: bench.time)
            for _ in 1...4 { _ = try await bench.filed(service) }
            #expect(try await most(at: [CaseBench.agency]) == [])
            _ = try await bench.filed(service)
            #expect(try await most(at: [CaseBench.agency]) == [], "it is counted every ten minutes")
            bench.time.move(seconds: 601)
            #expect(
                try await most(at: [CaseBench.agency]) == [
                    .init(service: service.definition.service, filed: 5)
                ])
            #expect(try await most(at: ["01930000-0000-7000-8000-000000000099"]) == [])
            bench.time.move(days: 8)
            #expect(try await most(at: [CaseBench.agency]) == [])
        }
    }

    @Test(arguments: Dialect.allCases)
    func `the count goes along an index`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, _ in
            let sql = MostFiled.countSQL(at: CaseBench.agency, since: bench.time.now)
            let plan = try await bench.database.plan(of: sql)
            #expect(plan.contains("dossier_by_agency"), "\(plan)")
        }
    }
}
