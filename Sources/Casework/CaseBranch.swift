package import Kernel

/// A branch of the step in which a case is: where it is answered, until when, and whether it has been.
package struct CaseBranch: Codable, Sendable, Equatable {
    package let key: String
    /// Who answers, as of a step.
    package let role: String
    /// Where it is answered; nil while nobody has been asked.
    package internal(set) var agency: String?
    package internal(set) var unit: String?
    package internal(set) var askedAt: Instant?
    package internal(set) var due: Instant?
    /// The number of the event with which it was opened or asked last: an answer belongs to that question and no other.
    package internal(set) var round = 0
    package internal(set) var answeredAt: Instant?
    /// The service of the case at another agency whose end is the answer; nil where somebody is asked.
    package let service: String?

    package init(
        key: String, role: String, agency: String?, unit: String? = nil, due: Instant? = nil, service: String? = nil
    ) {
        self.key = key
        self.role = role
        self.agency = agency
        self.unit = unit
        self.due = due
        self.service = service
    }

    /// Whether a case at another agency answers it.
    package var isCase: Bool { service != nil }

    /// Whether an answer is awaited.
    package var isOpen: Bool { agency != nil && answeredAt == nil }
    package var isAnswered: Bool { answeredAt != nil }
}

/// What a unit or agency thinks of a case on which it was asked (ý kiến phối hợp).
package enum OpinionVerdict: String, Codable, Sendable, CaseIterable {
    case agree, remarks, disagree

    package var name: Phrase {
        switch self {
        case .agree: Phrase(vi: "Đồng ý", en: "Agrees")
        case .remarks: Phrase(vi: "Đồng ý, có ý kiến thêm", en: "Agrees with remarks")
        case .disagree: Phrase(vi: "Không đồng ý", en: "Disagrees")
        }
    }

    /// What the end of a case at another agency says.
    package var outcome: Phrase {
        self == .disagree
            ? Phrase(vi: "Cơ quan khác không giải quyết", en: "Not settled by the other agency")
            : Phrase(vi: "Cơ quan khác đã có kết quả", en: "The other agency has its result")
    }
}

/// A timer of the present step that has run out, and what it did.
package struct FiredTimer: Codable, Sendable, Equatable {
    package let key: String
    /// The role that was told and has not said yet that it knows.
    package internal(set) var tells: String?
    package let reminds: Bool
    /// The act that the system did, or could not do.
    package let act: String?
    package let isDone: Bool

    package init(key: String, tells: String? = nil, reminds: Bool = false, act: String? = nil, isDone: Bool = true) {
        self.key = key
        self.tells = tells
        self.reminds = reminds
        self.act = act
        self.isDone = isDone
    }
}
