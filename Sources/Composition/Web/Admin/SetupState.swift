import Accounts
import Catalogue
import Directory
import Jobs
import Kernel
import Site
import Storage
import WorkingTime

/// How far an installation has come towards a working commune: one step each, with where to do it.
struct SetupState: Sendable {
    struct Step: Sendable {
        let title: Phrase
        /// What is there, or what is missing and why it is needed.
        let note: Phrase
        let isDone: Bool
        let href: String
    }

    let steps: [Step]
    let stuckJobs: Int

    var missing: Int { steps.filter { !$0.isDone }.count }

    /// `isSite`: whether steps of the whole site are the visitor's as well.
    static func of(_ installation: Installation, _ reach: Reach, isSite: Bool) async throws -> SetupState {
        let day = installation.clock.now.day
        let present = reach.present(on: day)
        let posts = try await installation.database.read { tx in
            try Directory.presentPosts(in: present.map(\.id), on: day, in: tx)
        }
        var steps = agencySteps(present)
        steps += roleSteps(present, posts)
        steps += try await serviceSteps(installation, present, isSite)
        guard isSite else { return SetupState(steps: steps, stuckJobs: 0) }
        steps += try await siteSteps(installation, day)
        return SetupState(steps: steps, stuckJobs: try await installation.queue.standing().stuck)
    }

    private static func agencySteps(_ present: [Agency]) -> [Step] {
        let deciding = present.filter { $0.kind == .commune || $0.kind == .department || $0.kind == .province }
        let noCode = deciding.first { $0.code == nil }
        let noTerritory = deciding.first { $0.kind != .department && $0.territory == nil }
        let incomplete = noCode ?? noTerritory
        let top = present.first
        let agency = Step(
            title: Phrase(vi: "Cơ quan giải quyết hồ sơ", en: "The agency that decides"),
            note: incomplete.map { agency in
                let what =
                    noCode == nil
                    ? Phrase(vi: "đơn vị hành chính", en: "territory") : Phrase(vi: "mã định danh", en: "code")
                return Phrase(
                    vi: "\(agency.name): chưa có \(what.vi).", en: "\(agency.phrase.en) has no \(what.en) yet.")
            }
                ?? (deciding.first ?? top).map { $0.phrase }
                ?? Phrase(vi: "Chưa có cơ quan nào.", en: "There is none yet."),
            isDone: !deciding.isEmpty && incomplete == nil,
            href: (incomplete ?? top).map { AdministrationPaths.agency($0.id) } ?? AdministrationPaths.agencies())
        let desk = present.first { $0.kind == .desk }
        return [
            agency,
            Step(
                title: Phrase(vi: "Bộ phận một cửa", en: "The one-stop desk"),
                note: desk?.phrase
                    ?? Phrase(
                        vi: "Thêm một đơn vị loại “Bộ phận một cửa” để nhận hồ sơ.",
                        en: "Add a unit of the kind “One-stop desk” that takes dossiers."),
                isDone: desk != nil,
                href: desk.map { AdministrationPaths.agency($0.id) }
                    ?? AdministrationPaths.newAgency.with(
                        (deciding.first ?? top).map { [("duoi", $0.id.description)] } ?? [])),
        ]
    }

    private static func roleSteps(_ present: [Agency], _ posts: [Post]) -> [Step] {
        let desk = present.first { $0.kind == .desk } ?? present.first
        let authority = present.first { $0.kind == .commune || $0.kind == .department } ?? present.first
        return [(Role.oneStop, desk), (.specialist, authority), (.leader, authority)].map { role, agency in
            let count = posts.filter { $0.role == role }.count
            return Step(
                title: role.phrase,
                note: count > 0
                    ? Phrase(vi: "\(count) người", en: "\(count)")
                    : Phrase(vi: "Chưa có ai giữ vai trò này.", en: "Nobody has this role yet."),
                isDone: count > 0,
                href: count > 0
                    ? OfficialPaths.list()
                    : OfficialPaths.new.with(
                        [("vai-tro", role.rawValue)] + (agency.map { [("co-quan", $0.id.description)] } ?? [])))
        }
    }

    private static func serviceSteps(
        _ installation: Installation, _ present: [Agency], _ isSite: Bool
    ) async throws -> [Step] {
        let ids = Set(present.map(\.id.description))
        var on = 0
        let published = try await installation.library.heads()
        for service in published {
            let agencies = try await installation.library.agencies(offering: service.service)
            if agencies.contains(where: ids.contains) { on += 1 }
        }
        let note =
            on > 0
            ? Phrase(vi: "\(on) dịch vụ đang nhận hồ sơ.", en: "\(on) services take dossiers.")
            : published.isEmpty
                ? Phrase(
                    vi: "Chưa có dịch vụ nào được công bố trên hệ thống.",
                    en: "No service is published on this site yet.")
                : Phrase(
                    vi: "Chưa bật dịch vụ nào trong \(published.count) dịch vụ đã công bố.",
                    en: "None of the \(published.count) published services is on.")
        return [
            Step(
                title: Phrase(vi: "Dịch vụ trực tuyến", en: "Online services"), note: note, isDone: on > 0,
                href: AdminPaths.services())
        ]
    }

    private static func siteSteps(_ installation: Installation, _ day: Day) async throws -> [Step] {
        let calendar = try await installation.database.read { tx in
            try installation.directory.calendar(named: "national", in: tx)
        }
        let years = [day.year, day.year + 1].map { number in
            let year = calendar.years[number]
            return Step(
                title: Phrase(vi: "Lịch năm \(number)", en: "The calendar of \(number)"),
                note: year.map {
                    $0.provisional
                        ? Phrase(
                            vi: "Tạm tính; sửa lại khi có thông báo chính thức.",
                            en: "Provisional; correct it when the decision comes.")
                        : Phrase(vi: "Chính thức", en: "Decided")
                }
                    ?? Phrase(
                        vi: "Chưa có; không tính được hạn rơi vào năm này.",
                        en: "Missing; limits that reach into it cannot be counted."),
                isDone: year != nil, href: AdministrationPaths.calendarYear("national", number))
        }
        let table = try await installation.directory.territories()
        let procedures = try await installation.catalogue.contents().procedures.count
        return years + [
            Step(
                title: Phrase(vi: "Danh mục thủ tục", en: "The catalogue of procedures"),
                note: procedures == 0
                    ? Phrase(
                        vi: "Chưa có; người dân chưa tìm được thủ tục nào.", en: "Missing; people find no procedure.")
                    : Phrase(vi: "\(procedures) thủ tục", en: "\(procedures) procedures"),
                isDone: procedures > 0, href: AdminPaths.procedures()),
            Step(
                title: Phrase(vi: "Danh mục tỉnh, xã", en: "Provinces and communes"),
                note: table.provinces.isEmpty
                    ? Phrase(
                        vi: "Chưa có; người dân chưa chọn được địa chỉ trong biểu mẫu.",
                        en: "Missing; people cannot choose their address in forms.")
                    : Phrase(vi: "\(table.provinces.count) tỉnh, thành phố", en: "\(table.provinces.count) provinces"),
                isDone: !table.provinces.isEmpty, href: AdminPaths.territories()),
            Step(
                title: Phrase(vi: "Gửi thư điện tử", en: "Outgoing mail"),
                note: installation.settings.mail.map { Phrase(same: $0.host) }
                    ?? (installation.sendsMail
                        ? Phrase(
                            vi: "Bản dùng thử: thư được ghi ra tệp trong thư mục mail.",
                            en: "Only for trying: mail is written to files in the folder mail.")
                        : Phrase(
                            vi:
                                "Chưa đặt MOTCUA_SMTP_HOST. Cán bộ nhận liên kết từ tay bạn; người dân chưa tự đăng ký được.",
                            en:
                                "MOTCUA_SMTP_HOST is not set. Officials get their links from your hand; people cannot register."
                        )),
                isDone: installation.sendsMail, href: AdminPaths.jobs()),
        ]
    }
}
