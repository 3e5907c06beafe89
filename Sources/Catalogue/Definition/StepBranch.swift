package import Kernel

/// A branch of a step (nhánh việc song song): one of several pieces of work that are done beside each other, such as the
/// opinion of a unit or of another agency (lấy ý kiến). It is a task of its own until it is answered.
package struct StepBranch: Codable, Sendable, Equatable {
    /// What its holder gives back.
    package enum Answer: String, Codable, Sendable, CaseIterable {
        /// Agree, agree with remarks, disagree.
        case opinion
        /// That it is done, with what was found.
        case done
        /// A case of its own at another agency (hồ sơ con), whose end is the answer.
        case dossier = "case"
    }

    /// Written for `at`: the official who watches the step chooses the agency or unit.
    package static let chosen = "chosen"

    package var key: String
    package var title: Phrase
    /// Who answers: a role, as of a step.
    package var role: String
    package var limit: LimitRule?
    /// Where it is answered: the code of an agency or unit, or `chosen`; absent: at the case's own agency.
    package var at: String?
    /// FEEL; the branch is left out where it does not hold.
    package var when: String?
    /// `opinion` when absent.
    package var answer: Answer?
    /// Of a case of its own: the service under which the other agency works it.
    package var service: String?
    /// Of a case of its own: what its questions are answered with, by rules of this case. What is asked here under the
    /// same names needs none.
    package var with: [HandedAnswer]?
    /// Of a case of its own: which papers of this case are handed over under other names.
    package var papers: [HandedPaperName]?

    package var asksOpinion: Bool { (answer ?? .opinion) == .opinion }
    package var isCase: Bool { answer == .dossier }

    /// Whether a text has the shape of an agency's code: `H99.41.05`.
    package static func isAgencyCode(_ text: String) -> Bool {
        text.contains(where: \.isNumber) && text.utf8.count <= 40
            && text.allSatisfy { one in
                one.isASCII && (one.isUppercase || one.isNumber || one == ".")
            }
    }
}

/// An answer that a case hands to its child at another agency.
package struct HandedAnswer: Codable, Sendable, Equatable {
    /// The question of the child's form: `page.question`.
    package var key: String
    /// FEEL over the answers of this case.
    package var rule: String
}

/// A paper that a case hands to its child at another agency.
package struct HandedPaperName: Codable, Sendable, Equatable {
    /// Written for the results that this case has so far.
    package static let result = "result"

    /// The paper's name in the child's definition.
    package var key: String
    /// Its name here, or `result`.
    package var from: String
}

/// When a step with branches is over: when all have answered, when any has, when so many have.
package enum JoinRule: Codable, Sendable, Equatable {
    case all
    case any
    case atLeast(Int)

    package init?(_ text: String) {
        switch text {
        case "all": self = .all
        case "any": self = .any
        default:
            guard let count = Int(text), count > 0 else { return nil }
            self = .atLeast(count)
        }
    }

    package var text: String {
        switch self {
        case .all: "all"
        case .any: "any"
        case .atLeast(let count): String(count)
        }
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let rule = JoinRule(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no join is called so")
        }
        self = rule
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    /// Whether so many answers are enough, of the branches that this case has.
    package func holds(answered: Int, of all: Int) -> Bool {
        switch self {
        case .all: answered >= all
        case .any: answered >= min(1, all)
        case .atLeast(let count): answered >= min(count, all)
        }
    }
}
