import Foundation
import Kernel
import TestKit
import Testing
import WorkingTime

@testable import Catalogue

@Suite struct OwnServicesTests {
    @Test func `every definition of the project reads without findings`() throws {
        let read = try Samples.folder.read()
        #expect(read.count >= 1)
        for (_, result) in read {
            if case .failure(let problems) = result {
                for problem in problems.list { Issue.record("\(problem.text(.en))") }
            }
        }
    }
}
