import Kernel
import SwiftCSV

/// A table that somebody exported from a spreadsheet: rows by the folded names of their columns, with their lines.
///
/// Comma, semicolon and tab are all read, with or without a byte order mark: which of them a spreadsheet writes depends
/// on its language.
package struct CSVTable: Sendable {
    package struct Row: Sendable {
        package let line: Int
        let cells: [String: String]

        /// The cell of the first of these columns that is there, without white space around it.
        package subscript(_ names: String...) -> String {
            for name in names {
                if let cell = cells[Folding.fold(name)] { return cell }
            }
            return ""
        }
    }

    package let rows: [Row]

    /// nil when it cannot be read as a table at all.
    package init?(_ text: String) {
        guard let table = try? CSV<Enumerated>(string: text) else { return nil }
        let names = table.header.map { Folding.fold($0) }
        rows = table.rows.enumerated().compactMap { index, cells in
            let trimmed = cells.map { cell in
                String(cell.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
            }
            guard trimmed.contains(where: { !$0.isEmpty }) else { return nil }
            return Row(
                line: index + 2, cells: Dictionary(zip(names, trimmed), uniquingKeysWith: { first, _ in first }))
        }
    }
}
