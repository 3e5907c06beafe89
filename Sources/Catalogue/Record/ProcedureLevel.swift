package import Kernel

extension Procedure {
    /// The level of the administration at which a procedure is carried out (cấp thực hiện). There is no district level
    /// since 01/07/2025 (Luật Tổ chức chính quyền địa phương 2025).
    package enum Level: String, Codable, Hashable, Sendable, CaseIterable, Comparable {
        case commune, province, ministry, other

        package var name: Phrase {
            switch self {
            case .commune: Phrase(vi: "Cấp xã", en: "Commune")
            case .province: Phrase(vi: "Cấp tỉnh", en: "Province")
            case .ministry: Phrase(vi: "Cấp bộ", en: "Ministry")
            case .other: Phrase(vi: "Cơ quan khác", en: "Other agencies")
            }
        }

        package static func < (a: Self, b: Self) -> Bool { a.order < b.order }

        private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }
}
