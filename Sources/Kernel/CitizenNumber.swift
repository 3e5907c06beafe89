/// The personal identification number (số định danh cá nhân; Luật Căn cước 2023, Đ.12; NĐ 137/2015/NĐ-CP, Đ.13).
///
/// Twelve digits: three of the province or country of birth registration, one of century and sex, two of the year of
/// birth, six random. There is no check digit, so that only the structure can be checked.
package struct CitizenNumber: Hashable, Sendable, Codable {
    package let digits: String

    /// The year of birth that the number tells.
    package let birthYear: Int
    package let isFemale: Bool

    /// Reads twelve digits, with spaces or dots between them; nil when the structure is not right.
    package init?(_ text: String) {
        let bare = text.filter { !$0.isWhitespace && $0 != "." }
        let bytes = Array(bare.utf8)
        guard bytes.count == 12, bytes.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        let values = bytes.map { Int($0) - 0x30 }
        let place = values[0] * 100 + values[1] * 10 + values[2]
        // 001 to 096 are the provinces of the list of 2016; the codes of countries begin above it (TT 07/2016/TT-BCA).
        guard (1...96).contains(place) || place >= 100 else { return nil }
        digits = bare
        birthYear = 1_900 + values[3] / 2 * 100 + values[4] * 10 + values[5]
        isFemale = values[3] % 2 == 1
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let number = CitizenNumber(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a citizen number")
        }
        self = number
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(digits)
    }
}
