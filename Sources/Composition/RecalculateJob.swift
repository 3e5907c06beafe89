import Casework
import Directory
import Jobs
import Kernel
import Storage

/// Counts the limits of an agency's open dossiers anew, after its calendar changed.
struct RecalculateJob: JobHandler {
    static let kind = "deadlines"

    let office: CaseOffice
    var kind: String { Self.kind }

    /// Asks for it in the transaction that changed the calendar: one job for each agency.
    static func enqueue(_ agencies: [Agency.ID], at now: Instant, in tx: any Transaction) throws {
        try Outbox.enqueue(
            agencies.map { id in
                (kind: kind, lane: "\(kind):\(id)", payload: ["agency": .string(id.description)])
            }, at: now, in: tx)
    }

    func run(_ job: Job) async throws {
        let agency = try job.payload.decoded(as: Payload.self).agency
        _ = try await RecalculateDeadlines(office)(agency: agency, by: .system("calendar"))
    }

    private struct Payload: Decodable { let agency: String }
}
