import Kernel
package import Site

/// The addresses of the applicant's pages.
package enum ApplicantPaths {
    /// The start page of an online service, by its short name.
    package static let service = Place<String>("/dich-vu/{}")
    static let drafts = Place<String>("/dich-vu/{}/ban-nhap")

    /// What the visitor has here: drafts, open dossiers, ended ones.
    package static let mine = PlainPlace("/ho-so")
    /// The queries that lead to later screens of the two lists.
    static let openAfter = "dang"
    static let endedAfter = "sau"
    /// Following one dossier; also where the code and the secret lead.
    package static let dossier = Place<Dossier.ID>("/ho-so/{}")
    package static let receipt = Place<Dossier.ID>("/ho-so/{}/giay-tiep-nhan")
    package static let file = Place<Dossier.ID, Paper.ID>("/ho-so/{}/tep/{}")
    package static let withdrawal = Place<Dossier.ID>("/ho-so/{}/rut-ho-so")
    package static let rating = Place<Dossier.ID>("/ho-so/{}/danh-gia")
    package static let supplement = Place<Dossier.ID>("/ho-so/{}/bo-sung")
    static let supplementPage = Place<Dossier.ID, String>("/ho-so/{}/bo-sung/trang/{}")
    static let supplementPaper = Place<Dossier.ID, String>("/ho-so/{}/bo-sung/giay-to/{}")

    package static let draft = Place<Draft.ID>("/ho-so/nhap/{}")
    static let owner = Place<Draft.ID>("/ho-so/nhap/{}/chu-ho-so")
    static let ownerDetails = Place<Draft.ID>("/ho-so/nhap/{}/thong-tin-chu-ho-so")
    static let submitter = Place<Draft.ID>("/ho-so/nhap/{}/nguoi-nop")
    static let page = Place<Draft.ID, String>("/ho-so/nhap/{}/trang/{}")
    static let papers = Place<Draft.ID>("/ho-so/nhap/{}/giay-to")
    static let paper = Place<Draft.ID, String>("/ho-so/nhap/{}/giay-to/{}")
    static let draftFile = Place<Draft.ID, Paper.ID>("/ho-so/nhap/{}/tep/{}")
    static let delivery = Place<Draft.ID>("/ho-so/nhap/{}/nhan-ket-qua")
    static let check = Place<Draft.ID>("/ho-so/nhap/{}/kiem-tra")
    static let filing = Place<Draft.ID>("/ho-so/nhap/{}/nop")
    static let changes = Place<Draft.ID>("/ho-so/nhap/{}/bieu-mau-moi")
    static let changedPage = Place<Draft.ID, String>("/ho-so/nhap/{}/bieu-mau-moi/{}")
    static let discarding = Place<Draft.ID>("/ho-so/nhap/{}/xoa")

    /// Following without an account, by code and secret.
    package static let lookup = PlainPlace("/tra-cuu")
    /// Who looked at the visitor's data.
    package static let looks = PlainPlace("/ho-so-cua-toi/truy-cap")
    /// Communes whose name begins as typed, for suggestions.
    static let communes = PlainPlace("/dia-danh/xa")
}
