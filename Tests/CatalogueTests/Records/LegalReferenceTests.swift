import Testing

@testable import Catalogue

@Suite struct LegalReferenceTests {
    @Test(arguments: [
        ("05/2012/NĐ-CP05", "05/2012/NĐ-CP"), ("43/2015/TT-BGTVT", "43/2015/TT-BGTVT"),
        ("66/2006/QH1167", "66/2006/QH11"),
        ("10/2018/QĐ-TT", "10/2018/QĐ-TTg"), ("2068/2020/QH14T", "68/2020/QH14"),
        ("5147/2025/QH15193", "147/2025/QH15"),
        ("04/2014/TTLT-BCA-BYT-BTCV", "04/2014/TTLT-BCA-BYT-BTC"), ("1365/2014/NĐ-CP", "65/2014/NĐ-CP"),
    ])
    func `a document's number stands alone`(said: String, number: String) {
        let reference = LegalReference(said)
        #expect(reference.number == number)
        #expect(reference.isDocument)
        #expect(reference.wasRunTogether == (said != number))
    }

    @Test(arguments: ["Luật Hộ tịch", "118/2025/NĐ-CQ", "0448/2014/QH13", "", "/", "12"])
    func `what is no number of a document is kept as it stands`(said: String) {
        let reference = LegalReference(said)
        #expect(!reference.isDocument)
        #expect(reference.number == said)
    }
}
