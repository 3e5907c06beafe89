import Testing

@testable import Catalogue

@Suite struct SearchMarksTests {
    private func marked(_ name: String, _ asked: Set<String>) -> String {
        SearchMarks.pieces(of: name, asked: asked).map { $0.isAsked ? "[\($0.text)]" : $0.text }.joined()
    }

    @Test func `words that were asked for are marked, neighbours together`() {
        #expect(marked("Thủ tục đăng ký lại khai sinh", ["khai", "sinh"]) == "Thủ tục đăng ký lại [khai sinh]")
        #expect(marked("Khai sinh, khai tử (lại)", ["khai", "sinh", "lai"]) == "[Khai sinh, khai] tử ([lại])")
        #expect(marked("Sổ đỏ", []) == "Sổ đỏ")
    }

    @Test(arguments: ["", " ", "—", "a", "(a) b", "Đăng ký; sửa.", "x  y"])
    func `the pieces are the name again`(name: String) {
        for asked: Set<String> in [[], ["a"], ["a", "b", "dang", "ky", "sua", "x", "y"]] {
            #expect(SearchMarks.pieces(of: name, asked: asked).map(\.text).joined() == name)
        }
    }
}
