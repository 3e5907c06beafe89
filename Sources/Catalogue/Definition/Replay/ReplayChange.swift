package import Kernel

/// One way in which a draft definition would treat a case otherwise than the version under which it was filed.
package struct ReplayChange: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case paysMore = "pays_more"
        case paysLess = "pays_less"
        case otherLimit = "other_limit"
        /// The case could not be filed so any more.
        case invalid
        case newPaper = "new_paper"
        case paperLess = "paper_less"
        /// An answer to a question that the draft does not ask in this case.
        case answerWithoutPlace = "answer_without_place"

        package var title: Phrase {
            switch self {
            case .paysMore: Phrase(vi: "Phải nộp nhiều hơn", en: "Would pay more")
            case .paysLess: Phrase(vi: "Phải nộp ít hơn", en: "Would pay less")
            case .otherLimit: Phrase(vi: "Thời hạn giải quyết khác đi", en: "Would have another limit")
            case .invalid: Phrase(vi: "Không còn nộp được như vậy", en: "Could not be filed so any more")
            case .newPaper: Phrase(vi: "Phải nộp thêm giấy tờ", en: "Would need another paper")
            case .paperLess: Phrase(vi: "Không phải nộp giấy tờ", en: "Would not need a paper")
            case .answerWithoutPlace: Phrase(vi: "Câu trả lời không còn chỗ", en: "Answers without a place")
            }
        }
    }

    package let kind: Kind
    /// What it is about, in words of the definitions; never an answer of somebody.
    package let subject: Phrase

    init(_ kind: Kind, _ subject: Phrase) {
        self.kind = kind
        self.subject = subject
    }
}
