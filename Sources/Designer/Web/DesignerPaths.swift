package import Site

/// The addresses of the designer (thiết kế dịch vụ). Parts of a draft are named by their path in `o`.
package enum DesignerPaths {
    package static let list = PlainPlace("/thiet-ke")
    static let beginning = PlainPlace("/thiet-ke/moi")
    static let help = PlainPlace("/thiet-ke/huong-dan")
    static let retirement = PlainPlace("/thiet-ke/ngung")
    static let draft = Place<ServiceDraft.ID>("/thiet-ke/{}")
    static let section = Place<ServiceDraft.ID, DraftSection>("/thiet-ke/{}/muc/{}")
    static let part = Place<ServiceDraft.ID>("/thiet-ke/{}/phan")
    static let condition = Place<ServiceDraft.ID>("/thiet-ke/{}/dieu-kien")
    static let feeTable = Place<ServiceDraft.ID>("/thiet-ke/{}/bang-phi")
    static let text = Place<ServiceDraft.ID>("/thiet-ke/{}/van-ban")
    static let preview = Place<ServiceDraft.ID>("/thiet-ke/{}/xem-truoc")
    static let comparison = Place<ServiceDraft.ID>("/thiet-ke/{}/so-sanh")
    static let history = Place<ServiceDraft.ID>("/thiet-ke/{}/lich-su")
    static let review = Place<ServiceDraft.ID>("/thiet-ke/{}/duyet")

    /// The page of one part.
    static func part(_ id: ServiceDraft.ID, at path: [String]) -> String {
        part.with([("o", path.joined(separator: "/"))], id)
    }

    /// The text with the lines of one part in view.
    static func text(_ id: ServiceDraft.ID, at path: [String]) -> String {
        text.with([("o", path.joined(separator: "/"))], id)
    }
}
