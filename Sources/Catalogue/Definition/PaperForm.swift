package import Kernel

/// In which form a paper is taken (bản chính, bản sao có chứng thực, bản chụp, bản điện tử; NĐ 118/2025/NĐ-CP and form 01;
/// an electronic original counts like one on paper, NĐ 45/2020/NĐ-CP).
package enum PaperForm: String, Codable, Sendable, CaseIterable {
    case original, copy, electronic
    case certifiedCopy = "certified_copy"

    package var name: Phrase {
        switch self {
        case .original: Phrase(vi: "bản chính", en: "original")
        case .certifiedCopy: Phrase(vi: "bản sao có chứng thực", en: "certified copy")
        case .copy: Phrase(vi: "bản chụp", en: "photocopy")
        case .electronic: Phrase(vi: "bản điện tử", en: "electronic original")
        }
    }
}

extension PaperRule {
    /// `nộp bản chính hoặc bản sao có chứng thực`; nil when every form is taken.
    package var formWords: Phrase? {
        guard let accepts, !accepts.isEmpty else { return nil }
        return Phrase(
            vi: "nộp \(accepts.map(\.name.vi).joined(separator: " hoặc "))",
            en: "as \(accepts.map(\.name.en).joined(separator: " or "))")
    }
}
