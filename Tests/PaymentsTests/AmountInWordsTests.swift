import Kernel
import Testing
import Wording

@Suite struct AmountInWordsTests {
    @Test(
        arguments: [
            (0, "không đồng"), (1, "một đồng"), (5, "năm đồng"), (10, "mười đồng"), (11, "mười một đồng"),
            (15, "mười lăm đồng"), (20, "hai mươi đồng"), (21, "hai mươi mốt đồng"), (24, "hai mươi bốn đồng"),
            (25, "hai mươi lăm đồng"), (31, "ba mươi mốt đồng"), (55, "năm mươi lăm đồng"), (99, "chín mươi chín đồng"),
            (100, "một trăm đồng"), (101, "một trăm linh một đồng"), (105, "một trăm linh năm đồng"),
            (110, "một trăm mười đồng"), (111, "một trăm mười một đồng"), (115, "một trăm mười lăm đồng"),
            (121, "một trăm hai mươi mốt đồng"), (555, "năm trăm năm mươi lăm đồng"), (1_000, "một nghìn đồng"),
            (1_001, "một nghìn không trăm linh một đồng"), (1_010, "một nghìn không trăm mười đồng"),
            (1_015, "một nghìn không trăm mười lăm đồng"), (1_050, "một nghìn không trăm năm mươi đồng"),
            (1_500, "một nghìn năm trăm đồng"), (8_000, "tám nghìn đồng"),
            (10_005, "mười nghìn không trăm linh năm đồng"), (16_000, "mười sáu nghìn đồng"),
            (21_000, "hai mươi mốt nghìn đồng"), (75_000, "bảy mươi lăm nghìn đồng"),
            (100_000, "một trăm nghìn đồng"), (105_000, "một trăm linh năm nghìn đồng"),
            (115_500, "một trăm mười lăm nghìn năm trăm đồng"), (150_000, "một trăm năm mươi nghìn đồng"),
            (166_000, "một trăm sáu mươi sáu nghìn đồng"), (1_000_000, "một triệu đồng"),
            (1_000_005, "một triệu không trăm linh năm đồng"),
            (1_005_000, "một triệu không trăm linh năm nghìn đồng"),
            (1_050_000, "một triệu không trăm năm mươi nghìn đồng"), (1_500_000, "một triệu năm trăm nghìn đồng"),
            (21_021_021, "hai mươi mốt triệu không trăm hai mươi mốt nghìn không trăm hai mươi mốt đồng"),
            (123_456_789, "một trăm hai mươi ba triệu bốn trăm năm mươi sáu nghìn bảy trăm tám mươi chín đồng"),
            (1_000_000_000, "một tỷ đồng"), (1_000_000_005, "một tỷ không trăm linh năm đồng"),
            (2_005_000_000, "hai tỷ không trăm linh năm triệu đồng"), (15_000_000_000, "mười lăm tỷ đồng"),
            (1_000_000_000_000, "một nghìn tỷ đồng"), (1_500_000_000_000, "một nghìn năm trăm tỷ đồng"),
            (1_000_000_000_000_000_000, "một tỷ tỷ đồng"), (-150_000, "âm một trăm năm mươi nghìn đồng"),
        ] as [(Int64, String)])
    func `an amount is written out as it is read`(dong: Int64, words: String) {
        #expect(AmountInWords(Money(dong: dong)).description == words)
    }

    /// Reads the words back, by the rules of reading and not by those of writing.
    private func value(_ words: String) -> Int64? {
        let digits = [
            "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "lăm": 5, "sáu": 6, "bảy": 7,
            "tám": 8, "chín": 9,
        ]
        var (total, billions, group, pending): (Int64, Int64, Int64, Int64) = (0, 0, 0, 0)
        for word in words.split(separator: " ") {
            switch word {
            case "đồng", "linh": break
            case "trăm":
                group += pending * 100
                pending = 0
            case "mươi":
                group += pending * 10
                pending = 0
            case "mười": group += 10
            case "nghìn":
                total += (group + pending) * 1_000
                (group, pending) = (0, 0)
            case "triệu":
                total += (group + pending) * 1_000_000
                (group, pending) = (0, 0)
            case "tỷ":
                billions = (billions + total + group + pending) * 1_000_000_000
                (total, group, pending) = (0, 0, 0)
            default:
                guard let digit = digits[String(word)] else { return nil }
                pending = Int64(digit)
            }
        }
        return billions + total + group + pending
    }

    @Test func `every amount reads back as itself`() {
        for dong in Int64(0)..<20_000 { #expect(value(AmountInWords(Money(dong: dong)).description) == dong) }
        var random = SystemRandomNumberGenerator()
        for _ in 0..<20_000 {
            let dong = Int64.random(in: 0...9_999_999_999_999, using: &random) >> Int64.random(in: 0...40)
            #expect(value(AmountInWords(Money(dong: dong)).description) == dong, "\(dong)")
        }
    }
}
