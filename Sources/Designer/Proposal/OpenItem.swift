package import Catalogue
package import Kernel

/// Something that a draft leaves open and the check cannot call wrong: a person has to look at it. It is read from the
/// text, so that it goes away when the text is put right.
package struct OpenItem: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        /// The English title is only the code of the procedure.
        case english
        /// The catalogue's words say that a paper is needed in some cases only, and it has no rule.
        case conditionalPaper
    }

    /// The part that it concerns.
    package let path: [String]
    package let kind: Kind

    package static func all(_ value: YAMLValue) -> [OpenItem] {
        var items: [OpenItem] = []
        if let title = value["title"].flatMap(Phrase.init(written:)), isOnlyCode(title.en) {
            items.append(OpenItem(path: [], kind: .english))
        }
        for paper in value["papers"]?.entries ?? [] where isConditional(paper.value) {
            items.append(OpenItem(path: ["papers", paper.key], kind: .conditionalPaper))
        }
        return items
    }

    /// What the proposal writes where the catalogue has no English: `Procedure 1.009454`.
    private static func isOnlyCode(_ title: String) -> Bool {
        title.hasPrefix("Procedure ") && Procedure.Code(String(title.dropFirst("Procedure ".count))) != nil
    }

    /// Whether the name of a paper speaks of cases, while nothing in the draft says when it is needed. Whoever writes
    /// `required` has decided.
    private static func isConditional(_ paper: YAMLValue) -> Bool {
        guard paper["when"] == nil, paper["required"] == nil, paper["mandate"] == nil, paper["one_of"] == nil,
            paper["form"]?.text != "true", let title = paper["title"]?.text
        else { return false }
        let words = " " + title.lowercased().split { !$0.isLetter }.joined(separator: " ") + " "
        return signs.contains { words.contains(" \($0) ") }
    }

    private static let signs = ["trừ", "nếu", "đối với", "trường hợp", "khi"]

    package var words: Phrase {
        switch kind {
        case .english:
            Phrase(
                vi: "Tên tiếng Anh mới chỉ là mã thủ tục: hãy dịch tên dịch vụ",
                en: "The English title is only the procedure's code: translate it")
        case .conditionalPaper:
            Phrase(
                vi: "Giấy này chỉ cần trong một số trường hợp: hãy viết điều kiện, hoặc xác nhận luôn cần",
                en: "This paper is needed in some cases only: write its rule, or confirm that it always is")
        }
    }
}
