import Journal
package import Kernel
package import Storage
import Wording

/// Gives an agency another name from a day on (đổi tên). The old name is kept for papers of its time.
package struct RenameAgency: Sendable {
    package enum Refusal: Error, Equatable {
        case unknown, outsideScope, changed
        case invalid([FieldProblem])
    }

    let database: any Database
    let clock: any TimeSource

    package init(database: any Database, clock: any TimeSource) {
        self.database = database
        self.clock = clock
    }

    /// `from`: today or earlier, and not before the present name began.
    package func callAsFunction(
        _ id: Agency.ID, to name: String, english: String, from day: Day, seen version: Int, by actor: Actor
    ) async throws -> Result<Void, Refusal> {
        let now = clock.now
        return try await database.write { tx in
            guard let agency = try AgencyStore.lock(id, in: tx) else { return .failure(.unknown) }
            guard try AdministrationScope.of(actor, at: now, in: tx).covers(id, in: tx) else {
                return .failure(.outsideScope)
            }
            guard agency.version == version else { return .failure(.changed) }
            let since = try AgencyStore.names(of: id, in: tx).first?.from ?? agency.validity.from
            let problems = Self.problems(name, from: day, since: since, today: now.day)
            guard problems.isEmpty else { return .failure(.invalid(problems)) }
            try AgencyStore.keepName(of: id, name, english.ifAny, from: day, in: tx)
            try tx.run(
                """
                UPDATE agency SET name = \(name), name_en = \(english.ifAny), version = version + 1 WHERE id = \(id)
                """)
            try Journal.append(
                "agency.renamed", subject: "agency", id.description,
                ["name": .string(name), "before": .string(agency.name), "from": .string(day.description)],
                by: actor, at: now, in: tx)
            return .success(())
        }
    }

    private static func problems(_ name: String, from day: Day, since: Day, today: Day) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if name.isEmpty { problems.append(FieldProblem("name", .agencyNameMissing)) }
        if name.count > 300 { problems.append(FieldProblem("name", .agencyNameTooLong)) }
        if day > today || day < since { problems.append(FieldProblem("from", .renameDayOutside(since, today))) }
        return problems
    }
}

extension Phrase {
    fileprivate static func renameDayOutside(_ since: Day, _ today: Day) -> Phrase {
        Phrase(
            vi: "Ngày đổi tên phải từ \(since.phrase.vi) (ngày của tên hiện tại) đến hôm nay.",
            en: "The new name must begin between \(since.phrase.en), when the present one began, and today.")
    }
}
