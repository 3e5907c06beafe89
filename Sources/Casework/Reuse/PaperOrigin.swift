package import Kernel
import Wording

/// Where a paper comes from that was not handed in again (dùng lại): the dossier in which it was handed in, or whose
/// result it is.
package struct PaperOrigin: Codable, Sendable, Equatable {
    /// The id of the dossier and of its paper; either may be erased since.
    package let dossier: String
    package let paper: String
    package let code: String
    /// When it was handed in or issued, at first: what is used again twice grows no younger.
    package let on: Day
    /// Whether another case's result was handed over to the agency of this one, before the applicant had it: they are not
    /// given it here, and it is not used again.
    package var isHandedResult: Bool?

    /// `dùng lại từ hồ sơ H99.41-260422-0001, nộp ngày 22/04/2026`.
    package var words: Phrase {
        Phrase(
            vi: "dùng lại từ hồ sơ \(code), ngày \(on.phrase.vi)",
            en: "used again from dossier \(code), \(on.phrase.en)")
    }
}
