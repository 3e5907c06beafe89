import Catalogue
import Kernel
import Testing

@Suite struct ProcedureIndexTests {
    private let index = CatalogueSamples.index

    private func codes(_ text: String, _ filter: ProcedureSearch.Filter = .init()) -> [String] {
        index(ProcedureSearch(text, filter: filter)).hits.map(\.entry.code.description)
    }

    @Test(arguments: [
        "đăng ký khai sinh", "dang ky khai sinh", "DANG KY KHAI SINH", "dang ky khai sihn", "dang ky kai sinh",
        "dangkykhaisinh", "ddawng kys khai sinh", "dang ky khai si", "lam giay khai sinh cho con",
        "làm khai sinh ở đâu",
        "toi muon lam khai sinh can giay to gi",
    ])
    func `what people type finds the procedure`(text: String) {
        #expect(codes(text).first == "9.000001")
    }

    @Test func `everyday words find what the decrees call otherwise`() {
        #expect(codes("mat bang lai xe").first == "9.000005")
        #expect(codes("bằng lái của tôi bị mất").first == "9.000005")
        #expect(codes("xin phep xay nha").first == "9.000004")
        #expect(codes("thue tro dang ky o dau").first == "9.000003")
    }

    @Test func `a code finds its record alone`() {
        #expect(codes("9.000003") == ["9.000003"])
    }

    @Test func `nothing typed lists everything, what is rare and inside the administration last`() {
        let all = codes("")
        #expect(all.count == 6)
        #expect(all.last == "5.000006")
        #expect(codes("", .init(includesInternal: false)).count == 5)
    }

    @Test func `words that no record has find nothing`() {
        let answer = index(ProcedureSearch("zzzz qqqq"))
        #expect(answer.hits.isEmpty)
        #expect(answer.total == 0)
    }

    @Test(arguments: [
        "", " ", "!!!", "%", "'", "\"; DROP TABLE", "🦆", "\u{0}", String(repeating: "khai sinh ", count: 500),
    ])
    func `nothing that is typed breaks the search`(text: String) {
        _ = index(ProcedureSearch(text))
    }

    @Test func `scores fall, and pages follow each other without gap or repetition`() {
        let whole = index(ProcedureSearch("dang ky", limit: 100)).hits
        #expect(whole.map(\.score) == whole.map(\.score).sorted(by: >))
        let pages = (0..<3).flatMap { index(ProcedureSearch("dang ky", offset: $0 * 2, limit: 2)).hits }
        #expect(pages.map(\.entry.code) == whole.prefix(6).map(\.entry.code))
    }

    @Test func `a filter's count is what the filter leaves`() {
        for text in ["", "dang ky", "giay phep"] {
            for filter in [ProcedureSearch.Filter(), .init(level: .commune), .init(applicant: .citizen)] {
                let facets = index(ProcedureSearch(text, filter: filter)).facets
                for field in facets.fields {
                    var narrower = filter
                    narrower.field = field.value
                    #expect(index(ProcedureSearch(text, filter: narrower)).total == field.count)
                }
                for level in facets.levels {
                    var narrower = filter
                    narrower.level = level.value
                    #expect(index(ProcedureSearch(text, filter: narrower)).total == level.count)
                }
            }
        }
    }
}
