import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// A procedure with everything the law wants published (NĐ 63/2010, Đ.8): first four answers, then the parts.
struct ProcedurePage {
    let procedure: Procedure
    let services: [(title: Phrase, path: String)]
    let versions: [ProcedureStore.Version]

    var page: Page {
        Page(
            Phrase(same: procedure.name),
            breadcrumbs: [
                (Phrase(vi: "Thủ tục", en: "Procedures"), CataloguePaths.search()),
                (Phrase(same: procedure.field), CataloguePaths.search.with([("linh-vuc", procedure.field)])),
            ], isPublic: true
        ) {
            PageTitle(
                Phrase(same: procedure.name),
                caption: Phrase(vi: "Mã thủ tục \(procedure.code)", en: "Procedure \(procedure.code)"))
            first
            part("trinh-tu", Phrase(vi: "Trình tự thực hiện", en: "Steps")) { steps }
            part("cach-thuc", Phrase(vi: "Cách thức, thời hạn, phí và lệ phí", en: "Ways to file, limits, fees")) {
                channels
            }
            part("thanh-phan", Phrase(vi: "Thành phần hồ sơ", en: "Papers")) { papers }
            part("ket-qua", Phrase(vi: "Kết quả", en: "Results")) {
                ul { for outcome in procedure.outcomes { li { vietnamese(outcome.name) } } }
            }
            part("co-quan", Phrase(vi: "Cơ quan và đối tượng", en: "Agencies and applicants")) { agencies }
            if let conditions = procedure.conditions {
                part("dieu-kien", Phrase(vi: "Yêu cầu, điều kiện", en: "Conditions")) { paragraphs(conditions) }
            }
            part("can-cu", Phrase(vi: "Căn cứ pháp lý", en: "Legal basis")) {
                ul { for basis in procedure.legalBasis { li { vietnamese(basis) } } }
            }
            history
        }
    }

    @MarkupBuilder private var first: [Markup] {
        Card(nil, accented: true) {
            p(summary)
            KeyFacts([
                .init(
                    Phrase(vi: "Dành cho ai", en: "Who it is for"),
                    joined(procedure.applicants.map(\.name), none: Phrase(vi: "Chưa công bố", en: "Not published"))),
                .init(Phrase(vi: "Cần chuẩn bị gì", en: "What you need"), need),
                .init(Phrase(vi: "Bao lâu", en: "How long"), howLong),
                .init(Phrase(vi: "Bao nhiêu tiền", en: "How much"), howMuch),
            ])
            ButtonRow {
                for service in services {
                    ButtonLink(
                        services.count == 1
                            ? Phrase(vi: "Nộp hồ sơ trực tuyến", en: "File online") : service.title, service.path,
                        .primary)
                }
                PrintButton()
            }
            if services.isEmpty {
                p(
                    Phrase(
                        vi:
                            "Thủ tục này chưa nộp trực tuyến được tại đây. Xin nộp tại bộ phận một cửa hoặc qua bưu chính.",
                        en: "This procedure cannot be filed online here yet. File it at the one-stop desk or by post."),
                    .class("help"))
            }
        }
    }

    /// The plain first paragraph.
    private var summary: Phrase {
        let who = joined(
            procedure.applicants.prefix(2).map(\.name),
            none: Phrase(vi: "người có yêu cầu", en: "whoever needs it"))
        let where_ = procedure.executingAgency ?? procedure.competentAgency
        return Phrase(
            vi: "Dành cho: \(who.vi). Cần \(need.vi.lowercasedFirst). Thời hạn: \(howLong.vi.lowercasedFirst). "
                + "Chi phí: \(howMuch.vi.lowercasedFirst)." + (where_.map { " Nơi giải quyết: \($0)." } ?? ""),
            en: "For: \(who.en). You need \(need.en.lowercasedFirst). Time: \(howLong.en.lowercasedFirst). "
                + "Cost: \(howMuch.en.lowercasedFirst)." + (where_.map { " Handled by: \($0)." } ?? ""))
    }

    private var need: Phrase {
        let count = procedure.paperCases.map(\.papers.count).max() ?? 0
        guard count > 0 else {
            return Phrase(vi: "Không nêu giấy tờ riêng", en: "No papers are listed")
        }
        return procedure.paperCases.count { !$0.papers.isEmpty } > 1
            ? Phrase(vi: "Giấy tờ tùy trường hợp, xem thành phần hồ sơ", en: "Papers by case, see below")
            : Phrase(vi: "\(count) loại giấy tờ, xem thành phần hồ sơ", en: "\(count) papers, see below")
    }

    private var howLong: Phrase {
        var seen: [Phrase] = []
        for channel in procedure.channels {
            if let phrase = channel.limit?.phrase, !seen.contains(phrase) { seen.append(phrase) }
        }
        guard !seen.isEmpty else {
            return Phrase(vi: "Theo nội dung công bố bên dưới", en: "As published below")
        }
        return joined(seen, none: seen[0], vi: " hoặc ", en: " or ")
    }

    private var howMuch: Phrase {
        var amounts: [Int64] = []
        var isFree = false
        var isExplained = false
        for channel in procedure.channels {
            switch channel.cost {
            case .free: isFree = true
            case .fees(let fees): amounts += fees.filter { $0.currency == .dong }.map(\.amount)
            case .explained: isExplained = true
            case .notStated: break
            }
        }
        if let low = amounts.min(), let high = amounts.max() {
            let (from, to) = (Money(dong: low).phrase, Money(dong: high).phrase)
            return low == high
                ? from : Phrase(vi: "Từ \(from.vi) đến \(to.vi), tùy trường hợp", en: "\(from.en) to \(to.en), by case")
        }
        if isExplained { return Phrase(vi: "Theo quy định ghi bên dưới", en: "As explained below") }
        return isFree
            ? Phrase(vi: "Không thu phí", en: "Free of charge")
            : Phrase(vi: "Chưa công bố mức thu", en: "No amount is published")
    }

    private func joined(_ phrases: [Phrase], none: Phrase, vi: String = ", ", en: String = ", ") -> Phrase {
        phrases.isEmpty
            ? none
            : Phrase(
                vi: phrases.map(\.vi).joined(separator: vi), en: phrases.map(\.en).joined(separator: en))
    }

    private func part(_ id: String, _ title: Phrase, @MarkupBuilder content: () -> [Markup]) -> Disclosure {
        Disclosure(title, id: id, open: id == "thanh-phan", large: true, content: content)
    }
}

extension String {
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
