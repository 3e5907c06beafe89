package import Catalogue
package import Kernel

/// Who a dossier is about and who brings it: the owner (chủ hồ sơ), the submitter (người nộp) and what lets the one
/// act for the other. Personal data: it stands in the dossier's erasable content and nowhere else.
package struct Parties: Codable, Sendable, Equatable {
    package var kind: OwnerKind
    package var owner: Party
    package var submitter: Party
    /// Why the submitter may act for the owner: `parent`, `legal_representative`, `authorised`; nil for oneself.
    package var mandate: String?
    /// How the result is to come to them, as chosen when filing (form 01, item 6).
    package var delivery: Delivery?

    package init(
        kind: OwnerKind, owner: Party, submitter: Party, mandate: String? = nil, delivery: Delivery? = nil
    ) {
        self.kind = kind
        self.owner = owner
        self.submitter = submitter
        self.mandate = mandate
        self.delivery = delivery
    }

    /// Whether the submitter acts for somebody else by authorisation: for another adult always, for a firm unless as its
    /// legal representative.
    package var isAuthorised: Bool {
        switch kind {
        case .`self`, .child: false
        case .other: true
        case .householdBusiness, .organisation: mandate == "authorised"
        }
    }

    package static func mandateName(_ mandate: String) -> Phrase {
        switch mandate {
        case "parent": Phrase(vi: "Cha, mẹ hoặc người giám hộ", en: "Parent or guardian")
        case "legal_representative": Phrase(vi: "Người đại diện theo pháp luật", en: "Legal representative")
        default: Phrase(vi: "Người được ủy quyền", en: "Authorised person")
        }
    }
}

/// How the result reaches the applicant: fetched at the counter, by post to an address, or as a file in the portal.
package struct Delivery: Codable, Sendable, Equatable {
    /// `counter`, `post` or `online`, as the service allows.
    package var way: String
    /// Where the post brings it; empty for the other ways.
    package var address: String

    package init(way: String, address: String = "") {
        self.way = way
        self.address = address
    }

    /// The words of form 01, item 6; and for the child of a case, whose result goes to its origin.
    package static func name(of way: String) -> Phrase {
        switch way {
        case "post": Phrase(vi: "Qua dịch vụ bưu chính công ích", en: "By post")
        case "online": Phrase(vi: "Trực tuyến, trên cổng này", en: "Online, in this portal")
        case AnswerOriginCase.way: Phrase(vi: "chuyển về hồ sơ gốc", en: "to the origin")
        default: Phrase(vi: "Tại bộ phận một cửa", en: "At the one-stop desk")
        }
    }

    package var name: Phrase { Self.name(of: way) }
}

/// A person, household business or organisation, as named in a dossier.
package struct Party: Codable, Sendable, Equatable {
    package var name: String
    /// Citizen number, tax code, or the number of another paper.
    package var number: String
    package var phone: String
    package var email: String
    package var address: String

    package init(name: String, number: String = "", phone: String = "", email: String = "", address: String = "") {
        self.name = name
        self.number = number
        self.phone = phone
        self.email = email
        self.address = address
    }
}
