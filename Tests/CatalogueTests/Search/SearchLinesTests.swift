import Catalogue
import Foundation
import Kernel
import Testing

@Suite struct SearchLinesTests {
    private let lines = SearchLines(CatalogueSamples.index)

    @Test func `a question is answered with its results, best first`() throws {
        let answer = try JSON(parsing: lines(#"{"query": "dang ky khai sinh", "limit": 1}"#))
        #expect(answer["query"]?.string == "dang ky khai sinh")
        #expect(answer["results"]?.array?.count == 1)
        #expect(answer["results"]?[0]?["code"]?.string == "9.000001")
        #expect(answer["results"]?[0]?["name"]?.string == "Thủ tục đăng ký khai sinh")
        #expect(try #require(answer["results"]?[0]?["score"]?.number).isSignMinus == false)
    }

    @Test func `a question without a limit has at most ten results`() throws {
        #expect(try JSON(parsing: lines(#"{"query": ""}"#))["results"]?.array?.count == 6)
    }

    @Test(arguments: ["", "[]", "nonsense", #"{"limit": 3}"#])
    func `what is no question is answered with the problem`(line: String) throws {
        let answer = try JSON(parsing: lines(line, number: 7))
        #expect(answer["error"] != nil)
        #expect(answer["query"]?.string == line)
        #expect(answer["line"]?.number == 7)
    }

    @Test func `an answer is one line`() {
        #expect(!lines(#"{"query": "a\nb"}"#).contains("\n"))
    }
}
