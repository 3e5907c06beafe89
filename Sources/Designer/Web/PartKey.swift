import DesignSystem
import Kernel

/// One key of a part as its page asks for it.
struct PartKey: Sendable {
    enum Kind: Sendable {
        /// A text in both languages.
        case wording
        /// A text that stands in one language, being the law's own words.
        case words
        case rule
        /// Always, never, or by a rule.
        case required
        /// One of a few words; the first stands when the key is absent.
        case choice([Choice])
        case choices([Choice])
        /// What holds when the key is absent.
        case flag(Bool)
        case number
        case limit
        case day
        /// Options of a choice by name.
        case options
        /// Rules that an answer must meet, each with what is said.
        case checks
        /// A limit with other limits in cases.
        case limitByCase
        /// Papers of which one is enough, by the word that they share.
        case group
        /// A kind of paper by the word that services share: kept as it is typed.
        case paperKind
        /// One of the papers of the service.
        case paperName
        /// The steps of the service.
        case stepName
        /// Where a branch is answered: the agency itself, where the official chooses, or a code.
        case place
        /// How many branches must have answered.
        case join
        /// A text of several lines in one language.
        case long
        /// The same in both languages.
        case longWording
        /// A list, one item on a line.
        case lines
        /// One of what is there to choose, or a rule.
        case source
        /// How old a paper may be.
        case age
        /// To whom a case is given: a way, and a unit.
        case assignment
        /// A service that another agency works.
        case service
        /// Which answers, or papers, go to a case of its own.
        case handed
        /// What a timer does: it reminds, tells, or performs an act of its step.
        case deed
    }

    let key: String
    let title: Phrase
    let kind: Kind
    let help: Phrase?
    let isOptional: Bool

    init(_ key: String, _ title: Phrase, _ kind: Kind, help: Phrase? = nil, optional: Bool = true) {
        self.key = key
        self.title = title
        self.kind = kind
        self.help = help
        self.isOptional = optional
    }
}
