import Catalogue
import Kernel
package import Site

/// The addresses of the desk.
package enum DeskPaths {
    package static let inbox = PlainPlace("/ban-lam-viec")
    static let ended = PlainPlace("/ban-lam-viec/da-xong")
    package static let search = PlainPlace("/ban-lam-viec/tim")

    package static let dossier = Place<Dossier.ID>("/ban-lam-viec/ho-so/{}")
    static let act = Place<Dossier.ID>("/ban-lam-viec/ho-so/{}/xu-ly")
    static let supplement = Place<Dossier.ID, String>("/ban-lam-viec/ho-so/{}/yeu-cau-bo-sung/{}")
    static let assignment = Place<Dossier.ID>("/ban-lam-viec/ho-so/{}/phan-cong")
    static let transfer = Place<Dossier.ID>("/ban-lam-viec/ho-so/{}/chuyen-don-vi")
    static let branchAnswer = Place<Dossier.ID, String>("/ban-lam-viec/ho-so/{}/tra-loi/{}")
    static let branchAsking = Place<Dossier.ID, String>("/ban-lam-viec/ho-so/{}/lay-y-kien/{}")
    static let timerSeen = Place<Dossier.ID, String>("/ban-lam-viec/ho-so/{}/da-biet/{}")
    static let result = Place<Dossier.ID>("/ban-lam-viec/ho-so/{}/ket-qua")
    static let resultTakingBack = Place<Dossier.ID, Paper.ID>("/ban-lam-viec/ho-so/{}/ket-qua/{}/lay-lai")
    static let file = Place<Dossier.ID, Paper.ID>("/ban-lam-viec/ho-so/{}/tep/{}")
    static let paperCheck = Place<Dossier.ID, Paper.ID>("/ban-lam-viec/ho-so/{}/kiem-tra/{}")
    static let handedSupplement = Place<Dossier.ID>("/ban-lam-viec/ho-so/{}/nhan-bo-sung")
    static let withdrawal = Place<Dossier.ID>("/ban-lam-viec/ho-so/{}/rut-ho-so")

    /// Form 01.
    package static let receipt = Place<Dossier.ID>("/ban-lam-viec/ho-so/{}/giay-tiep-nhan")
    /// Form 02.
    static let supplementSheet = Place<Dossier.ID, String>("/ban-lam-viec/ho-so/{}/phieu-bo-sung/{}")
    /// Form 03.
    static let refusalSheet = Place<Dossier.ID>("/ban-lam-viec/ho-so/{}/phieu-tu-choi")
    /// Form 06.
    static let controlSheet = Place<Dossier.ID>("/ban-lam-viec/ho-so/{}/phieu-kiem-soat")

    /// What the result will say, from the service's template.
    static let resultDraft = Place<Dossier.ID>("/ban-lam-viec/ho-so/{}/du-thao-ket-qua")

    static let registers = PlainPlace("/ban-lam-viec/so")
    static let register = Place<String>("/ban-lam-viec/so/{}")
    /// A register and a year of it.
    static let registerSheet = Place<String, String>("/ban-lam-viec/so/{}/in/{}")
    static let registerTable = Place<String, String>("/ban-lam-viec/so/{}/bang/{}")

    package static let counter = PlainPlace("/ban-lam-viec/tiep-nhan")
    static let entry = Place<Draft.ID>("/ban-lam-viec/tiep-nhan/{}")
    static let entryFile = Place<Draft.ID, Paper.ID>("/ban-lam-viec/tiep-nhan/{}/tep/{}")
    static let entryDiscarding = Place<Draft.ID>("/ban-lam-viec/tiep-nhan/{}/xoa")
}
