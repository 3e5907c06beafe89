import Directory
import Jobs
import Kernel
import Site

/// The addresses of administration that need more than one room.
enum AdminPaths {
    static let overview = AdministrationPaths.overview
    static let services = PlainPlace("/quan-tri/dich-vu")
    static let offers = Place<Agency.ID>("/quan-tri/dich-vu/{}")
    static let publication = PlainPlace("/quan-tri/dich-vu/cong-bo")
    static let territories = PlainPlace("/quan-tri/dia-danh")
    static let jobs = PlainPlace("/quan-tri/viec-cho")
    static let jobRetry = Place<ID<Job>>("/quan-tri/viec-cho/{}/gui-lai")
    static let procedures = PlainPlace("/quan-tri/thu-tuc")
    static let jobEnd = Place<ID<Job>>("/quan-tri/viec-cho/{}/bo")
}

extension AdminSection {
    static let services = AdminSection(
        Phrase(vi: "Dịch vụ", en: "Services"), AdminPaths.services(),
        note: Phrase(vi: "Bật, tắt dịch vụ trực tuyến ở từng cơ quan", en: "Turn online services on and off"))
    static let territories = AdminSection(
        Phrase(vi: "Địa danh", en: "Territories"), AdminPaths.territories(),
        note: Phrase(vi: "Danh mục tỉnh, xã", en: "The list of provinces and communes"),
        permission: .administerSite)
    static let procedures = AdminSection(
        Phrase(vi: "Thủ tục", en: "Procedures"), AdminPaths.procedures(),
        note: Phrase(vi: "Danh mục thủ tục hành chính để tra cứu", en: "The catalogue that people search"),
        permission: .administerSite)
    static let jobs = AdminSection(
        Phrase(vi: "Việc chờ gửi", en: "Jobs"), AdminPaths.jobs(),
        note: Phrase(vi: "Thư chưa gửi được và việc bị kẹt", en: "Mail that does not go out, jobs that are stuck"),
        permission: .administerSite)
}
