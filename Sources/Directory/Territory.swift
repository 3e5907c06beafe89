package import Kernel
package import Storage

/// A province or commune (đơn vị hành chính) with the code of QĐ 19/2025/QĐ-TTg: two digits for a province, five for a
/// commune, never given to another.
package struct Territory: Hashable, Sendable {
    package enum Level: String, Sendable { case province, commune }

    package let code: String
    package let level: Level
    /// `Phường Ba Đình`.
    package let name: String
    package let englishName: String
    /// The code of a commune's province.
    package let parent: String?
    package let validity: Validity

    package init(
        code: String, level: Level, name: String, englishName: String, parent: String?, validity: Validity
    ) {
        self.code = code
        self.level = level
        self.name = name
        self.englishName = englishName
        self.parent = parent
        self.validity = validity
    }

    package var phrase: Phrase { Phrase(vi: name, en: englishName) }

    /// The level that a code tells by its length; nil when it is no code.
    package static func level(ofCode code: String) -> Level? {
        guard code.utf8.allSatisfy({ (0x30...0x39).contains($0) }), code.contains(where: { $0 != "0" }) else {
            return nil
        }
        return switch code.utf8.count {
        case 2: .province
        case 5: .commune
        default: nil
        }
    }
}

extension Territory {
    /// Territories that no list of the state knows, for the sample province.
    package static func saveSamples(
        _ territories: [Territory], earlier: [EarlierTerritory], at now: Instant, in tx: any Transaction
    ) throws {
        try TerritoryStore.save(territories, in: tx)
        try EarlierTerritoryStore.save(earlier, at: now, in: tx)
    }
}

extension Territory.Level: SQLBindable, SQLReadable {}
