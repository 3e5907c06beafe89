package import Directory
import Kernel
package import Site

/// The addresses of the screens about officials (cán bộ, công chức).
package enum OfficialPaths {
    package static let list = AdministrationPaths.officials
    package static let new = AdministrationPaths.newOfficial
    package static let imports = PlainPlace("/quan-tri/can-bo/nhap")
    static let importTemplate = PlainPlace("/quan-tri/can-bo/nhap/mau.csv")
    package static let official = Place<Account.ID>("/quan-tri/can-bo/{}")
    static let name = Place<Account.ID>("/quan-tri/can-bo/{}/ten")
    static let keeper = Place<Account.ID>("/quan-tri/can-bo/{}/noi-quan-ly")
    static let invitationEnd = Place<OfficeInvitation.ID>("/quan-tri/can-bo/loi-moi/{}/thu-hoi")
    static let posts = Place<Account.ID>("/quan-tri/can-bo/{}/vi-tri")
    static let postEnd = Place<Account.ID, Post.ID>("/quan-tri/can-bo/{}/vi-tri/{}/ket-thuc")
    static let delegations = Place<Account.ID, Post.ID>("/quan-tri/can-bo/{}/vi-tri/{}/uy-quyen")
    static let revocation = Place<Account.ID, Delegation.ID>("/quan-tri/can-bo/{}/uy-quyen/{}/thu-hoi")
    static let dismissal = Place<Account.ID>("/quan-tri/can-bo/{}/thoi-viec")
    static let link = Place<Account.ID>("/quan-tri/can-bo/{}/lien-ket")
    static let sessionsEnd = Place<Account.ID>("/quan-tri/can-bo/{}/dang-xuat")
    static let secondFactor = Place<Account.ID>("/quan-tri/can-bo/{}/ma-xac-thuc")
}

extension AdminSection {
    /// The officials of the agencies that somebody administers.
    package static let officials = AdminSection(
        Phrase(vi: "Cán bộ", en: "Officials"), OfficialPaths.list(),
        note: Phrase(
            vi: "Tài khoản, vị trí, ủy quyền, thôi việc, cấp lại mật khẩu",
            en: "Accounts, posts, delegation, dismissal, access given again"))
}
