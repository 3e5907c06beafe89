package import Kernel
package import WorkingTime

/// That a paper is not asked for again where the agency holds it (NĐ 45/2020/NĐ-CP: what lies in the data store of an
/// organisation or person is used again).
package struct PaperReuse: Codable, Sendable, Equatable {
    /// Names the same kind of paper across services, and results that are one.
    package var word: String
    /// How old it may be; however old when absent.
    package var within: PaperAge?

    package init(word: String, within: PaperAge? = nil) {
        self.word = word
        self.within = within
    }

    private enum CodingKeys: String, CodingKey {
        case word = "as"
        case within
    }
}

/// How old a paper may be: days or months of the civil calendar (Bộ luật Dân sự 2015, Đ.147–148).
package struct PaperAge: Codable, Sendable, Equatable {
    package var value: Int
    package var unit: LimitUnit

    package init(_ value: Int, _ unit: LimitUnit) {
        self.value = value
        self.unit = unit
    }

    /// `6 months`, `90 days`, `1 years`; nil for anything else.
    init?(typed text: String) {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard words.count == 2, let value = Int(words[0]), (1...1_000).contains(value) else { return nil }
        switch words[1] {
        case "days": self.init(value, .days)
        case "months": self.init(value, .months)
        case "years": self.init(value * 12, .months)
        default: return nil
        }
    }

    /// The first day of which a paper is still taken on `day`.
    package func earliest(on day: Day) -> Day {
        unit == .months ? day.adding(months: -value) : day.adding(days: -value)
    }

    package var words: Phrase { Limit(value, unit).words }
}

extension ServiceDefinition {
    /// The word under which the papers of a rule, or its results, are known across services; nil when they have none. What
    /// the branches of a case brought as results are other papers than its own result.
    package func reuseWord(of rule: String, isResult: Bool) -> String? {
        isResult ? (rule == "result" ? result.word : nil) : papers.first { $0.key == rule }?.reuse?.word
    }

    /// Every word that it names, with the place in the file: papers that reuse, and the result. A paper may be found again
    /// in an earlier dossier of the same service, a result by papers of others alone.
    var reuseWords: [(word: String, path: String, isOfPaper: Bool)] {
        papers.compactMap { paper in paper.reuse.map { ($0.word, "papers.\(paper.key).reuse", true) } }
            + (result.word.map { [($0, "result.as", false)] } ?? [])
    }
}
