package import Kernel

/// All provinces and communes in memory, for the fields of forms and for search.
package struct TerritoryTable: Sendable {
    package let provinces: [Territory]
    /// The units of before 1 July 2025, whose codes are their own.
    package let earlier: EarlierTerritoryTable
    private let byCode: [String: Territory]
    private let byProvince: [String: [Territory]]
    private let folded: [(words: String, territory: Territory)]

    /// `territories` in force on `day`; ended ones keep only their name.
    package init(_ territories: [Territory], earlier: EarlierTerritoryTable = EarlierTerritoryTable(), on day: Day) {
        self.earlier = earlier
        let current = territories.filter { $0.validity.contains(day) }
        byCode = Dictionary(territories.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        provinces = current.filter { $0.level == .province }
        byProvince = Dictionary(grouping: current.filter { $0.level == .commune }) { $0.parent ?? "" }
            .mapValues { communes in
                communes.map { (Folding.fold($0.name), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
            }
        folded = current.map { (" " + Folding.fold($0.name) + " ", $0) }
    }

    package func communes(of province: String) -> [Territory] { byProvince[province] ?? [] }

    package subscript(_ code: String) -> Territory? { byCode[code] }

    package func name(_ code: String) -> String? { byCode[code]?.name }

    /// `Phường Ba Đình, Thành phố Hà Nội`.
    package func fullName(_ code: String) -> String? {
        guard let territory = byCode[code] else { return nil }
        guard let parent = territory.parent, let province = byCode[parent] else { return territory.name }
        return "\(territory.name), \(province.name)"
    }

    /// Whether a commune lies in a province.
    package func isCommune(_ code: String, of province: String) -> Bool { byCode[code]?.parent == province }

    /// Those whose name holds every typed word, whole names first; accents may be missing.
    package func search(_ typed: String, limit: Int = 20) -> [Territory] {
        let words = Folding.words(typed)
        guard !words.isEmpty else { return [] }
        let whole = " " + words.joined(separator: " ") + " "
        let hits = folded.filter { entry in
            words.enumerated().allSatisfy { index, word in
                // The last word may still be on its way.
                entry.words.contains(index == words.count - 1 ? " \(word)" : " \(word) ")
            }
        }
        func rank(_ entry: (words: String, territory: Territory)) -> Int {
            entry.words.hasSuffix(whole) ? 0 : entry.words.contains(whole) ? 1 : 2
        }
        return hits.sorted { (rank($0), $0.words, $0.territory.code) < (rank($1), $1.words, $1.territory.code) }
            .prefix(limit).map(\.territory)
    }
}
