import Catalogue
import DesignSystem
import Kernel
import Markup

/// Form 06 of TT 03/2025/TT-VPCP, A5: Phiếu kiểm soát quá trình giải quyết hồ sơ. One row for every handing over, with
/// who gave it, who took it, when, and how it stood to its limit.
struct ControlSheet: Component {
    static let title = Phrase(
        vi: "Phiếu kiểm soát quá trình giải quyết hồ sơ", en: "Control sheet of the process")

    let opened: OpenedCase

    private var file: CaseFile { opened.file }

    var markup: Markup {
        Sheet(
            .a5, parentAgency: opened.agency.name.vi, agency: opened.agency.desk,
            number: "Mã hồ sơ: \(opened.dossier.code)",
            placeAndDate: ReceiptSheet.date(opened.dossier.clock?.received.day ?? opened.dossier.filedAt.day),
            title: Self.title.vi
        ) {
            SheetLine("Cơ quan giải quyết", opened.agency.name.vi)
            SheetLine("Cơ quan phối hợp", "")
            SheetLine("Nội dung", opened.service.definition.title.vi)
            SheetTable(
                ["Giao – nhận", "Thời điểm", "Người giao", "Người nhận", "Kết quả", "Ghi chú"],
                hops.map { [$0.step, ReceiptSheet.moment($0.at), $0.from, $0.to, $0.result, $0.note] })
        }.markup
    }

    private struct Hop {
        let at: Instant
        let step: String
        let from: String
        var to: String
        let result: String
        let note: String
    }

    /// Every entry with which the case went to another step, unit or official, or ended.
    private var hops: [Hop] {
        let titles = file.historyTitles
        var hops: [Hop] = []
        var dossier = Dossier(id: opened.id)
        for record in file.history {
            let before = dossier
            dossier.apply(record.event, at: record.at)
            // To whom a case was given at once with the act belongs to the act's own row.
            if case .assigned(let account?) = record.event, let last = hops.last, last.at == record.at {
                hops[hops.count - 1].to = opened.name(of: account).vi
                continue
            }
            guard
                before.step != dossier.step || before.unit != dossier.unit || before.assignee != dossier.assignee
                    || before.official != dossier.official
            else { continue }
            hops.append(
                Hop(
                    at: record.at, step: (titles[record.number] ?? record.event.summary).vi,
                    from: giver(record), to: receiver(dossier), result: result(dossier, record),
                    note: file.text(of: record.event) ?? ""))
        }
        return hops
    }

    private func giver(_ record: DossierStore.Recorded) -> String {
        switch record.event {
        case .filed, .supplementAnswered: file.parties.submitter.name
        default:
            record.actorName ?? (record.actor.hasPrefix("system:") ? "Hệ thống" : file.parties.submitter.name)
        }
    }

    private func receiver(_ dossier: Dossier) -> String {
        guard dossier.isOpen else { return "" }
        if dossier.openRequest != nil { return file.parties.submitter.name }
        if let assignee = dossier.assignee { return opened.name(of: assignee).vi }
        let role = file.service.step(dossier.step).map { DeskWording.role($0.role).vi } ?? ""
        let unit = opened.staff.unit(dossier.unit)?.name.vi
        return [role, unit].compactMap(\.self).joined(separator: ", ").firstCapital
    }

    /// `trước hạn`, `đúng hạn`, `quá hạn`, by the limit of the whole case when it ended.
    private func result(_ dossier: Dossier, _ record: DossierStore.Recorded) -> String {
        guard case .finished = record.event, let due = dossier.clock?.due else { return "" }
        return record.at > due ? "Quá hạn" : record.at.day < due.day ? "Trước hạn" : "Đúng hạn"
    }
}

extension String {
    fileprivate var firstCapital: String { prefix(1).uppercased() + dropFirst() }
}
