package import Catalogue
package import Directory
import Kernel

extension PlaceLookup {
    /// The territory in force, for the form engine. Names are read without accents and without "tỉnh", "xã", "phường";
    /// a name that two communes of a province share is not guessed.
    package init(_ table: TerritoryTable) {
        self.init(
            provinceName: { code in table.provinces.first { $0.code == code }?.name },
            commune: { code in
                guard let found = table[code], let province = found.parent,
                    table.communes(of: province).contains(where: { $0.code == code })
                else { return nil }
                return (name: found.name, province: province)
            },
            provinceCode: { PlaceName.only($0, in: table.provinces) },
            communeCode: { name, province in PlaceName.only(name, in: table.communes(of: province)) })
    }
}

/// A typed name of a place against the official ones.
enum PlaceName {
    private static let kinds = ["tinh ", "thanh pho ", "tp ", "xa ", "phuong ", "p ", "dac khu ", "thi tran "]

    /// The code of the only territory of that name: first the whole name counts, then the name without its kind.
    static func only(_ typed: String, in territories: [Territory]) -> String? {
        let name = bare(String(typed.prefix { $0 != "," }))
        guard !name.isEmpty else { return nil }
        let whole = territories.filter { bare($0.name) == name }
        if !whole.isEmpty { return whole.count == 1 ? whole[0].code : nil }
        let alike = territories.filter { without($0.name) == without(name) }
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
