package import Catalogue
package import Directory
import Kernel

extension PlaceLookup {
    /// The territory in force, and that of before, for the form engine. Names are read without accents and without
    /// "tỉnh", "xã", "phường"; a name that two communes of a province share is not guessed.
    ///
    /// A site that has not loaded the units of before 1 July 2025 takes their names as they are typed.
    package init(_ table: TerritoryTable) {
        let earlier = table.earlier
        self.init(
            provinceName: { code in table.provinces.first { $0.code == code }?.name },
            commune: { code in
                guard let found = table[code], let province = found.parent,
                    table.communes(of: province).contains(where: { $0.code == code })
                else { return nil }
                return (name: found.name, province: province)
            },
            provinceCode: { PlaceName.only($0, in: table.provinces.map { ($0.code, $0.name) }) },
            communeCode: { name, province in
                PlaceName.only(name, in: table.communes(of: province).map { ($0.code, $0.name) })
            },
            earlier: { code, kind in
                if earlier.provinces.isEmpty { return (name: code, around: nil) }
                guard let found = earlier[code] else { return nil }
                switch kind {
                case .oldProvince: return found.level == .province ? (name: found.name, around: nil) : nil
                case .oldDistrict: return found.level == .district ? (name: found.name, around: found.parent) : nil
                default: return earlier.district(ofCommune: code).map { (name: found.name, around: $0) }
                }
            },
            earlierCode: { name, kind, around in
                PlaceName.only(name, in: earlier.list(of: kind, around: around).map { ($0.code, $0.name) })
            },
            successors: { earlier[$0]?.successors ?? [] }, earlierExample: earlier.example)
    }
}

extension EarlierTerritoryTable {
    /// What may be chosen where a question asks for a unit of before, once the one around it is known.
    func list(of kind: FieldKind, around: String?) -> [EarlierTerritory] {
        switch kind {
        case .oldProvince: provinces
        case .oldDistrict: around.map { districts(of: $0) } ?? []
        case .oldCommune: around.map { communes(of: $0) } ?? []
        default: []
        }
    }

    /// The first province with its first district and commune; empty when there are none.
    fileprivate var example: [FieldKind: String] {
        guard let province = provinces.first, let district = districts(of: province.code).first,
            let commune = communes(of: district.code).first
        else { return [:] }
        return [.oldProvince: province.code, .oldDistrict: district.code, .oldCommune: commune.code]
    }
}

/// A typed name of a place against the official ones.
enum PlaceName {
    private static let kinds = [
        "tinh ", "thanh pho ", "tp ", "xa ", "phuong ", "p ", "dac khu ", "thi tran ", "quan ", "q ", "huyen ",
        "thi xa ",
    ]

    /// The code of the only territory of that name: first the whole name counts, then the name without its kind.
    static func only(_ typed: String, in places: [(code: String, name: String)]) -> String? {
        let name = bare(String(typed.prefix { $0 != "," }))
        guard !name.isEmpty else { return nil }
        let whole = places.filter { bare($0.name) == name }
        if !whole.isEmpty { return whole.count == 1 ? whole[0].code : nil }
        let alike = places.filter { without($0.name) == without(name) }
        return alike.count == 1 ? alike[0].code : nil
    }

    /// Without case and accents, and without what stands in brackets behind it.
    private static func bare(_ name: String) -> String { Folding.fold(String(name.prefix { $0 != "(" })) }

    private static func without(_ name: String) -> String {
        let folded = bare(name)
        for kind in kinds where folded.hasPrefix(kind) { return String(folded.dropFirst(kind.count)) }
        return folded
    }
}
