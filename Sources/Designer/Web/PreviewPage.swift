import Casework
import Catalogue
import DesignSystem
import Directory
import Kernel
import Markup
import Site
import Wording
import WorkingTime

/// A draft with sample answers: the form as applicants see it, then what the desk sees of the same case.
struct DraftPreviewPage {
    let open: OpenDraftFile
    let table: TerritoryTable
    let today: Day
    /// Which sample: another number, other answers.
    let number: Int

    func page(_ request: Request) -> Page {
        let id = open.draft.id
        return DesignerFrame(open: open).page(
            Phrase(vi: "Xem trước", en: "Preview"), at: DesignerPaths.preview(id),
            lead: Phrase(
                vi: "Câu trả lời mẫu số \(number), tự sinh theo biểu mẫu.",
                en: "Sample answers number \(number), made by the form's own rules.")
        ) {
            if let sample {
                p {
                    a(
                        Phrase(vi: "Xem mẫu khác", en: "Another sample"),
                        .href(DesignerPaths.preview.with([("mau", String(number + 1))], id)))
                }
                for page in sample.service.shownPages(sample.facts) {
                    Card(Phrase(vi: "Người nộp: \(page.page.title.vi)", en: "Applicant: \(page.page.title.en)")) {
                        FormPreview(page, table: table)
                    }
                }
                official(sample)
            } else {
                EmptyState(
                    open.definition == nil
                        ? Phrase(vi: "Sửa hết lỗi thì xem trước được", en: "Put the errors right to see a preview")
                        : Phrase(
                            vi: "Không tự sinh được câu trả lời nào mà biểu mẫu nhận",
                            en: "No sample answers were found that the form takes"))
            }
        }
    }

    private struct Sample {
        let service: CompiledService
        let facts: CaseFacts
    }

    private var sample: Sample? {
        guard let definition = open.definition, let published = try? PublishedDefinition(definition),
            let service = try? CompiledService(published)
        else { return nil }
        let province = table.provinces.first { !table.communes(of: $0.code).isEmpty }
        let commune = province.flatMap { table.communes(of: $0.code).first }
        var random: any RandomNumberGenerator = SeededRandom(UInt64(number))
        let owners = definition.owners.isEmpty ? [OwnerKind.`self`] : definition.owners
        let channels = FilingChannel.allCases.filter { definition.takes($0) }
        let answers = GeneratedAnswers(
            service, places: PlaceLookup(table), place: (province?.code ?? "", commune?.code ?? ""))
        guard
            let facts = answers(
                owner: owners[number % owners.count],
                channel: channels.isEmpty ? .online : channels[number % channels.count],
                day: today, &random)
        else { return nil }
        return Sample(service: service, facts: facts)
    }

    // MARK: the desk

    private static func words(_ limit: Limit) -> Phrase {
        let unit = PartForm.units.first { $0.value == limit.unit.rawValue }?.label ?? Phrase(same: limit.unit.rawValue)
        return Phrase(vi: "Thời hạn: \(limit.amount) \(unit.vi)", en: "Limit: \(limit.amount) \(unit.en)")
    }

    private func official(_ sample: Sample) -> Card {
        let service = sample.service
        let limit = service.limit(for: sample.facts)
        return Card(Phrase(vi: "Cán bộ: hồ sơ này", en: "Official: this dossier")) {
            for section in service.checkSections(sample.facts, places: PlaceLookup(table)) {
                h3(section.title)
                SummaryList(
                    section.rows.map { row in
                        SummaryList.Row(row.label, row.value ?? Phrase(vi: "Không trả lời", en: "Not answered"))
                    })
            }
            h3(Phrase(vi: "Giấy tờ", en: "Papers"))
            ul { for paper in service.papers(for: sample.facts) { li { vietnamese(paper.rule.title) } } }
            h3(Phrase(vi: "Phí, thời hạn", en: "Fees, limit"))
            ul {
                for fee in service.fees(for: sample.facts) {
                    li(
                        Phrase(
                            vi: "\(fee.title.vi): \(fee.amount.phrase.vi)",
                            en: "\(fee.title.en): \(fee.amount.phrase.en)"))
                }
                li(Self.words(limit))
            }
            h3(Phrase(vi: "Việc làm được ở bước đầu", en: "What can be done in the first step"))
            if let step = service.firstStep {
                ul { for act in service.acts(in: step.key, for: sample.facts) { li(act.title) } }
            }
        }
    }
}
