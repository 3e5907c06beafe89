import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// The tree of agencies that an administrator looks after.
struct AgencyTreePage {
    let reach: Reach
    let today: Day
    /// Whether closed ones are shown too.
    var withClosed = false

    func page(_ frame: AdminFrame, _ visitor: Visitor) -> Page {
        let shown = reach.agencies.filter { withClosed || !$0.validity.isOver(on: today) }
        let closed = reach.agencies.count - reach.agencies.filter { !$0.validity.isOver(on: today) }.count
        return frame.page(AdminSection.agencies.title, in: .agencies, for: visitor) {
            ButtonRow {
                ButtonLink(Phrase(vi: "Thêm đơn vị", en: "Add a unit"), AdministrationPaths.newAgency())
                ButtonLink(
                    Phrase(vi: "Nhập từ bảng tính", en: "Import from a spreadsheet"),
                    AdministrationPaths.agencyImport(), .secondary)
            }
            DataTable(
                AdminSection.agencies.title,
                columns: [
                    .init(Phrase(vi: "Tên", en: "Name")), .init(Phrase(vi: "Loại", en: "Kind")),
                    .init(Phrase(vi: "Mã định danh", en: "Code")), .init(Phrase(vi: "Tình trạng", en: "State")),
                ],
                rows: shown.map { agency in
                    DataTable.Row {
                        span {
                            // Depth is for the eye only; the agency above stands on the agency's own page.
                            span(.aria("hidden", "true")) { String(repeating: "\u{2003}", count: depth(agency)) }
                            a(.href(AdministrationPaths.agency(agency.id))) { AgencyName(agency) }
                        }
                        span(agency.kind.phrase)
                        span(agency.code?.text ?? "–")
                        AgencyState(agency, today)
                    }
                }, isWalkable: true)
            if closed > 0, !withClosed {
                p {
                    a(.href(AdministrationPaths.agencies.with([("tat-ca", "1")]))) {
                        Phrase(
                            vi: "Xem cả \(closed) đơn vị đã chấm dứt", en: "Show \(closed) closed ones as well")
                    }
                }
            }
        }
    }

    /// How far below the top of the reach an agency stands.
    private func depth(_ agency: Agency) -> Int {
        var depth = 0
        var at = agency
        while let parent = at.parent, let above = reach.agencies.first(where: { $0.id == parent }) {
            depth += 1
            at = above
        }
        return depth
    }
}

/// Whether an agency exists today, in a word.
struct AgencyState: Component {
    let markup: Markup

    init(_ agency: Agency, _ today: Day) {
        if agency.validity.isOver(on: today) {
            markup = Tag(Phrase(vi: "Đã chấm dứt", en: "Closed"), .quiet).markup
        } else if agency.validity.from > today {
            let day = agency.validity.from.phrase
            markup = Tag(Phrase(vi: "Từ \(day.vi)", en: "From \(day.en)"), .waiting).markup
        } else if let until = agency.validity.until {
            let day = until.adding(days: -1).phrase
            markup = Tag(Phrase(vi: "Đến hết \(day.vi)", en: "Until \(day.en)"), .waiting).markup
        } else {
            markup = Tag(Phrase(vi: "Đang hoạt động", en: "In force"), .good).markup
        }
    }
}
