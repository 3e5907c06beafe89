import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// What happened to a case, by whom and when, with the texts that were written.
struct CaseHistory: Component {
    let opened: OpenedCase

    private var file: CaseFile { opened.file }

    var markup: Markup {
        Card(Phrase(vi: "Quá trình xử lý", en: "History"), id: "qua-trinh") {
            DataTable(
                Phrase(vi: "Quá trình xử lý", en: "History"),
                columns: [
                    .init(Phrase(vi: "Lúc", en: "When")), .init(Phrase(vi: "Việc", en: "What")),
                    .init(Phrase(vi: "Ai", en: "Who")), .init(Phrase(vi: "Nội dung", en: "Text")),
                ],
                rows: rows)
        }.markup
    }

    private var rows: [DataTable.Row] {
        let titles = file.historyTitles
        return file.history.reversed().map { record in
            DataTable.Row {
                span(record.at.phrase)
                span(titles[record.number] ?? record.event.summary)
                span(who(record))
                span(detail(record.event))
            }
        }
    }

    private func who(_ record: DossierStore.Recorded) -> Phrase {
        if let name = record.actorName { return Phrase(same: name) }
        if record.actor.hasPrefix("system:") { return Phrase(vi: "Hệ thống", en: "The system") }
        return Phrase(vi: "Người nộp", en: "The applicant")
    }

    private func detail(_ event: DossierEvent) -> Phrase {
        let text = file.text(of: event)
        switch event {
        case .assigned(let account?): return opened.name(of: account)
        case .transferred(let unit, _):
            let name = opened.staff.unit(unit)?.name ?? Phrase(vi: "đơn vị khác", en: "another unit")
            let note = text.map { ": \($0)" } ?? ""
            return Phrase(vi: "→ \(name.vi)\(note)", en: "→ \(name.en)\(note)")
        case .given(_, let way, _):
            let name = Delivery.name(of: way)
            let note = text.map { ": \($0)" } ?? ""
            return Phrase(vi: name.vi + note, en: name.en + note)
        case .paperChecked(let paper, _, _), .resultTakenBack(let paper, _, _, _):
            let name = file.papers.first { $0.id.description == paper }?.filename ?? ""
            return Phrase(same: name + (text.map { ": \($0)" } ?? ""))
        case .supplementRequested(let request, _, _):
            let count = file.requests.first { $0.id == request }?.items.count ?? 0
            return .count(count, vi: "mục", one: "item", many: "items")
        case .feesChanged(let fees):
            let sum = fees.reduce(Money.zero) { $0 + $1.amount }
            return Phrase(vi: "tổng \(sum.phrase.vi)", en: "\(sum.phrase.en) in all")
        case .clockStopped(let clock): return clock.stopReason ?? Phrase(same: "")
        case .recalculated(let clock), .clockResumed(let clock):
            return clock.due.map { Phrase(vi: "hẹn trả \($0.phrase.vi)", en: "promised for \($0.phrase.en)") }
                ?? Phrase(same: "")
        default: return Phrase(same: text ?? "")
        }
    }
}

extension CaseFile {
    /// The entry with which the case was refused; nil when it was not.
    var refusal: DossierStore.Recorded? {
        history.last { if case .refused = $0.event { true } else { false } }
    }
}
