import Journal
package import Kernel
package import Storage

/// Loads provinces and communes from JSON lines, those of today and those that ended on 1 July 2025 with their districts
/// and what they became.
///
/// Running it twice changes nothing. A territory that the file no longer names is left alone: codes are never reused
/// (QĐ 19/2025/QĐ-TTg) and old papers name it.
package struct ImportTerritories: Sendable {
    /// The day since which the codes of QĐ 19/2025/QĐ-TTg hold.
    package static let since = Day(year: 2025, month: 7, day: 1) ?? Day(number: 20_270)

    let database: any Database
    let clock: any TimeSource

    package init(database: any Database, clock: any TimeSource) {
        self.database = database
        self.clock = clock
    }

    package func callAsFunction(_ text: String, by actor: Actor) async throws -> ImportReport {
        let now = clock.now
        let file = TerritoryFile(text)
        return try await database.write { tx in
            var report = ImportReport()
            report.problems = file.problems
            let known = try saveCurrent(file, &report, in: tx)
            try saveEarlier(file, knownToday: known, &report, at: now, in: tx)
            if report.added + report.changed > 0 {
                try Journal.append(
                    "territory.imported", subject: "territory", "all",
                    ["added": JSON(integerLiteral: report.added), "changed": JSON(integerLiteral: report.changed)],
                    by: actor, at: now, in: tx)
            }
            report.problems.sort { $0.line < $1.line }
            return report
        }
    }

    /// - Returns: the codes of all units of today.
    private func saveCurrent(
        _ file: TerritoryFile, _ report: inout ImportReport, in tx: any Transaction
    ) throws -> Set<String> {
        let present = Dictionary(
            try TerritoryStore.all(in: tx).map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        let provinces = file.current.filter { $0.territory.level == .province }.map(\.territory.code)
        let above = Set(present.keys).union(provinces)
        var save: [Territory] = []
        for (line, territory) in file.current {
            if let parent = territory.parent, !above.contains(parent) {
                report.problems.append(.init(line, .unknownParent(parent)))
            } else if let old = present[territory.code] {
                let same =
                    old.name == territory.name && old.englishName == territory.englishName
                    && old.parent == territory.parent && old.validity.until == nil
                report.unchanged += same ? 1 : 0
                report.changed += same ? 0 : 1
                if !same { save.append(territory) }
            } else {
                report.added += 1
                save.append(territory)
            }
        }
        // Provinces first: a commune refers to its province.
        try TerritoryStore.save(save.filter { $0.level == .province }, in: tx)
        try TerritoryStore.save(save.filter { $0.level == .commune }, in: tx)
        return Set(present.keys).union(save.map(\.code))
    }

    private func saveEarlier(
        _ file: TerritoryFile, knownToday: Set<String>, _ report: inout ImportReport, at now: Instant,
        in tx: any Transaction
    ) throws {
        guard !file.earlier.isEmpty else { return }
        let present = Dictionary(
            try EarlierTerritoryStore.all(in: tx).map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        var levels = present.mapValues(\.level)
        var save: [EarlierTerritory] = []
        for level in [EarlierTerritory.Level.province, .district, .commune] {
            for (line, territory) in file.earlier where territory.level == level {
                if let parent = territory.parent, levels[parent] != level.above {
                    report.problems.append(.init(line, .unknownParent(parent)))
                } else if let missing = territory.successors.first(where: { !knownToday.contains($0) }) {
                    report.problems.append(.init(line, .unknownSuccessor(missing)))
                } else {
                    levels[territory.code] = level
                    switch present[territory.code] {
                    case territory: report.unchanged += 1
                    case nil:
                        report.added += 1
                        save.append(territory)
                    default:
                        report.changed += 1
                        save.append(territory)
                    }
                }
            }
        }
        try EarlierTerritoryStore.save(save, at: now, in: tx)
    }
}

extension EarlierTerritory.Level {
    fileprivate var above: EarlierTerritory.Level? {
        switch self {
        case .province: nil
        case .district: .province
        case .commune: .district
        }
    }
}
