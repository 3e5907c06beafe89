import Catalogue
import DesignSystem
import Directory
import Kernel
import Markup
import Wording

/// The draft of the result (dự thảo kết quả) from the service's template, in the form of NĐ 30/2020/NĐ-CP, Phụ lục I. What
/// is not known yet stays blank on dotted lines.
struct ResultDraftSheet: Component {
    static let title = Phrase(vi: "Dự thảo kết quả", en: "Draft of the result")
    static let blank = ResultDraftLines.blank

    let opened: OpenedCase
    let draft: ResultDraft

    /// Nil where the service has no template, or the case is not received yet or has ended.
    init?(_ opened: OpenedCase) {
        guard Self.isThere(opened),
            let draft = opened.service.resultDraft(
                for: opened.file.facts, known: Self.known(opened),
                place: { code, isEarlier in
                    isEarlier ? opened.table.earlier[code]?.name : opened.table.name(code)
                })
        else { return nil }
        self.opened = opened
        self.draft = draft
    }

    static func isThere(_ opened: OpenedCase) -> Bool {
        opened.dossier.isOpen && opened.dossier.clock != nil && opened.service.definition.result.template != nil
    }

    private static func known(_ opened: OpenedCase) -> [TextFact: Phrase] {
        let parties = opened.file.parties
        var known: [TextFact: Phrase] = [
            .dossierCode: Phrase(same: opened.dossier.code), .agencyName: opened.agency.name,
            .ownerName: Phrase(same: parties.owner.name), .submitterName: Phrase(same: parties.submitter.name),
        ]
        known[.resultNumber] = opened.file.history.resultNumber.map { Phrase(same: $0) }
        known[.signingDay] = opened.signedOn?.longPhrase
        known[.leaderName] = opened.leaderName.map { Phrase(same: $0) }
        return known
    }

    var markup: Markup {
        let template = draft.template
        return Sheet(
            .a4, parentAgency: opened.agency.parentOnPapers, agency: opened.agency.name.vi,
            number: "Số: \(opened.file.history.resultNumber ?? opened.file.history.entryNumber ?? Self.blank)",
            placeAndDate: placeAndDate,
            title: template.title, about: draft.about?.lines.map { $0.text(blank: Self.blank) }.joined(separator: " "),
            signatures: [
                .init(
                    template.signer ?? "Thủ trưởng cơ quan", note: "(Ký, ghi rõ họ tên và đóng dấu)",
                    name: opened.leaderName)
            ],
            recipients: template.recipients ?? ["Như trên", "Lưu: VT"]
        ) {
            ResultDraftLines(draft.text)
        }.markup
    }

    private var placeAndDate: String {
        let day =
            opened.signedOn?.longPhrase.vi ?? "ngày …… tháng …… năm \(opened.now.day.year)"
        return [opened.agency.locality(in: opened.table) ?? Self.blank, day].joined(separator: ", ")
    }
}

extension OpenedCase {
    /// The day of the act that finished the case; nil before.
    fileprivate var signedOn: Day? {
        guard dossier.isFinished else { return nil }
        return file.history.last { if case .finished = $0.event { true } else { false } }?.at.day
    }

    /// The leader of the agency, where there is only one.
    fileprivate var leaderName: String? {
        let leaders = Set(staff.people.filter { $0.role == "leader" }.map(\.name))
        return leaders.count == 1 ? leaders.first : nil
    }
}

extension AgencyCard {
    /// The agency above it, as papers name it; people's committees stand alone (NĐ 30/2020/NĐ-CP, Phụ lục I).
    fileprivate var parentOnPapers: String? {
        name.vi.lowercased().hasPrefix("ủy ban nhân dân") ? nil : parentName?.vi
    }
}
