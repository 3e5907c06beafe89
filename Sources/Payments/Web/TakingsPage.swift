import Casework
import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// What was taken on a day: totals per official, and the receipts of one or all of them.
struct TakingsPage {
    let listing: Takings.Listing
    let query: TakingsQuery
    let official: DeskOfficial

    var page: Page {
        Page(.takings, side: .desk) {
            DeskColumns {
                filters
            } main: {
                PageTitle(.takings, caption: listing.day.phraseWithWeekday.capitalized)
                if listing.sums.isEmpty, listing.lines.isEmpty {
                    EmptyState(.noTakings) { p(.noTakingsHelp) }
                } else {
                    totals
                    if !listing.lines.isEmpty { table(.receipt, listing.lines) }
                    Pager(
                        previous: query.after > 0 ? query.address(PaymentPaths.takings) : nil,
                        next: listing.next.map { query.address(PaymentPaths.takings, after: $0) })
                    if !listing.voided.isEmpty {
                        h2(.voidedEarlier)
                        table(.voidedEarlier, listing.voided)
                    }
                    ButtonRow { ButtonLink(.printList, query.address(PaymentPaths.takingsSheet), .secondary) }
                }
            }
        }
    }

    @MarkupBuilder private var filters: [Markup] {
        getForm(to: PaymentPaths.takings()) {
            Field("ngay", .day, .date(listing.day.phrase.vi))
            Field(
                "cong-chuc", .official, .select(query.official ?? TakingsQuery.everybody, choices, empty: .allOfficials)
            )
            ButtonRow { Button(.show, .secondary) }
        }
    }

    /// Oneself, everybody who took money that day, and the whole agency.
    private var choices: [Choice] {
        let others = listing.sums.filter { $0.official != official.account }
        return [Choice(TakingsQuery.everybody, .allOfficials), Choice(official.account, Phrase(same: official.name))]
            + others.map { Choice($0.official, Phrase(same: $0.name)) }
    }

    private var totals: Markup {
        let shown = listing.sums.filter { query.official == nil || $0.official == query.official }
        return DataTable(
            .takings,
            columns: [
                .init(.official), .init(.receiptCount, .number), .init(.cash, .number), .init(.transfer, .number),
                .init(.returned, .number), .init(.net, .number),
            ],
            rows: shown.map { row(Phrase(same: $0.name), $0) }
                + (shown.count > 1 ? [row(.whole, Takings.Sum.whole(shown))] : [])
        ).markup
    }

    private func row(_ name: Phrase, _ sum: Takings.Sum) -> DataTable.Row {
        .init {
            span(name)
            span("\(sum.receipts)")
            span(sum.cash.description)
            span(sum.transfer.description)
            span(sum.returned.description)
            strong(sum.net.description)
        }
    }

    private func table(_ title: Phrase, _ lines: [Takings.Line]) -> Markup {
        DataTable(
            title,
            columns: [
                .init(.receiptNumber), .init(.time), .init(.dossierCode), .init(.method), .init(.official),
                .init(.amount, .number),
            ],
            rows: lines.map { line in
                .init(tone: line.voidedAt == nil ? nil : .bad) {
                    span {
                        a("\(line.receipt)", .href(PaymentPaths.receipt(line.payment)))
                        if line.voidedAt != nil {
                            " "
                            Tag(.voided, .bad)
                        }
                    }
                    span(line.at.timePhrase)
                    a(line.code, .href(DeskPaths.dossier(line.dossier)))
                    span(line.method.name)
                    span(line.officialName)
                    span(line.amount.description)
                }
            }, isWalkable: true
        ).markup
    }
}

extension Takings.Sum {
    /// All of them together.
    static func whole(_ sums: [Takings.Sum]) -> Takings.Sum {
        var whole = Takings.Sum(official: "", name: Phrase.whole.vi)
        for sum in sums {
            whole.receipts += sum.receipts
            whole.cash = whole.cash + sum.cash
            whole.transfer = whole.transfer + sum.transfer
            whole.returned = whole.returned + sum.returned
        }
        return whole
    }
}
