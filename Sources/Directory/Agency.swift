package import Kernel

/// An agency or one of its units (cơ quan, đơn vị): a node of the tree, with the days between which it exists.
///
/// It is never deleted: dossiers and papers of the past name it. A new name is kept beside the old one, a merged agency
/// names the one that follows it.
package struct Agency: Sendable, Hashable {
    package typealias ID = Kernel.ID<Agency>

    package let id: ID
    package let parent: ID?
    package let kind: AgencyKind
    package let code: AgencyCode?
    /// The official Vietnamese name; it is not translated on papers.
    package let name: String
    package let englishName: String?
    /// The territory it serves, by code (QĐ 19/2025/QĐ-TTg).
    package let territory: String?
    package let address: String
    package let phone: String
    /// The calendar by name; nil when it keeps that of the agency above.
    package let calendar: String?
    package let validity: Validity
    package let successor: ID?
    package let version: Int

    /// The name in the language of the reader.
    package var phrase: Phrase { Phrase(vi: name, en: englishName ?? name) }
}

/// What a node of the tree is.
package enum AgencyKind: String, Sendable, CaseIterable {
    /// A ministry or the nation: the top of a tree above the provinces.
    case root
    /// A province with its People's Committee (UBND cấp tỉnh).
    case province
    /// A department, board or branch office (sở, ban, ngành, chi cục).
    case department
    /// A commune with its People's Committee (UBND cấp xã; Luật Tổ chức chính quyền địa phương 2025).
    case commune
    /// An internal division (phòng, ban chuyên môn).
    case unit
    /// The one-stop desk (Bộ phận một cửa, Trung tâm Phục vụ hành chính công; NĐ 118/2025/NĐ-CP).
    case desk

    /// Whether it acts in its own name; units and desks act in that of the agency above them.
    package var isAuthority: Bool { self != .unit && self != .desk }

    /// What may stand directly below.
    package var children: [AgencyKind] {
        switch self {
        case .root: [.province, .department, .commune, .unit, .desk]
        case .province: [.department, .commune, .unit, .desk]
        case .department: [.department, .unit, .desk]
        case .commune, .unit: [.unit, .desk]
        case .desk: []
        }
    }

    /// What may stand at the top of a site's tree.
    package static let tops: [AgencyKind] = [.commune, .province, .department, .root]

    package var phrase: Phrase {
        switch self {
        case .root: Phrase(vi: "Bộ, cơ quan trung ương", en: "Ministry or central agency")
        case .province: Phrase(vi: "Ủy ban nhân dân cấp tỉnh", en: "Provincial People's Committee")
        case .department: Phrase(vi: "Sở, ban, ngành", en: "Department or branch")
        case .commune: Phrase(vi: "Ủy ban nhân dân cấp xã", en: "Commune People's Committee")
        case .unit: Phrase(vi: "Phòng, đơn vị chuyên môn", en: "Division")
        case .desk: Phrase(vi: "Bộ phận một cửa", en: "One-stop desk")
        }
    }
}
