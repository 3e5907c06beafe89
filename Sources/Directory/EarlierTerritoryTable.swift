import Kernel

/// The units of before 1 July 2025 in memory, for the fields of forms; all empty on a site that has not loaded them.
package struct EarlierTerritoryTable: Sendable {
    package let provinces: [EarlierTerritory]
    private let byCode: [String: EarlierTerritory]
    private let byParent: [String: [EarlierTerritory]]

    package init(_ territories: [EarlierTerritory] = []) {
        byCode = Dictionary(territories.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        provinces = territories.filter { $0.level == .province }
        byParent = Dictionary(grouping: territories.filter { $0.parent != nil }) { $0.parent ?? "" }
            .mapValues { units in units.map { (Folding.fold($0.name), $0) }.sorted { $0.0 < $1.0 }.map(\.1) }
    }

    /// How many communes there were.
    package var communes: Int { byCode.values.count { $0.level == .commune } }

    package func districts(of province: String) -> [EarlierTerritory] {
        byCode[province]?.level == .province ? byParent[province] ?? [] : []
    }

    /// The communes of a district; an island district that had none stands in the list itself.
    package func communes(of district: String) -> [EarlierTerritory] {
        guard let found = byCode[district], found.level == .district else { return [] }
        return byParent[district] ?? [found]
    }

    /// Where a commune of a paper's address lies: its district, also when the district stands for it.
    package func district(ofCommune code: String) -> String? {
        guard let found = byCode[code] else { return nil }
        return switch found.level {
        case .province: nil
        case .district: byParent[code] == nil ? code : nil
        case .commune: found.parent
        }
    }

    package subscript(_ code: String) -> EarlierTerritory? { byCode[code] }
}
