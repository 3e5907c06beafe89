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
    ///   - progress: told how many lines are done.
    package func callAsFunction(
        _ lines: [Substring], progress: @Sendable (_ done: Int) -> Void = { _ in }
    ) async throws -> ImportReport {
        let reader = ProcedureReader()
        let now = clock.now
        var report = ImportReport()
        var waiting: [Procedure] = []
        var lineOfCode: [Procedure.Code: Int] = [:]
        func keep() async throws {
            let procedures = waiting
            waiting = []
            let kept = try await database.write { tx in
                let kept = try procedures.map { try ProcedureStore.keep($0, at: now, in: tx) }
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
        progress(lines.count)
        return report
    }

    /// A file says a thing once: of two records with one code the first is taken, so that importing again changes
    /// nothing.
    private static func repeated(_ procedure: Procedure, line: Int, earlier: Int) -> CellAccount {
        CellAccount(
            line: line, code: procedure.code.description, cell: "code", said: procedure.name, reason: .sameCodeTwice,
            taken: "dòng \(earlier)")
    }
}
