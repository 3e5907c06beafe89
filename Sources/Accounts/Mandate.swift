package import Directory
package import Kernel

/// A mandate (tư cách đại diện): for whom an account may file besides itself: a firm, a child, somebody who authorised
/// it (Bộ luật Dân sự 2015, Đ.134–143). It is declared; the papers that prove it are checked with the dossier.
package struct Mandate: Sendable, Hashable {
    package typealias ID = Kernel.ID<Mandate>

    package enum Kind: String, Sendable, CaseIterable {
        case legalRepresentative = "legal_representative"
        case parent
        case authorised

        package var phrase: Phrase {
            switch self {
            case .legalRepresentative: Phrase(vi: "Người đại diện theo pháp luật", en: "Legal representative")
            case .parent: Phrase(vi: "Cha, mẹ hoặc người giám hộ", en: "Parent or guardian")
            case .authorised: Phrase(vi: "Người được ủy quyền", en: "Authorised person")
            }
        }
    }

    package let id: ID
    package let account: Account.ID
    package let kind: Kind
    /// The organisation, when it is for one.
    package let organisation: Organisation?
    /// The name of the organisation or person.
    package let name: String
    package let citizenNumber: CitizenNumber?
    package let bornOn: Day?
    package let validity: Validity
}

/// An enterprise or other organisation (doanh nghiệp, tổ chức), known by its tax code.
package struct Organisation: Sendable, Hashable {
    package typealias ID = Kernel.ID<Organisation>

    package let id: ID
    package let taxCode: TaxCode
}
