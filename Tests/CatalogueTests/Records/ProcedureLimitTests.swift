import Kernel
import Testing

@testable import Catalogue

@Suite struct ProcedureLimitTests {
    private func channels(_ code: String) throws -> [Procedure.Channel] {
        try #require(CatalogueSamples.reading(code)?.procedure).channels
    }

    @Test func `a unit that the steps say plainly is taken, with an account`() throws {
        #expect(try channels("9.000001")[0].limit == Procedure.TimeLimit(5, .workingDays, basis: .steps))
        #expect(CatalogueSamples.accounts("9.000001", .unitFromSteps).map(\.taken) == ["5 ngày làm việc"])
    }

    @Test func `a unit that the remark says plainly is taken, with an account`() throws {
        #expect(try channels("9.000001")[2].limit == Procedure.TimeLimit(3, .workingDays, basis: .remark))
    }

    @Test func `a unit that nothing says stays unknown, with an account`() throws {
        let limit = try #require(try channels("9.000001")[1].limit)
        #expect(limit.unit == nil)
        #expect(limit.phrase == nil)
        #expect(CatalogueSamples.accounts("9.000001", .noUnit).map(\.cell) == ["channels[1].time_limit.unit"])
    }

    @Test func `the time of one step is not taken for the limit`() throws {
        // "Thẩm tra 3 ngày làm việc" in the steps; the limit's cell says 5.
        #expect(try channels("9.000002")[0].limit == Procedure.TimeLimit(5, .workingDays))
    }

    @Test func `a remark that contradicts the cell is accounted for and the cell is kept`() throws {
        #expect(try channels("9.000002")[1].limit == Procedure.TimeLimit(7, .days))
        #expect(CatalogueSamples.accounts("9.000002", .remarkSaysOtherUnit).count == 1)
    }

    @Test func `a limit and a fee that ran into each other are taken apart`() throws {
        let channel = try channels("9.000003")[0]
        #expect(channel.limit?.halves == 2)
        #expect(channel.limit?.unit == nil)
        #expect(channel.cost == .fees([Procedure.Fee(amount: 20_000, currency: .dong, note: "20.000 đồng/lần")]))
    }

    @Test func `an empty limit is taken from a remark that states one`() throws {
        #expect(try channels("9.000003")[1].limit == Procedure.TimeLimit(3, .workingDays, basis: .remark))
        #expect(CatalogueSamples.accounts("9.000003", .limitFromRemark).count == 1)
    }

    @Test func `free is not believed when the words beside it name an amount`() throws {
        #expect(try channels("9.000001")[1].cost == .free)
        #expect(try channels("9.000002")[1].cost == .explained("Lệ phí 8.000 đồng/việc"))
    }

    @Test func `a fee that only the words state is taken`() throws {
        #expect(
            try channels("9.000002")[0].cost == .fees([Procedure.Fee(amount: 8_000, currency: .dong, note: nil)]))
    }

    @Test func `dollars written as đồng are dollars`() throws {
        #expect(
            try channels("9.000004")[0].cost
                == .fees([Procedure.Fee(amount: 150, currency: .dollar, note: "Thẻ: 150 USD/thẻ")]))
    }

    @Test func `limits are said in both languages`() {
        #expect(Procedure.TimeLimit(1, .days).phrase == Phrase(vi: "1 ngày", en: "1 day"))
        #expect(
            Procedure.TimeLimit(halves: 3, .workingDays).phrase
                == Phrase(vi: "1,5 ngày làm việc", en: "1.5 working days"))
    }
}
