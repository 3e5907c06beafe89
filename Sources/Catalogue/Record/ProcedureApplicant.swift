package import Kernel

extension Procedure {
    /// Whom a procedure is for (đối tượng thực hiện), in the kinds of the national database (ĐT1 … DT13).
    package enum Applicant: String, Codable, Hashable, Sendable, CaseIterable {
        case citizen
        case overseasVietnamese = "overseas_vietnamese"
        case foreigner
        case business
        case vietnameseBusiness = "vietnamese_business"
        case foreignInvestedBusiness = "foreign_invested_business"
        case cooperative, organisation
        case foreignOrganisation = "foreign_organisation"
        case official
        case partyMember = "party_member"
        case partyOrganisation = "party_organisation"

        package var name: Phrase {
            switch self {
            case .citizen: Phrase(vi: "Công dân Việt Nam", en: "Vietnamese citizens")
            case .overseasVietnamese:
                Phrase(vi: "Người Việt Nam định cư ở nước ngoài", en: "Vietnamese residing abroad")
            case .foreigner: Phrase(vi: "Người nước ngoài", en: "Foreigners")
            case .business: Phrase(vi: "Doanh nghiệp", en: "Businesses")
            case .vietnameseBusiness: Phrase(vi: "Doanh nghiệp Việt Nam", en: "Vietnamese businesses")
            case .foreignInvestedBusiness:
                Phrase(vi: "Doanh nghiệp có vốn đầu tư nước ngoài", en: "Foreign-invested businesses")
            case .cooperative: Phrase(vi: "Hợp tác xã", en: "Cooperatives")
            case .organisation:
                Phrase(
                    vi: "Tổ chức (không bao gồm doanh nghiệp, hợp tác xã)",
                    en: "Organisations (other than businesses and cooperatives)")
            case .foreignOrganisation: Phrase(vi: "Tổ chức nước ngoài", en: "Foreign organisations")
            case .official: Phrase(vi: "Cán bộ, công chức, viên chức", en: "Officials and public employees")
            case .partyMember: Phrase(vi: "Đảng viên", en: "Party members")
            case .partyOrganisation: Phrase(vi: "Tổ chức Đảng", en: "Party organisations")
            }
        }

        /// The source's wordings. Commas tear "Cán bộ, công chức, viên chức" into three.
        package init?(source text: String) {
            switch Folding.fold(text) {
            case "cong dan viet nam": self = .citizen
            case "nguoi viet nam dinh cu o nuoc ngoai": self = .overseasVietnamese
            case "nguoi nuoc ngoai", "nguoi nuoc ngoai cu tru tai viet nam": self = .foreigner
            case "doanh nghiep": self = .business
            case "doanh nghiep viet nam": self = .vietnameseBusiness
            case "doanh nghiep co von dau tu nuoc ngoai": self = .foreignInvestedBusiness
            case "hop tac xa": self = .cooperative
            case "to chuc khong bao gom doanh nghiep htx", "to chuc khong bao gom doanh nghiep hop tac xa":
                self = .organisation
            case "to chuc nuoc ngoai": self = .foreignOrganisation
            case "can bo", "cong chuc", "vien chuc", "can bo cong chuc vien chuc": self = .official
            case "dang vien": self = .partyMember
            case "to chuc dang": self = .partyOrganisation
            default: return nil
            }
        }

        /// Whether it is a person rather than a firm or an organisation.
        package var isPerson: Bool {
            switch self {
            case .citizen, .overseasVietnamese, .foreigner, .official, .partyMember: true
            default: false
            }
        }
    }
}
