import Kernel
import Testing

@testable import Catalogue

@Suite struct ProcedureAnswersTests {
    private func answers(_ change: (inout Procedure) -> Void) -> ProcedureAnswers {
        var procedure = CatalogueSamples.procedures[0]
        change(&procedure)
        return ProcedureAnswers(procedure: procedure)
    }

    private func channel(
        _ limit: Procedure.TimeLimit?, _ cost: Procedure.Cost = .notStated
    ) -> Procedure.Channel {
        Procedure.Channel(way: .counter, limit: limit, cost: cost, remark: nil, source: nil)
    }

    @Test func `one limit is said plainly, several as a range or by case`() {
        func said(_ limits: [Procedure.TimeLimit?]) -> String {
            answers { $0.channels = limits.map { channel($0) } }.howLong.vi
        }
        #expect(said([.init(5, .workingDays), .init(5, .workingDays)]) == "5 ngày làm việc")
        #expect(said([.init(10, .days), .init(5, .days)]) == "5 đến 10 ngày, tùy trường hợp")
        #expect(said([.init(5, .days), .init(3, .hours)]) == "5 ngày hoặc 3 giờ, tùy trường hợp")
        #expect(said([.init(5, .days), .init(1, nil)]) == "5 ngày")
    }

    @Test func `a limit without a unit promises nothing`() {
        #expect(answers { $0.channels = [channel(.init(1, nil))] }.howLong.vi.hasPrefix("Nguồn không ghi rõ đơn vị"))
        #expect(answers { $0.channels = [channel(nil)] }.howLong.vi.hasPrefix("Chưa công bố"))
    }

    @Test func `where the source has no usable limit, the online service's own is said`() {
        let rule = LimitRule(
            value: 3, unit: "working_days", cases: [LimitCase(when: "true", value: 5, unit: "working_days")])
        func said(_ limit: Procedure.TimeLimit?) -> String {
            var procedure = CatalogueSamples.procedures[0]
            procedure.channels = [channel(limit)]
            return ProcedureAnswers(procedure: procedure, online: [rule]).howLong.vi
        }
        #expect(said(nil) == "3 ngày làm việc hoặc 5 ngày làm việc")
        #expect(said(.init(1, nil)) == "3 ngày làm việc hoặc 5 ngày làm việc")
        #expect(said(.init(10, .days)) == "10 ngày")
    }

    @Test func `free is said only when no row says otherwise`() {
        func said(_ costs: [Procedure.Cost]) -> String {
            answers { $0.channels = costs.map { channel(nil, $0) } }.howMuch.vi
        }
        let small = Procedure.Cost.fees([.init(amount: 8_000, currency: .dong, note: nil)])
        let large = Procedure.Cost.fees([.init(amount: 50_000, currency: .dong, note: nil)])
        let dollars = Procedure.Cost.fees([.init(amount: 145, currency: .dollar, note: nil)])
        #expect(said([.free, .free]) == "Không thu phí")
        #expect(said([.free, .explained("theo Nghị quyết")]) == "Theo mức quy định ghi bên dưới")
        #expect(said([small, small]) == "8.000 đồng")
        #expect(said([large, small]) == "Từ 8.000 đồng đến 50.000 đồng, tùy trường hợp")
        #expect(said([.free, small]) == "Không thu hoặc 8.000 đồng")
        #expect(said([dollars]) == "145 USD")
        #expect(said([.notStated]) == "Chưa công bố mức thu")
    }

    @Test func `papers of cases that exclude each other are not added up`() {
        let paper = Procedure.Paper(name: "Đơn", formFile: nil, originals: 1, copies: 0)
        func need(_ names: [String?]) -> String {
            answers {
                $0.paperCases = names.map { Procedure.PaperCase(name: $0, papers: [paper, paper], remarks: []) }
            }.need.vi
        }
        #expect(need([nil]) == "2 loại giấy tờ")
        #expect(need(["Giấy tờ phải nộp", "Giấy tờ phải xuất trình"]) == "4 loại giấy tờ")
        #expect(need(["Trường hợp mất", "Trường hợp hỏng"]) == "Giấy tờ theo từng trường hợp (2 trường hợp)")
        #expect(need([]) == "Không nêu giấy tờ riêng")
    }

    @Test func `the first paragraph answers who, what, how long, how much and where`() {
        let answers = ProcedureAnswers(procedure: CatalogueSamples.procedures[0])
        for words in ["công dân Việt Nam", "Cần chuẩn bị", "Thời hạn giải quyết", "Phí, lệ phí"] {
            #expect(answers.summary.vi.contains(words))
        }
        #expect(answers.agency?.contains("Ủy ban nhân dân cấp xã") == true)
    }
}
