/// Some of the parts of a column, as bits.
struct PartSet: Hashable {
    private(set) var words: [UInt64]

    init(count: Int, _ holds: (Int) -> Bool) {
        words = Array(repeating: 0, count: (count + 63) / 64)
        for part in 0..<count where holds(part) { words[part / 64] |= 1 << UInt64(part % 64) }
    }

    func contains(_ part: Int) -> Bool { words[part / 64] >> UInt64(part % 64) & 1 == 1 }

    /// The first part that both hold.
    func first(commonWith other: PartSet) -> Int? {
        for (index, word) in words.enumerated() where word & other.words[index] != 0 {
            return index * 64 + (word & other.words[index]).trailingZeroBitCount
        }
        return nil
    }

    /// Whether all of the other's parts are among these.
    func isSuperset(of other: PartSet) -> Bool {
        zip(words, other.words).allSatisfy { $1 & ~$0 == 0 }
    }
}
