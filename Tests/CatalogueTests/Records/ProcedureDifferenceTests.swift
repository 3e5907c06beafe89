import Kernel
import Testing

@testable import Catalogue

@Suite struct ProcedureDifferenceTests {
    private let old = CatalogueSamples.procedures[0]

    @Test func `the same record has no difference`() {
        #expect(ProcedureDifference(from: old, to: old).isEmpty)
    }

    @Test func `a difference names the part, what went and what came`() throws {
        var new = old
        new.name = "Đăng ký khai sinh"
        new.paperCases[0].papers.append(
            Procedure.Paper(name: "Giấy chứng sinh", formFile: nil, originals: 1, copies: 0))
        let changes = ProcedureDifference(from: old, to: new).changes
        #expect(changes.map(\.part) == [.name, .papers])
        #expect(changes[0].removed == ["Thủ tục đăng ký khai sinh"])
        #expect(changes[0].added == ["Đăng ký khai sinh"])
        #expect(changes[1].removed == [])
        #expect(changes[1].added == ["Giấy tờ phải nộp: Giấy chứng sinh (1 bản chính, 0 bản sao)"])
    }

    @Test func `a change of order alone is a change`() {
        var new = old
        new.channels.reverse()
        #expect(ProcedureDifference(from: old, to: new).changes.map(\.part) == [.channels])
    }

    @Test func `each kind of part is noticed`() {
        func part(_ change: (inout Procedure) -> Void) -> [ProcedureDifference.Part] {
            var new = old
            change(&new)
            return ProcedureDifference(from: old, to: new).changes.map(\.part)
        }
        #expect(part { $0.decision = "02/QĐ-MAU" } == [.decision])
        #expect(part { $0.levels = [.ministry] } == [.levels])
        #expect(part { $0.applicants = [.business] } == [.applicants])
        #expect(part { $0.stepsText += "\nBước 3: Hết" } == [.steps])
        #expect(part { $0.conditions = "Có" } == [.conditions])
        #expect(part { $0.legalBasis = [] } == [.legalBasis])
        #expect(part { $0.channels[0].cost = .notStated } == [.channels])
    }

    @Test func `a record survives being written and read`() throws {
        for procedure in CatalogueSamples.procedures {
            #expect(try JSON(encoding: procedure).decoded(as: Procedure.self) == procedure)
        }
    }
}
