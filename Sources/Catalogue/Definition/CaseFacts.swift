package import Kernel

/// What the rules of a service may see of one case: the answers, for whom, how and when it is filed.
///
/// Rules name the pages (`child.birth_day`), `owner`, `channel` and `today`; within a page, a composite or a group's
/// entry `this` is what stands around the question, and in a check `value` is the answer itself.
package struct CaseFacts: Sendable, Equatable {
    package var answers: JSON
    package var owner: OwnerKind
    /// Whether the submitter acts by authorisation (ủy quyền), not by law: the authorisation document is then required.
    package var isAuthorised: Bool
    package var channel: FilingChannel
    /// The civil day of filing; for a draft, today.
    package var day: Day

    /// - Parameter isAuthorised: nil when nothing is known but the owner; another person is then filed for by authorisation.
    package init(
        answers: JSON, owner: OwnerKind, isAuthorised: Bool? = nil, channel: FilingChannel, day: Day
    ) {
        self.answers = answers
        self.owner = owner
        self.isAuthorised = isAuthorised ?? (owner == .other)
        self.channel = channel
        self.day = day
    }
}

/// How a dossier reaches the desk (NĐ 118/2025/NĐ-CP: trực tuyến, trực tiếp, bưu chính); limits and fees differ by it.
package enum FilingChannel: String, Codable, Sendable, CaseIterable {
    case online, counter, post
}
