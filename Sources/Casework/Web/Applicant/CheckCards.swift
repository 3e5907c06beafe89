import Catalogue
import DesignSystem
import Kernel
import Markup
import Wording
import WorkingTime

/// Pieces that the check page, the receipt and the follow page share.
enum CheckCards {
    static func submitter(_ party: Party, change: String? = nil) -> [SummaryList.Row] {
        rows(party, name: Phrase(vi: "Người nộp", en: "Filed by"), number: ApplicantWording.citizenNumber, change)
    }

    static func owner(_ parties: Parties, change: String? = nil) -> [SummaryList.Row] {
        let isFirm = parties.kind.isFirm
        var found = rows(
            parties.owner, name: Phrase(vi: "Chủ hồ sơ", en: "Owner of the dossier"),
            number: isFirm ? ApplicantWording.taxCode : ApplicantWording.citizenNumber, change)
        if let mandate = parties.mandate {
            found.append(
                SummaryList.Row(
                    Phrase(vi: "Tư cách của người nộp", en: "Capacity of who files"), Parties.mandateName(mandate),
                    change: change))
        }
        return found
    }

    private static func rows(
        _ party: Party, name: Phrase, number: Phrase, _ change: String?
    ) -> [SummaryList.Row] {
        let lines = [
            (name, party.name), (number, party.number), (ApplicantWording.phone, party.phone),
            (ApplicantWording.email, party.email), (ApplicantWording.address, party.address),
        ]
        return lines.enumerated().filter { $0.offset == 0 || !$0.element.1.isEmpty }.map { _, line in
            SummaryList.Row(
                line.0, line.1.isEmpty ? ApplicantWording.notAnswered : Phrase(same: line.1), change: change)
        }
    }

    /// One answer for reading.
    static func row(
        _ row: CheckRow, note: Phrase? = nil, change: String? = nil, file address: (Paper.ID) -> String
    ) -> SummaryList.Row {
        let files = AnswerFile.files(.array(row.files)).map { file in
            StoredFile(file.name, note: ApplicantWording.size(file.size), href: address(file.paper))
        }
        return SummaryList.Row(row.label, note: note, change: change) {
            if !files.isEmpty {
                FileList(files)
            } else if let value = row.value {
                value
            } else {
                span(ApplicantWording.notAnswered, .class("note"))
            }
        }
    }

    static func fees(_ fees: [FeeLine]) -> Card {
        Card(ApplicantWording.fees) {
            if fees.isEmpty {
                p(ApplicantWording.noFees)
            } else {
                SummaryList(
                    fees.map { fee in
                        SummaryList.Row(
                            fee.title, note: fee.note
                        ) {
                            fee.amount.phrase
                            if let paid = fee.paidAt {
                                " "
                                Tag(
                                    Phrase(vi: "Đã nộp \(paid.day.phrase.vi)", en: "Paid \(paid.day.phrase.en)"), .good)
                            }
                        }
                    })
                if fees.contains(where: { $0.paidAt == nil && $0.amount > .zero }) {
                    p(ApplicantWording.atCounter, .class("note"))
                }
            }
        }
    }

    /// The date to expect, before the desk has taken the dossier: counted as if it did so when it is filed.
    @MarkupBuilder static func expected(_ clock: CaseClock?) -> [Markup] {
        if let clock, let due = clock.due {
            Card(ApplicantWording.expected) {
                p {
                    strong(due.phrase)
                    " "
                    Tag(Phrase(vi: "Dự kiến", en: "Expected"), .quiet)
                }
                p(
                    Phrase(
                        vi:
                            "Tính như thể bộ phận một cửa tiếp nhận ngay khi bạn nộp. Ngày hẹn chính thức có khi hồ sơ được tiếp nhận.",
                        en:
                            "Counted as if the desk took it the moment you file. The official date comes with the desk's reception."
                    ),
                    .class("note"))
                derivation(clock)
            }
        }
    }

    /// How a date was counted, sentence by sentence.
    static func derivation(_ clock: CaseClock, open: Bool = false) -> Markup {
        Disclosure(ApplicantWording.whyDate, open: open) {
            Prose { ul { for sentence in clock.deadline.derivation.phrases { li(sentence) } } }
        }.markup
    }
}
