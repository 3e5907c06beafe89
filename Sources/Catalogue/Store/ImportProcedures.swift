import Crypto
import Foundation
import Journal
package import Kernel
package import Storage

/// Loads records of the national catalogue. Twice is once; a changed record becomes a new version with its difference.
package struct ImportProcedures: Sendable {
    private static let batch = 100

    let database: any Database
    let clock: any TimeSource

    package init(database: any Database, clock: any TimeSource) {
        self.database = database
        self.clock = clock
    }

    /// - Parameters:
    ///   - lines: one JSON record a line; empty lines are passed over.
    ///   - actor: who answers for what the law publishes to say this from now on.
    ///   - progress: told how many lines are done.
    package func callAsFunction(
        _ lines: [Substring], by actor: Actor, progress: @Sendable (_ done: Int) -> Void = { _ in }
    ) async throws -> ImportReport {
        let reader = ProcedureReader()
        let now = clock.now
        let id = ID<ImportProcedures>(at: now).description
        var report = ImportReport()
        var waiting: [Procedure] = []
        var lineOfCode: [Procedure.Code: Int] = [:]
        func keep() async throws {
            let procedures = waiting
            waiting = []
            let kept = try await database.write { tx in
                let kept = try procedures.map { try Self.keep($0, of: id, by: actor, at: now, in: tx) }
                if kept.contains(where: { $0 != .unchanged }) { try ProcedureStore.bump(in: tx) }
                return kept
            }
            report.new += kept.count { $0 == .new }
            report.changed += kept.count { $0 == .changed }
            report.unchanged += kept.count { $0 == .unchanged }
        }
        for (index, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
            let reading = reader(line, line: index + 1)
            report.read += 1
            report.accounts += reading.accounts
            if let procedure = reading.procedure {
                if let earlier = lineOfCode[procedure.code] {
                    report.refused += 1
                    report.accounts.append(Self.repeated(procedure, line: index + 1, earlier: earlier))
                } else {
                    lineOfCode[procedure.code] = index + 1
                    waiting.append(procedure)
                }
            } else {
                report.refused += 1
            }
            if waiting.count == Self.batch {
                try await keep()
                progress(index + 1)
            }
        }
        try await keep()
        if report.new + report.changed > 0 { try await record(report, lines, id, by: actor, at: now) }
        progress(lines.count)
        return report
    }

    /// Keeps a record and, when it is new or another one, writes which one it is from now on.
    private static func keep(
        _ procedure: Procedure, of importID: String, by actor: Actor, at now: Instant, in tx: any Transaction
    ) throws -> ProcedureStore.Kept {
        let kept = try ProcedureStore.keep(procedure, at: now, in: tx)
        guard kept != .unchanged else { return kept }
        let document = try JSON(encoding: procedure).canonical
        try Journal.append(
            kept == .new ? "procedure.added" : "procedure.changed", subject: "procedure", procedure.code.description,
            ["import": .string(importID), "sha256": .string(hash([document]))], by: actor, at: now,
            after: kept == .new ? Journal.Head.none : nil, in: tx)
        return kept
    }

    /// The entry about the import itself: which file, and what came of it.
    private func record(
        _ report: ImportReport, _ lines: [Substring], _ id: String, by actor: Actor, at now: Instant
    ) async throws {
        let sha256 = Self.hash(lines)
        try await database.write { tx in
            _ = try Journal.append(
                "catalogue.imported", subject: "catalogue-import", id,
                [
                    "sha256": .string(sha256), "read": .number(Decimal(report.read)),
                    "new": .number(Decimal(report.new)), "changed": .number(Decimal(report.changed)),
                    "unchanged": .number(Decimal(report.unchanged)), "refused": .number(Decimal(report.refused)),
                ], by: actor, at: now, after: Journal.Head.none, in: tx)
        }
    }

    /// The SHA-256 of the lines as they stand in a file, a line feed between them.
    private static func hash(_ lines: [some StringProtocol]) -> String {
        var hasher = SHA256()
        for (number, line) in lines.enumerated() {
            if number > 0 { hasher.update(data: [UInt8(ascii: "\n")]) }
            hasher.update(data: Array(line.utf8))
        }
        return Hex.text(hasher.finalize())
    }

    /// A file says a thing once: of two records with one code the first is taken, so that importing again changes
    /// nothing.
    private static func repeated(_ procedure: Procedure, line: Int, earlier: Int) -> CellAccount {
        CellAccount(
            line: line, code: procedure.code.description, cell: "code", said: procedure.name, reason: .sameCodeTwice,
            taken: "dòng \(earlier)")
    }
}
