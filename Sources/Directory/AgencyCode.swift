package import Storage

/// The electronic identifier of an agency (mã định danh điện tử; QĐ 20/2020/QĐ-TTg): `H56`, `H56.12`, `H56.12.03`.
///
/// At most 35 characters: groups of digits and capital letters with dots between them, growing from left to right. The
/// first group is a letter and two digits; further ones have at least two digits or letters.
package struct AgencyCode: Hashable, Sendable, LosslessStringConvertible {
    package let text: String
    package var description: String { text }

    package init?(_ typed: String) {
        let text = typed.filter { !$0.isWhitespace }.uppercased()
        let groups = text.split(separator: ".", omittingEmptySubsequences: false).map { Array($0.utf8) }
        guard text.utf8.count <= 35, let first = groups.first, first.count == 3, Self.isLetter(first[0]),
            Self.isDigit(first[1]), Self.isDigit(first[2]),
            groups.dropFirst().allSatisfy({ $0.count >= 2 && $0.allSatisfy { Self.isDigit($0) || Self.isLetter($0) } })
        else { return nil }
        self.text = text
    }

    /// 1 for `H56`, 2 for `H56.12`.
    package var level: Int { text.split(separator: ".").count }

    /// Whether this code stands below `other` in the tree of codes.
    package func isBelow(_ other: AgencyCode) -> Bool { text.hasPrefix(other.text + ".") }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
}

extension AgencyCode: SQLBindable, SQLReadable {
    package var sqlValue: SQLValue { .text(text) }
    package init?(sql: SQLValue) {
        guard case .text(let text) = sql else { return nil }
        self.init(text)
    }
}
