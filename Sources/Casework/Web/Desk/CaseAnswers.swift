import Catalogue
import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// The answers of a case with where they come from, its parties and its fees.
struct CaseAnswers {
    let opened: OpenedCase
    /// False when a feature shows them itself.
    let showsFees: Bool

    private var file: CaseFile { opened.file }
    private var parties: Parties { file.parties }

    @MarkupBuilder var content: [Markup] {
        for section in opened.service.checkSections(file.facts, places: opened.places) {
            h3(section.title)
            if opened.standing != .asked { p(origin, .class("note")) }
            SummaryList(section.rows.map(row))
        }
        if !kept.isEmpty, opened.standing != .asked {
            h3(ApplicantWording.keptAnswers)
            SummaryList(kept.map(row))
        }
        h3(Phrase(vi: "Chủ hồ sơ và người nộp", en: "Owner and submitter"))
        SummaryList(people)
        if showsFees {
            h3(Phrase(vi: "Phí, lệ phí", en: "Fees"))
            if file.fees.isEmpty {
                p(Phrase(vi: "Không phải nộp khoản nào.", en: "Nothing is due."))
            } else {
                SummaryList(file.fees.map(fee))
            }
        }
    }

    private var kept: [CheckRow] { file.kept.flatMap { $0.service.keptRows($0.answers, places: opened.places) } }

    private func row(_ row: CheckRow) -> SummaryList.Row {
        let files = AnswerFile.files(.array(row.files))
        let origin = row.value == nil ? nil : self.file.origins.covering(row.name)
        return SummaryList.Row(row.label, note: origin == .parties ? nil : origin?.words) {
            if let value = row.value {
                span(value)
            } else if files.isEmpty {
                span(Phrase(vi: "Không trả lời", en: "Not answered"), .class("note"))
            }
            FileList(
                files.map { file in
                    StoredFile(
                        file.name, note: ApplicantWording.size(file.size), href: DeskPaths.file(opened.id, file.paper))
                })
        }
    }

    /// Where the answers come from that say nothing of it themselves: typed when filing, by whom.
    private var origin: Phrase {
        let day = opened.dossier.filedAt.day.phrase
        if let origin = file.origin {
            return Phrase(
                vi: "Chuyển từ hồ sơ gốc \(origin.code) ngày \(day.vi)",
                en: "Handed over from origin \(origin.code) on \(day.en)")
        }
        return opened.dossier.channel == .online
            ? Phrase(
                vi: "Người nộp nhập ngày \(day.vi), trừ chỗ ghi khác",
                en: "Typed by the applicant on \(day.en) unless said otherwise")
            : Phrase(vi: "Công chức một cửa nhập ngày \(day.vi)", en: "Entered by the one-stop desk on \(day.en)")
    }

    private var people: [SummaryList.Row] {
        let owner = parties.owner
        let submitter = parties.submitter
        var rows = [SummaryList.Row(DeskWording.owner, Self.words(owner))]
        // Whoever is only asked reaches nobody.
        guard opened.standing != .asked else { return rows }
        if parties.kind != .`self` {
            rows.append(
                SummaryList.Row(
                    Phrase(vi: "Người nộp", en: "Submitter"), Self.words(submitter),
                    note: parties.mandate.map(Parties.mandateName)))
        }
        rows.append(
            SummaryList.Row(
                Phrase(vi: "Liên hệ", en: "Contact"),
                [submitter.phone, submitter.email, submitter.address].filter { !$0.isEmpty }.joined(separator: " · "),
                note: contactOrigin))
        if let delivery = parties.delivery {
            rows.append(
                SummaryList.Row(
                    Phrase(vi: "Nhận kết quả", en: "Getting the result"), delivery.name,
                    note: delivery.address.isEmpty ? nil : Phrase(same: delivery.address)))
        }
        return rows
    }

    /// Where telephone, e-mail and address come from, each that was not typed.
    private var contactOrigin: Phrase? {
        let lines: [(name: String, label: Phrase)] = [
            ("phone", ApplicantWording.phone), ("email", ApplicantWording.email), ("address", ApplicantWording.address),
        ]
        let told = lines.compactMap { line -> Phrase? in
            guard let origin = file.origins["@submitter.\(line.name)"] else { return nil }
            return Phrase(
                vi: "\(line.label.vi.lowercased()) \(origin.words.vi)",
                en: "\(line.label.en.lowercased()) \(origin.words.en)")
        }
        guard !told.isEmpty else { return nil }
        return Phrase(vi: told.map(\.vi).joined(separator: ", "), en: told.map(\.en).joined(separator: ", "))
    }

    private static func words(_ party: Party) -> String {
        [party.name, party.number].filter { !$0.isEmpty }.joined(separator: " · ")
    }

    private func fee(_ fee: CaseFee) -> SummaryList.Row {
        let paid =
            fee.paidAt.map { at in Phrase(vi: "đã nộp \(at.day.phrase.vi)", en: "paid \(at.day.phrase.en)") }
            ?? Phrase(vi: "chưa nộp", en: "not paid yet")
        return SummaryList.Row(fee.title, fee.amount.phrase, note: paid)
    }
}
