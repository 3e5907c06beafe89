package import Jobs
import Kernel

/// Carries out what is to be done between cases and their children at other agencies.
package struct ChildCaseJob: JobHandler {
    package var kind: String { ChildCaseOrder.kind }
    let office: CaseOffice

    package init(_ office: CaseOffice) { self.office = office }

    package func run(_ job: Job) async throws {
        let order = try job.payload.decoded(as: ChildCaseOrder.self)
        switch order.deed {
        case .open: try await OpenChildCase(office)(order)
        case .close: try await CloseChildCase(office)(order)
        case .answer: try await AnswerOriginCase(office)(order)
        }
    }
}
