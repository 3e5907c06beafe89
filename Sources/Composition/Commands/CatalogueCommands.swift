import Catalogue
import Foundation
import Kernel

extension Installation {
    /// What an import of procedures has to say.
    package struct ProcedureImport: Sendable {
        package let summary: [String]
        /// Every record and cell that was not taken as it stands, as JSON lines.
        package let accounts: String
    }

    package func importProcedures(
        _ text: String, progress: @escaping @Sendable (_ done: Int, _ all: Int) -> Void
    ) async throws -> ProcedureImport {
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Substring.init)
        let load = ImportProcedures(database: database, clock: clock)
        let report = try await load(lines, by: .system("import")) { progress($0, lines.count) }
        var summary = [
            "records read \(report.read), new \(report.new), changed \(report.changed), "
                + "unchanged \(report.unchanged), refused \(report.refused)"
        ]
        summary += report.byReason.map { "  \($0.count) cells: \($0.reason.phrase.vi) / \($0.reason.phrase.en)" }
        let accounts = try report.accounts.map { try JSON(encoding: $0).canonical + "\n" }.joined()
        return ProcedureImport(summary: summary, accounts: accounts)
    }

    /// Answers questions of the form `{"query", "limit"}`, a JSON line each with its number.
    package func searchLines() async throws -> @Sendable (_ line: String, _ number: Int) -> String {
        let lines = SearchLines(try await catalogue.contents().index)
        return { lines($0, number: $1) }
    }

    /// A question for `searchLines`.
    package func question(_ words: String) -> String { JSON.object(["query": .string(words)]).canonical }
}
