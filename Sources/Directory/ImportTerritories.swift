import Foundation
import Journal
package import Kernel
package import Storage

/// Loads provinces and communes from JSON lines: `{"code", "name", "name_en", "level", "parent"}`, one a line.
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
        let (rows, problems) = Self.read(text)
        return try await database.write { tx in
            var report = ImportReport()
            report.problems = problems
            let present = Dictionary(
                try TerritoryStore.all(in: tx).map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
            let known = Set(present.keys).union(rows.filter { $0.territory.level == .province }.map(\.territory.code))
            var save: [Territory] = []
            for (line, territory) in rows {
                if let parent = territory.parent, !known.contains(parent) {
                    report.problems.append(.init(line, .unknownProvince(parent)))
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
            if !save.isEmpty {
                try Journal.append(
                    "territory.imported", subject: "territory", "all",
                    ["added": JSON(integerLiteral: report.added), "changed": JSON(integerLiteral: report.changed)],
                    by: actor, at: now, in: tx)
            }
            report.problems.sort { $0.line < $1.line }
            return report
        }
    }

    private static func read(_ text: String) -> (rows: [(line: Int, territory: Territory)], [ImportReport.Problem]) {
        var rows: [(line: Int, territory: Territory)] = []
        var problems: [ImportReport.Problem] = []
        var seen: Set<String> = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard line.contains(where: { !$0.isWhitespace }) else { continue }
            guard let record = try? JSON(parsing: String(line)) else {
                problems.append(.init(index + 1, .lineNotJSON))
                continue
            }
            switch territory(record) {
            case .failure(let problem): problems.append(.init(index + 1, problem.message))
            case .success(let territory) where !seen.insert(territory.code).inserted:
                problems.append(.init(index + 1, .codeTwice(territory.code)))
            case .success(let territory): rows.append((index + 1, territory))
            }
        }
        return (rows, problems)
    }

    private struct Unusable: Error { let message: Phrase }

    private static func territory(_ record: JSON) -> Result<Territory, Unusable> {
        let code = record["code"]?.string ?? ""
        guard let level = Territory.level(ofCode: code) else {
            return .failure(Unusable(message: .badTerritoryCode(code)))
        }
        guard record["level"]?.string == level.rawValue else {
            return .failure(Unusable(message: .levelAgainstCode(code)))
        }
        guard let name = record["name"]?.string, !name.isEmpty else {
            return .failure(Unusable(message: .territoryNameMissing(code)))
        }
        let parent = record["parent"]?.string
        guard (parent == nil) == (level == .province) else {
            return .failure(Unusable(message: .unknownProvince(parent ?? "")))
        }
        return .success(
            Territory(
                code: code, level: level, name: name, englishName: record["name_en"]?.string ?? name, parent: parent,
                validity: Validity(from: since)))
    }
}

extension Phrase {
    fileprivate static let lineNotJSON = Phrase(
        vi: "Dòng này không phải một đối tượng JSON.", en: "This line is no JSON object.")
    fileprivate static func badTerritoryCode(_ code: String) -> Phrase {
        Phrase(
            vi: "Mã “\(code)” không phải mã tỉnh (2 chữ số) hay mã xã (5 chữ số).",
            en: "The code “\(code)” is neither a province's (2 digits) nor a commune's (5 digits).")
    }
    fileprivate static func levelAgainstCode(_ code: String) -> Phrase {
        Phrase(vi: "Cấp ghi ở dòng này không khớp với mã \(code).", en: "The level does not fit the code \(code).")
    }
    fileprivate static func territoryNameMissing(_ code: String) -> Phrase {
        Phrase(vi: "Mã \(code) không có tên.", en: "The code \(code) has no name.")
    }
    fileprivate static func unknownProvince(_ code: String) -> Phrase {
        Phrase(vi: "Không có tỉnh mang mã “\(code)”.", en: "There is no province with the code “\(code)”.")
    }
    fileprivate static func codeTwice(_ code: String) -> Phrase {
        Phrase(vi: "Mã \(code) đã có ở dòng trên.", en: "The code \(code) stands on a line above.")
    }
}
