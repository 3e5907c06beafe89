package import Markup
package import Site

/// A piece of the page of a case that another feature shows: payments at the counter, results. Composition registers
/// them.
package protocol CasePanel: Sendable {
    /// Nil when it has nothing to say about this case, or not to this official.
    func panel(for file: CaseFile, official: DeskOfficial, request: Request) async throws -> Markup?
}
