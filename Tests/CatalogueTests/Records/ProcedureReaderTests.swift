import Catalogue
import Kernel
import Testing

@Suite struct ProcedureReaderTests {
    @Test func `every sample record is read`() {
        #expect(CatalogueSamples.procedures.count == 6)
    }

    @Test func `reading twice gives equal values`() {
        let again = CatalogueSamples.lines.enumerated().compactMap {
            ProcedureReader()($0.element, line: $0.offset + 1).procedure
        }
        #expect(again == CatalogueSamples.procedures)
    }

    @Test func `names lose dashes, colons and full stops for display`() throws {
        let birth = try #require(CatalogueSamples.reading("9.000001")?.procedure)
        #expect(birth.paperCases[0].name == "Giấy tờ phải nộp")
        #expect(birth.paperCases[0].papers[0].name == "Tờ khai theo mẫu")
        #expect(birth.outcomes[0].name == "Giấy khai sinh")
        #expect(CatalogueSamples.reading("9.000002")?.procedure?.name == "Thủ tục đăng ký lại khai sinh")
    }

    @Test func `the torn kind of officials is one kind again`() {
        #expect(CatalogueSamples.reading("9.000001")?.procedure?.applicants == [.citizen, .official])
    }

    @Test func `steps are cut where the text numbers them`() throws {
        let steps = try #require(CatalogueSamples.reading("9.000001")?.procedure).steps
        #expect(steps.map(\.number) == [1, 2])
        #expect(steps[1].paragraphs.last == "Trả kết quả.")
    }

    @Test func `a form that gave its name to the paper is told apart from it`() throws {
        let papers = try #require(CatalogueSamples.reading("9.000001")?.procedure).paperCases[0].papers
        #expect(papers[1].name == "Giấy ủy quyền của người yêu cầu")
        #expect(papers[1].formFile == "Mau UQ.docx")
        #expect(CatalogueSamples.accounts("9.000001", .nameAndFileRunTogether).count == 1)
    }

    @Test func `guidance among the papers is no paper`() throws {
        let found = try #require(CatalogueSamples.reading("9.000001")?.procedure).paperCases[0]
        #expect(found.remarks == ["Người tiếp nhận có trách nhiệm kiểm tra"])
        #expect(found.papers.count == 2)
        #expect(CatalogueSamples.accounts("9.000001", .onlyPunctuation).map(\.cell) == ["dossier[0].items[3].name"])
    }

    @Test func `a count that swallowed the end of the name gives it back`() throws {
        let paper = try #require(CatalogueSamples.reading("9.000002")?.procedure).paperCases[0].papers[0]
        #expect(paper.name.hasSuffix("ngày 28/5/2020"))
        #expect(paper.originals == 1)
        let form = try #require(CatalogueSamples.reading("9.000004")?.procedure).paperCases[0].papers[0]
        #expect(form.name == "Đơn đề nghị theo Mẫu số 2")
        #expect(form.originals == 1)
    }

    @Test func `numbers of documents lose what ran into them`() {
        #expect(CatalogueSamples.reading("9.000001")?.procedure?.legalBasis == ["60/2014/QH13", "123/2015/NĐ-CP"])
        #expect(CatalogueSamples.reading("9.000003")?.procedure?.legalBasis == ["68/2020/QH14"])
        #expect(CatalogueSamples.accounts("9.000005", .notALegalDocument).map(\.said) == ["không rõ"])
    }

    @Test func `what is not understood has an account with its place, its words and its reason in both languages`()
        throws
    {
        let accounts = try #require(CatalogueSamples.reading("9.000005")?.accounts)
        let places = Set(accounts.map { "\($0.cell): \($0.reason.rawValue)" })
        #expect(
            places.isSuperset(of: [
                "levels[1]: unknown_word", "applicants[1]: unknown_word", "channels[0].channel: unknown_word",
                "channels[1].time_limit.value: zero_limit", "channels[2].time_limit.unit: unknown_word",
                "procedure_text: empty", "dossier: empty", "results[0].name: empty",
            ]))
        #expect(accounts.allSatisfy { $0.line == 5 && $0.code == "9.000005" })
        #expect(CellReason.allCases.allSatisfy { !$0.phrase.vi.isEmpty && !$0.phrase.en.isEmpty })
    }

    @Test(arguments: [
        "", "not json", "[1]", "{}", #"{"code": "12", "name": "x"}"#, #"{"code": "1.000001", "name": " - "}"#,
    ])
    func `a line that is no record is refused with an account`(line: String) {
        let reading = ProcedureReader()(line, line: 7)
        #expect(reading.procedure == nil)
        #expect(reading.accounts.contains { $0.reason.refusesRecord && $0.line == 7 })
    }

    @Test func `cells of another kind are accounted for and do not stop the record`() throws {
        let reading = ProcedureReader()(
            #"{"code": "1.000001", "name": "Tên", "levels": "commune", "channels": [7], "legal_basis": [3], "new_cell": 1}"#,
            line: 1)
        #expect(reading.procedure?.name == "Tên")
        #expect(reading.accounts.contains { $0.cell == "levels" && $0.reason == .wrongType })
        #expect(reading.accounts.contains { $0.cell == "channels[0]" && $0.reason == .wrongType })
        #expect(reading.accounts.contains { $0.cell == "new_cell" && $0.reason == .unknownCell })
    }
}
