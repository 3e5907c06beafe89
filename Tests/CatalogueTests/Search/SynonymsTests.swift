import Testing

@testable import Catalogue

@Suite struct SynonymsTests {
    @Test func `every line of the table is a translation`() {
        let table = Synonyms.table
        #expect(table.entries.count > 2_000)
        #expect(table.translations.allSatisfy { !$0.meanings.isEmpty })
        #expect(table.translations.allSatisfy { $0.meanings.allSatisfy { !$0.words.isEmpty && $0.weight <= 1 } })
    }

    @Test func `braces stand for each of their choices`() {
        let table = Synonyms(["{mất/đánh rơi} {bằng lái/gplx} => cấp lại giấy phép lái xe | cấp lại*0.5"])
        #expect(
            table.entries.map { $0.parts.map { $0.map(\.folded).joined(separator: " ") } } == [
                ["mat", "bang lai"], ["mat", "gplx"], ["danh roi", "bang lai"], ["danh roi", "gplx"],
            ])
        #expect(table.translations[0].meanings.map(\.weight) == [1, 0.5])
    }

    @Test func `a word typed with other marks is not the table's word`() {
        let typed = SearchWords.of("mặt mất mat")
        let lost = SearchWords.of("mất")[0]
        #expect(typed.map { $0.canMean(lost) } == [false, true, true])
    }

    @Test func `the place of the tone mark does not matter`() {
        #expect(SearchWords.of("hòa") == SearchWords.of("hoà"))
    }

    @Test(arguments: [("khai", "kai"), ("sinh", "sihn"), ("nha", "nhaa"), ("xay", "say")])
    func `one slip of the fingers is one slip`(word: String, slip: String) {
        #expect(SearchVocabulary.isOneSlip(word, slip))
        #expect(!SearchVocabulary.isOneSlip(word, word))
    }

    @Test(arguments: [("ddaats", "dat"), ("giaay1", "giay"), ("nhaf", "nha"), ("xaay", "xay")])
    func `keys of an input method left in the text are taken out`(typed: String, meant: String) {
        #expect(TypingHabits.withoutKeys(typed) == meant)
    }
}
