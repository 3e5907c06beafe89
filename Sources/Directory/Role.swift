package import Kernel
import Storage

/// What an official does in a post (NĐ 61/2018/NĐ-CP and NĐ 118/2025/NĐ-CP name the first, the others are common to
/// the staff of an agency).
package enum Role: String, Sendable, CaseIterable {
    /// Works at the one-stop desk: receives dossiers, hands out results.
    case oneStop = "one_stop"
    /// Works the dossier.
    case specialist
    /// Leads a unit: assigns, checks what is proposed.
    case head
    /// Leads the agency: approves, signs.
    case leader
    /// Looks after agencies, posts and settings of the agency and everything below it.
    case administrator

    package var phrase: Phrase {
        switch self {
        case .oneStop: Phrase(vi: "Công chức một cửa", en: "One-stop official")
        case .specialist: Phrase(vi: "Chuyên viên thụ lý", en: "Specialist")
        case .head: Phrase(vi: "Trưởng đơn vị", en: "Head of unit")
        case .leader: Phrase(vi: "Lãnh đạo cơ quan", en: "Leader of the agency")
        case .administrator: Phrase(vi: "Quản trị hệ thống", en: "Administrator")
        }
    }

    /// The title that a post of this role has when none is given.
    package var usualTitle: String {
        switch self {
        case .oneStop: "Công chức tiếp nhận và trả kết quả"
        case .specialist: "Chuyên viên"
        case .head: "Trưởng phòng"
        case .leader: "Lãnh đạo"
        case .administrator: "Quản trị hệ thống"
        }
    }

    /// Reads a role as lists write it: `one_stop`, or its Vietnamese or English name in any spelling.
    package init?(typed text: String) {
        let folded = Folding.fold(text)
        let match = Role.allCases.first { role in
            [role.rawValue, role.phrase.vi, role.phrase.en, role.usualTitle].contains { Folding.fold($0) == folded }
        }
        guard let match else { return nil }
        self = match
    }
}

extension Role: SQLBindable, SQLReadable {}
extension AgencyKind: SQLBindable, SQLReadable {}
