package import Kernel
import Storage

/// A province, district or commune as it was before 1 July 2025, when the country had three levels: papers of that time
/// still name it.
///
/// NQ 202/2025/QH15 joined 63 provinces into 34, Luật Tổ chức chính quyền địa phương 72/2025/QH15 did away with
/// districts, and the communes became those of QĐ 19/2025/QĐ-TTg. Codes (two, three and five digits) are those of
/// QĐ 124/2004/QĐ-TTg; many stand in today's list for something else, so neither list ever reads the other's.
package struct EarlierTerritory: Hashable, Sendable {
    package enum Level: String, Sendable { case province, district, commune }

    package let code: String
    package let level: Level
    /// `Phường Phúc Xá`.
    package let name: String
    package let englishName: String
    /// The code of a district's province or of a commune's district, in the same list.
    package let parent: String?
    /// The first day on which it was no more.
    package let until: Day
    /// The codes of today's units that it became, wholly or in part.
    package let successors: [String]

    package init(
        code: String, level: Level, name: String, englishName: String, parent: String?, until: Day,
        successors: [String]
    ) {
        self.code = code
        self.level = level
        self.name = name
        self.englishName = englishName
        self.parent = parent
        self.until = until
        self.successors = successors
    }

    package var phrase: Phrase { Phrase(vi: name, en: englishName) }

    /// The level that a code tells by its length; nil when it is no code.
    package static func level(ofCode code: String) -> Level? {
        if code.utf8.count == 3, code.utf8.allSatisfy({ (0x30...0x39).contains($0) }), code != "000" {
            return .district
        }
        return Territory.level(ofCode: code).flatMap { Level(rawValue: $0.rawValue) }
    }
}

extension EarlierTerritory.Level: SQLBindable, SQLReadable {}
