import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// One agency: what is known of it, what stands below, what can be changed.
struct AgencyPage {
    let agency: Agency
    let names: [(from: Day, name: String)]
    let below: [Agency]
    let territory: String?
    let successor: Agency?
    let isOwn: Bool
    let today: Day

    func page(_ frame: AdminFrame, _ request: Request, _ visitor: Visitor) -> Page {
        let id = agency.id
        let title = agency.phrase
        return frame.page(title, in: .agencies, for: visitor, above: [(title, "")]) {
            AdminNotice.banner(request)
            AgencyState(agency, today)
            SummaryList([
                .init(
                    Phrase(vi: "Tên tiếng Việt", en: "Vietnamese name"), agency.name,
                    change: AdministrationPaths.agencyName(id)),
                .init(
                    Phrase(vi: "Tên tiếng Anh", en: "English name"), agency.englishName ?? "–",
                    change: AdministrationPaths.agencyName(id)),
                .init(Phrase(vi: "Loại", en: "Kind"), agency.kind.phrase),
                row(Phrase(vi: "Mã định danh (QĐ 20/2020)", en: "Code (Decision 20/2020)"), agency.code?.text),
                row(Phrase(vi: "Địa bàn", en: "Territory"), territory),
                row(Phrase(vi: "Địa chỉ", en: "Address"), agency.address.ifAny),
                row(Phrase(vi: "Điện thoại", en: "Telephone"), agency.phone.ifAny),
                row(
                    Phrase(vi: "Lịch làm việc", en: "Calendar"),
                    agency.calendar ?? Phrase.calendarFromAbove.vi),
                .init(Phrase(vi: "Hoạt động từ", en: "In force from"), agency.validity.from.phrase),
            ])
            if let successor {
                Inset {
                    p {
                        Phrase(vi: "Kế thừa: ", en: "Followed by: ")
                        a(successor.name, .href(AdministrationPaths.agency(successor.id)))
                    }
                }
            }
            if names.count > 1 { earlierNames }
            if agency.validity.contains(today) { acts }
            officials
            unitsBelow
        }
    }

    private func row(_ question: Phrase, _ answer: String?) -> SummaryList.Row {
        .init(question, answer ?? "–", change: AdministrationPaths.agencyDetails(agency.id))
    }

    private var earlierNames: Markup {
        Disclosure(Phrase(vi: "Các tên trước đây", en: "Earlier names")) {
            ul {
                for entry in names.dropFirst() {
                    li {
                        vietnamese(entry.name)
                        " · "
                        Phrase(vi: "từ \(entry.from.phrase.vi)", en: "from \(entry.from.phrase.en)")
                    }
                }
            }
        }.markup
    }

    @MarkupBuilder private var acts: [Markup] {
        ButtonRow {
            if !agency.kind.children.isEmpty {
                ButtonLink(
                    Phrase(vi: "Thêm đơn vị bên dưới", en: "Add a unit below"),
                    AdministrationPaths.newAgency.with([("duoi", agency.id.description)]))
            }
            if !isOwn {
                ButtonLink(
                    Phrase(vi: "Chấm dứt hoạt động", en: "Close"), AdministrationPaths.agencyEnd(agency.id), .secondary)
            }
        }
    }

    private var officials: Markup {
        let here = [("co-quan", agency.id.description)]
        return Markup {
            h2(Phrase(vi: "Cán bộ", en: "Officials"))
            ul {
                li {
                    a(
                        Phrase(vi: "Xem cán bộ ở đây", en: "See the officials here"),
                        .href(AdministrationPaths.officials.with(here)))
                }
                if agency.validity.contains(today) {
                    li {
                        a(
                            Phrase(vi: "Thêm cán bộ vào đây", en: "Add an official here"),
                            .href(AdministrationPaths.newOfficial.with(here)))
                    }
                }
            }
        }
    }

    @MarkupBuilder private var unitsBelow: [Markup] {
        if !below.isEmpty {
            h2(Phrase(vi: "Trực thuộc", en: "Directly below"))
            ul {
                for unit in below {
                    li {
                        a(.href(AdministrationPaths.agency(unit.id))) { AgencyName(unit) }
                        " · "
                        unit.kind.phrase
                    }
                }
            }
        }
    }
}

extension Phrase {
    static let calendarFromAbove = Phrase(
        vi: "Theo cơ quan cấp trên, cuối cùng là lịch quốc gia",
        en: "That of the agency above, at last the national one")
}
