/// The account of one cell of the source that was not taken as it stands: where it is, what it said, why, and what was
/// taken instead.
package struct CellAccount: Codable, Hashable, Sendable {
    /// The line of the file, counted from 1.
    package var line: Int
    /// The record's code; nil when the line has none that can be read.
    package var code: String?
    /// The path of the cell: `channels[2].time_limit.unit`; empty for the record as a whole.
    package var cell: String
    /// The cell's text, cut to 300 characters.
    package var said: String
    package var reason: CellReason
    /// What was taken instead, when something was.
    package var taken: String?
}
