import Catalogue
import Kernel

/// The papers of a record, chosen by a question where the record has several cases.
struct ProposedCases {
    private let procedure: Procedure
    private let cases: [Procedure.PaperCase]
    /// The names of the cases in the question, in their order.
    private let keys: [String]

    /// More cases than this make no question that anybody would answer.
    private static let most = 20

    init(_ procedure: Procedure) {
        self.procedure = procedure
        cases = procedure.paperCases.filter { !$0.papers.isEmpty }
        let named = cases.filter { $0.name != nil }
        keys = (2...Self.most).contains(named.count) ? (1...named.count).map { "case_\($0)" } : []
    }

    /// The page that asks for the case; nil when there is nothing to choose.
    var questions: [YAMLValue.Entry]? {
        guard !keys.isEmpty else { return nil }
        let names = cases.compactMap(\.name)
        let options = zip(keys, names).enumerated().map { number, one in
            YAMLValue.Entry(one.0, DraftFromProcedure.wording(String(one.1.prefix(200)), "Case \(number + 1)"))
        }
        return [
            .init("title", .text("Trường hợp | The case")),
            .init(
                "fields",
                .map([
                    .init(
                        "which",
                        .map([
                            .init("kind", .text("choice")),
                            .init("label", .text("Hồ sơ thuộc trường hợp nào? | Which case is it?")),
                            .init("options", .map(options)),
                        ]))
                ])),
        ]
    }

    func papers(_ missing: inout [Phrase]) -> YAMLValue {
        var entries: [YAMLValue.Entry] = []
        var taken: Set<String> = []
        var hasForm = false
        var number = 0
        for each in cases {
            var condition: String?
            if each.name != nil, !keys.isEmpty {
                condition = "paper_case.which = \"\(keys[number])\""
                number += 1
            }
            for paper in each.papers {
                let name = DraftFromProcedure.line(paper.name)
                guard !name.isEmpty else { continue }
                let key = KeyName.of(name, taken: taken, usual: "giay_to")
                taken.insert(key)
                var parts: [YAMLValue.Entry] = [.init("title", .text(name))]
                let isForm = paper.formFile != nil && Self.isFilledIn(name)
                if isForm {
                    parts.append(.init("form", .text("true")))
                    hasForm = true
                } else {
                    if let originals = paper.originals, (1...99).contains(originals) {
                        parts.append(.init("originals", .text(String(originals))))
                    }
                    if let copies = paper.copies, (1...99).contains(copies) {
                        parts.append(.init("copies", .text(String(copies))))
                    }
                }
                if let condition { parts.append(.init("when", .text(condition))) }
                entries.append(.init(key, .map(parts)))
            }
        }
        if !cases.isEmpty, keys.isEmpty, cases.count(where: { $0.name != nil }) > 1 {
            missing.append(
                Phrase(
                    vi: "Giấy tờ: quá nhiều trường hợp để chọn trong một câu hỏi, đang đòi tất cả",
                    en: "Papers: too many cases for one question, so all are asked for"))
        }
        if !keys.isEmpty {
            missing.append(
                Phrase(
                    vi: "Tên tiếng Anh của các trường hợp giấy tờ", en: "The English names of the cases of papers"))
        }
        if entries.isEmpty {
            missing.append(Phrase(vi: "Giấy tờ: danh mục không nêu", en: "Papers: the catalogue names none"))
        }
        if hasForm {
            missing.append(
                Phrase(
                    vi: "Biểu mẫu điện tử: thêm các câu hỏi của mẫu đơn, tờ khai kèm theo",
                    en: "The electronic form: add the questions of the printed form"))
        }
        return .map(entries)
    }

    /// Whether a paper is a form that the applicant fills in: the electronic form is then that paper.
    private static func isFilledIn(_ name: String) -> Bool {
        let folded = Folding.fold(name)
        let heads = [
            "don ", "to khai", "giay de nghi", "phieu ", "van ban de nghi", "mau ", "ban khai", "giay dang ky",
        ]
        return heads.contains { folded.hasPrefix($0) }
    }
}
