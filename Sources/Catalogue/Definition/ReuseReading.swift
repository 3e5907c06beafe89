import Kernel

extension DefinitionReading {
    /// `reuse: {as: WORD, within: 6 months}` beside a paper.
    func reuse(_ node: SourceNode?, of paper: String) -> PaperReuse? {
        guard let node else { return nil }
        remember("papers.\(paper).reuse", node.place)
        let values = block(node, .reuse)
        guard let word = reuseWord(values["as"], example: "reuse: {as: health_certificate, within: 6 months}") else {
            return nil
        }
        var reuse = PaperReuse(word: word)
        if let within = values["within"], let text = text(within) {
            reuse.within = PaperAge(typed: text)
            if reuse.within == nil {
                report(
                    within.place,
                    Phrase(
                        vi: "“\(text)” không phải là khoảng thời gian của giấy tờ",
                        en: "“\(text)” is no age of a paper"),
                    proposal: Phrase(
                        vi: "số và đơn vị: 6 months, 90 days, 2 years",
                        en: "an amount and a unit: 6 months, 90 days, 2 years"))
            }
        }
        return reuse
    }

    /// A word that names a kind of paper.
    func reuseWord(_ node: SourceNode?, example: String) -> String? {
        guard let node, let text = text(node) else { return nil }
        if Self.isName(text) { return text }
        report(
            node.place, Phrase(vi: "“\(text)” không dùng làm tên được", en: "“\(text)” cannot be a name"),
            proposal: Phrase(same: example))
        return nil
    }

    /// What is filled in, shown or authorises one case is never held from another.
    func checkReuse(_ papers: [PaperRule]) {
        for paper in papers where paper.reuse != nil && (paper.isForm || paper.isShown || paper.isMandate == true) {
            let what =
                paper.isForm
                ? Phrase(vi: "tờ khai điện tử", en: "the electronic form")
                : paper.isShown
                    ? Phrase(vi: "giấy tờ chỉ xuất trình", en: "a paper that is only shown")
                    : Phrase(vi: "văn bản ủy quyền", en: "an authorisation document")
            report(
                place("papers.\(paper.key).reuse"),
                Phrase(
                    vi: "“\(paper.key)” là \(what.vi), không có gì để dùng lại",
                    en: "“\(paper.key)” is \(what.en): there is nothing to use again"),
                proposal: Phrase(vi: "bỏ “reuse”", en: "leave “reuse” out"))
        }
    }
}

extension [DefinitionCheck] {
    /// Each with a warning for every result's word by which no paper of the folder finds it, and for a paper's word that
    /// nobody else has and that is nearly another one.
    func warningOfLoneWords() -> [DefinitionCheck] {
        let all = flatMap(\.reuseWords).map(\.word)
        let counts = Dictionary(all.map { ($0, 1) }, uniquingKeysWith: +)
        return map { check in
            let lone = check.reuseWords.filter { counts[$0.word] == 1 }.compactMap { word, place, isOfPaper in
                let near = NearestWord.to(word, among: all.filter { $0 != word }, atMost: 2)
                return isOfPaper && near == nil ? nil : Self.warning(of: word, at: place, near: near)
            }
            return lone.isEmpty ? check : check.adding(lone)
        }
    }

    private static func warning(of word: String, at place: SourcePlace, near: String?) -> DefinitionProblem {
        DefinitionProblem(
            place,
            Phrase(
                vi: "không giấy tờ hay kết quả nào khác mang tên “\(word)”",
                en: "no other paper or result is named “\(word)”"), kind: .unused, weight: .warning,
            proposal: near.map { Phrase(vi: "có phải là “\($0)”?", en: "did you mean “\($0)”?") }
                ?? Phrase(
                    vi: "ghi cùng từ ở giấy tờ của dịch vụ dùng lại kết quả này (reuse: as)",
                    en: "write the same word beside the paper of a service that reuses this result (reuse: as)"))
    }
}
