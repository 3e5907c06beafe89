import Foundation
import Kernel
import Testing

@Suite struct JSONReaderTests {
    /// What Foundation's decoder makes of it; nil when it refuses.
    private func reference(_ text: String) -> JSON? {
        try? JSONDecoder().decode(JSON.self, from: Data(text.utf8))
    }

    @Test(arguments: [
        "null", " true ", "[]", "{}", "[[],{}]", #"{"a":{"b":[1,2,{"c":null}]}}"#, "0", "-0", "12345678901234567890",
        "-7", "2.50", "1e3", "1.5E-2", "123456789012345678", #""""#, #""Nộp hồ sơ""#,
        #""\u0041\u1ed9 \ud83d\ude00 \/\b\f""#,
        "\t{\r\n\"x\" : [ 1 , \"y\" ] }\n",
    ])
    func `reads what Foundation reads`(text: String) throws {
        let wanted = try #require(reference(text))
        #expect(try JSON(parsing: text) == wanted)
        #expect(try JSON(parsing: wanted.canonical) == wanted)
    }

    @Test(arguments: [
        "", " ", "nul", "tru e", "[1,]", "[,1]", "{,}", #"{"a"}"#, #"{"a":}"#, #"{a:1}"#, #"{"a":1,}"#, "01", "-", "1.",
        ".5", "1e", "+1", #""abc"#, #""\x""#, #""\u12g4""#, #""\ud83d""#, "\"a\nb\"", "1 2", "[1 2]", "]", "{]",
    ])
    func `refuses what is no JSON`(text: String) {
        #expect(throws: (any Error).self) { try JSON(parsing: text) }
    }

    @Test func `refuses bytes that are no UTF-8, and depth without end`() {
        #expect(throws: (any Error).self) { try JSON(utf8: [0x22, 0xC3, 0x28, 0x22]) }
        #expect(throws: (any Error).self) { try JSON(parsing: String(repeating: "[", count: 100_000)) }
        #expect(throws: Never.self) {
            try JSON(parsing: String(repeating: "[", count: 500) + String(repeating: "]", count: 500))
        }
    }
}
