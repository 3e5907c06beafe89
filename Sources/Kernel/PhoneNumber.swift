/// A telephone number of Vietnam, ten digits since 15/09/2018 for mobiles; landlines have ten or eleven.
package struct PhoneNumber: Hashable, Sendable {
    /// Digits only, beginning with 0.
    package let digits: String

    /// Reads what people type: `0912 345 678`, `+84 912.345.678`, `(024) 3825 5678`.
    package init?(_ typed: String) {
        var bare = typed.filter { !$0.isWhitespace && !"().-".contains($0) }
        if bare.hasPrefix("+84") { bare = "0" + bare.dropFirst(3) }
        let bytes = Array(bare.utf8)
        guard bytes.allSatisfy({ (0x30...0x39).contains($0) }), bytes.count >= 2, bytes[0] == 0x30 else { return nil }
        switch bytes[1] {
        case UInt8(ascii: "3"), UInt8(ascii: "5"), UInt8(ascii: "7"), UInt8(ascii: "8"), UInt8(ascii: "9"):
            guard bytes.count == 10 else { return nil }
        case UInt8(ascii: "2"):
            guard bytes.count == 10 || bytes.count == 11 else { return nil }
        default: return nil
        }
        digits = bare
    }
}
