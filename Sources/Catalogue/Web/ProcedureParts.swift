import DesignSystem
import Kernel
import Markup
import Wording

// The parts of a procedure's page below the first card.
extension ProcedurePage {
    @MarkupBuilder var steps: [Markup] {
        for step in procedure.steps {
            if let number = step.number { h3(Phrase(vi: "Bước \(number)", en: "Step \(number)")) }
            for paragraph in step.paragraphs { p { vietnamese(paragraph) } }
        }
    }

    @MarkupBuilder var channels: [Markup] {
        DataTable(
            Phrase(vi: "Cách thức thực hiện", en: "Ways to file"),
            columns: [
                .init(Phrase(vi: "Cách nộp", en: "How")), .init(Phrase(vi: "Thời hạn", en: "Limit")),
                .init(Phrase(vi: "Phí, lệ phí", en: "Fees")), .init(Phrase(vi: "Ghi chú", en: "Note")),
            ],
            rows: distinctChannels.map { channel in
                DataTable.Row {
                    Markup { channel.way.name }
                    Markup { limit(channel) }
                    Markup { cost(channel.cost) }
                    Markup { if let remark = channel.remark { vietnamese(remark) } }
                }
            })
    }

    /// The source repeats rows; each is shown once, the ways of filing together.
    private var distinctChannels: [Procedure.Channel] {
        var shown: [Procedure.Channel] = []
        for way in Procedure.Channel.Way.allCases {
            for var channel in procedure.channels where channel.way == way {
                channel.source = nil
                if !shown.contains(channel) { shown.append(channel) }
            }
        }
        return shown
    }

    @MarkupBuilder private func limit(_ channel: Procedure.Channel) -> [Markup] {
        if let limit = channel.limit {
            if let phrase = limit.phrase {
                phrase
            } else {
                limit.amount
                " "
                span(Phrase(vi: "(chưa rõ đơn vị)", en: "(no unit published)"), .class("help"))
            }
        } else {
            Phrase(vi: "Chưa công bố", en: "Not published")
        }
    }

    @MarkupBuilder private func cost(_ cost: Procedure.Cost) -> [Markup] {
        switch cost {
        case .notStated: Phrase(vi: "Chưa công bố", en: "Not published")
        case .free: Phrase(vi: "Không thu", en: "Free")
        case .explained(let words): vietnamese(words)
        case .fees(let fees):
            ul {
                for fee in fees {
                    li {
                        fee.text
                        if let note = fee.note {
                            " – "
                            vietnamese(note)
                        }
                    }
                }
            }
        }
    }

    /// Many cases are folded each, so that one's own is found; a few are shown at once.
    @MarkupBuilder var papers: [Markup] {
        let withPapers = procedure.paperCases.filter { !$0.papers.isEmpty }
        for paperCase in withPapers {
            if withPapers.count > 3, let name = paperCase.name {
                Disclosure(Phrase(same: name)) {
                    table(paperCase)
                    remarks(paperCase.remarks)
                }
            } else {
                if let name = paperCase.name { h3 { vietnamese(name) } }
                table(paperCase)
                remarks(paperCase.remarks)
            }
        }
        for paperCase in procedure.paperCases where paperCase.papers.isEmpty {
            Disclosure(paperCase.name.map { Phrase(same: $0) } ?? Phrase(vi: "Lưu ý", en: "Notes")) {
                for remark in paperCase.remarks { p { vietnamese(remark) } }
            }
        }
    }

    private func table(_ paperCase: Procedure.PaperCase) -> DataTable {
        DataTable(
            Phrase(same: paperCase.name ?? procedure.name),
            columns: [
                .init(Phrase(vi: "Giấy tờ", en: "Paper")), .init(Phrase(vi: "Bản chính", en: "Originals"), .number),
                .init(Phrase(vi: "Bản sao", en: "Copies"), .number),
            ],
            rows: paperCase.papers.map { paper in
                DataTable.Row {
                    Markup {
                        vietnamese(paper.name)
                        if let file = paper.formFile {
                            br()
                            span(Phrase(vi: "Mẫu: \(file)", en: "Form: \(file)"), .class("help"))
                        }
                    }
                    Markup { count(paper.originals) }
                    Markup { count(paper.copies) }
                }
            })
    }

    private func count(_ number: Int?) -> String { number.map { $0 > 0 ? String($0) : "–" } ?? "?" }

    @MarkupBuilder private func remarks(_ remarks: [String]) -> [Markup] {
        if remarks.count > 1 {
            Disclosure(Phrase(vi: "Lưu ý", en: "Notes")) { for remark in remarks { p { vietnamese(remark) } } }
        } else if let remark = remarks.first {
            p(.class("help")) { vietnamese(remark) }
        }
    }

    @MarkupBuilder var agencies: [Markup] {
        SummaryList(
            [
                (Phrase(vi: "Cơ quan thực hiện", en: "Executing agency"), procedure.executingAgency),
                (Phrase(vi: "Cơ quan có thẩm quyền", en: "Competent agency"), procedure.competentAgency),
                (Phrase(vi: "Cơ quan phối hợp", en: "Coordinating agency"), procedure.coordinatingAgency),
                (Phrase(vi: "Lĩnh vực", en: "Field"), procedure.field),
                (Phrase(vi: "Bộ quản lý", en: "Ministry"), procedure.ministry),
                (Phrase(vi: "Quyết định công bố", en: "Publishing decision"), procedure.decision),
            ].compactMap { question, answer in
                answer.map { text in SummaryList.Row(question) { vietnamese(text) } }
            })
        ul { for applicant in procedure.applicants { li { applicant.name } } }
    }

    @MarkupBuilder func paragraphs(_ text: String) -> [Markup] {
        for line in text.split(whereSeparator: \.isNewline) { p { vietnamese(String(line)) } }
    }

    @MarkupBuilder var history: [Markup] {
        if versions.count > 1 {
            Disclosure(Phrase(vi: "Các lần thay đổi", en: "Changes"), id: "thay-doi", large: true) {
                for version in versions {
                    h3(
                        Phrase(
                            vi: "Lần \(version.number), \(version.importedAt.day.phrase.vi)",
                            en: "Version \(version.number), \(version.importedAt.day.phrase.en)"))
                    ul {
                        for change in version.difference?.changes ?? [] {
                            li {
                                strong { change.part.title }
                                for line in change.removed { p { Markup.element("del", []) { vietnamese(line) } } }
                                for line in change.added { p { Markup.element("ins", []) { vietnamese(line) } } }
                            }
                        }
                    }
                }
            }
        }
    }
}
