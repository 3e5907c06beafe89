import Casework
import Catalogue
import DesignSystem
import Kernel
import Markup
import Site
import Wording
import WorkingTime

/// What follows from the answers of a preview: papers, fees, limit and promised date, each with why.
struct PreviewOutcomePage {
    let preview: DraftPreview
    let state: PreviewState

    private var facts: CaseFacts { preview.facts(state) }
    private var rules: RuleWords { preview.open.rules }

    var page: Page {
        let reading = preview.service.reading(facts)
        return preview.page(Phrase(vi: "Từ các câu trả lời này", en: "What these answers bring")) {
            unfinished(reading)
            ButtonRow {
                preview.going(
                    state, "desk", Button(Phrase(vi: "Xem tiếp như cán bộ", en: "Go on as an official")))
                preview.going(
                    state, "sample", Button(Phrase(vi: "Câu trả lời mẫu khác", en: "Other sample answers"), .secondary))
                ButtonLink(Phrase(vi: "Làm lại từ đầu", en: "Begin again"), preview.address, .secondary)
            }
            Split {
                papers(reading)
                fees(reading)
                limit(reading)
                if let result = PreviewResult(preview, state) { result }
            } side: {
                answers
            }
        }
    }

    @MarkupBuilder private func unfinished(_ reading: CaseReading) -> [Markup] {
        let problems = reading.problems(places: PlaceLookup(preview.table))
        if !problems.isEmpty {
            Banner(.warning, Phrase(vi: "Chưa nộp được với các câu trả lời này", en: "It could not be filed so")) {
                ul { for problem in problems { li(problem.message) } }
            }
        }
    }

    private var answers: Card {
        Card(Phrase(vi: "Câu trả lời", en: "Answers")) {
            for section in preview.service.checkSections(facts, places: PlaceLookup(preview.table)) {
                h3(section.title)
                SummaryList(
                    section.rows.map { row in
                        SummaryList.Row(
                            row.label,
                            row.value
                                ?? (row.files.isEmpty
                                    ? Phrase(vi: "Không trả lời", en: "Not answered")
                                    : Phrase(vi: "Có tệp", en: "A file")))
                    })
                preview.going(
                    state, "show", page: section.page,
                    Button(
                        Phrase(vi: "Sửa trang “\(section.title.vi)”", en: "Change “\(section.title.en)”"), .plain))
            }
        }
    }

    /// `vì “Nộp cho ai” là “Tổ chức”`.
    @MarkupBuilder private func because(_ rules: [String]) -> [Markup] {
        for rule in rules {
            p(.class("note")) {
                Phrase(vi: "Vì: ", en: "Because: ")
                self.rules.markup(rule)
            }
        }
    }

    private func papers(_ reading: CaseReading) -> Card {
        let due = reading.papers
        return Card(Phrase(vi: "Giấy tờ", en: "Papers")) {
            if due.isEmpty { p(Phrase(vi: "Không cần giấy tờ nào.", en: "No papers are needed.")) }
            SummaryList(
                due.map { paper in
                    SummaryList.Row(Phrase(same: paper.rule.title)) {
                        Self.how(paper)
                        because([paper.rule.when].compactMap(\.self))
                    }
                })
            let left = preview.service.definition.papers.filter { rule in !due.contains { $0.rule.key == rule.key } }
            if !left.isEmpty {
                Disclosure(Phrase(vi: "Không cần ở trường hợp này", en: "Not needed in this case")) {
                    ul {
                        for paper in left {
                            li {
                                vietnamese(paper.title)
                                if let when = paper.when {
                                    p(.class("note")) {
                                        Phrase(vi: "Chỉ khi: ", en: "Only when: ")
                                        rules.markup(when)
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private static func how(_ paper: PaperDue) -> Phrase {
        if paper.rule.isForm { return Phrase(vi: "Chính là biểu mẫu điện tử", en: "The electronic form is this paper") }
        if paper.rule.isShown { return Phrase(vi: "Chỉ xuất trình", en: "Only shown") }
        return paper.required
            ? Phrase(vi: "Bắt buộc nộp", en: "Required") : Phrase(vi: "Không bắt buộc", en: "Optional")
    }

    private func fees(_ reading: CaseReading) -> Card {
        let due = reading.fees + reading.exemptions
        return Card(Phrase(vi: "Phí, lệ phí", en: "Fees")) {
            if due.isEmpty { p(Phrase(vi: "Không phải nộp khoản nào.", en: "Nothing is due.")) }
            SummaryList(
                due.map { fee in
                    let rule = preview.service.definition.fees.first { $0.key == fee.key }
                    return SummaryList.Row(fee.title) {
                        fee.amount.phrase
                        if let terms = fee.terms { p(terms, .class("note")) }
                        because(rule.map(reading.conditions) ?? [])
                    }
                })
            for fee in reading.uncountedFees {
                p(
                    Phrase(
                        vi: "“\(fee.title.vi)” chưa tính được: còn câu chưa trả lời.",
                        en: "“\(fee.title.en)” cannot be worked out: an answer is missing."), .class("note"))
            }
            if let note = preview.service.definition.feeNote { p(note, .class("note")) }
        }
    }

    private func limit(_ reading: CaseReading) -> Card {
        let clock = preview.calendar.flatMap { reading.expected(at: preview.now, $0) }
        return Card(Phrase(vi: "Thời hạn và ngày hẹn", en: "Limit and promised date")) {
            SummaryList(
                [
                    SummaryList.Row(Phrase(vi: "Thời hạn", en: "Limit")) {
                        LimitWords.phrase("\(reading.limit.amount) \(reading.limit.unit.rawValue)")
                        because([reading.limitCondition].compactMap(\.self))
                    }
                ]
                    + (clock?.due.map { due in
                        [
                            SummaryList.Row(
                                Phrase(
                                    vi: "Ngày hẹn, nếu tiếp nhận ngay bây giờ", en: "Promised, if it were received now"),
                                due.phrase)
                        ]
                    } ?? []))
            if let clock {
                Disclosure(Phrase(vi: "Cách tính", en: "How it was counted")) {
                    Prose { ol { for sentence in clock.deadline.derivation.phrases { li(sentence) } } }
                }
            }
        }
    }
}
