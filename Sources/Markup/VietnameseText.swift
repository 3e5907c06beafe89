import Kernel

extension Rendering {
    /// Whether a phrase is Vietnamese on a page that is not: a name of the catalogue, of a place, of a person.
    func mustName(_ phrase: Phrase) -> Bool {
        language != .vi && phrase.vi == phrase.en && Self.isVietnamese(phrase.vi)
    }

    /// Letters with Vietnamese marks: À … ý (but × and ÷), Ă Đ Ĩ Ũ, Ơ Ư, and U+1EA0 … U+1EF9.
    static func isVietnamese(_ text: String) -> Bool {
        text.unicodeScalars.contains { scalar in
            switch scalar.value {
            case 0xD7, 0xF7: false
            case 0xC0...0xFF, 0x102...0x103, 0x110...0x111, 0x128...0x129, 0x168...0x169, 0x1A0...0x1A1, 0x1AF...0x1B0,
                0x1EA0...0x1EF9:
                true
            default: false
            }
        }
    }
}
