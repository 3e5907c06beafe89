import Kernel

/// What of the inbox is shown: how far, how it stands, who has it, which service. It stands in the page's address.
package struct InboxFilter: Sendable, Equatable {
    /// How far the list reaches.
    package enum Reach: String, Sendable, CaseIterable {
        /// What waits for the official's role in their unit.
        case own
        /// Everything open in the unit (a head) or the agency (a leader), whatever role it waits for.
        case everything
    }

    /// How a case stands.
    package enum Standing: String, Sendable, CaseIterable {
        case all
        /// Not received yet, or come to its present step today.
        case new
        case overdue
        /// Due before the day ends.
        case today
        /// Its step has passed the limit that the service gives the step. The promise to the applicant is another date and
        /// counts on its own.
        case stepLate = "step_late"
        case inWork = "in_work"
        /// The applicant is asked for papers or money (official codes 5 and 6).
        case waiting
        /// The result is there and has not been handed over.
        case finished
    }

    /// Who has it.
    package enum Holder: String, Sendable, CaseIterable { case anyone, mine, nobody }

    package var reach = Reach.own
    package var standing = Standing.all
    package var holder = Holder.anyone
    package var service: String?

    package init(
        reach: Reach = .own, standing: Standing = .all, holder: Holder = .anyone, service: String? = nil
    ) {
        self.reach = reach
        self.standing = standing
        self.holder = holder
        self.service = service
    }
}

/// A place in the inbox: the row after or before which a page begins.
package struct InboxPlace: Sendable, Equatable, LosslessStringConvertible {
    let sortAt: Instant
    let dossier: Dossier.ID
    /// Empty for the task of the step.
    let branch: String

    init(sortAt: Instant, dossier: Dossier.ID, branch: String = "") {
        self.sortAt = sortAt
        self.dossier = dossier
        self.branch = branch
    }

    package init?(_ text: String) {
        // A branch may begin with the sign itself.
        let parts = text.split(separator: "~", maxSplits: 2, omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), let micro = Int64(parts[0]), let id = Dossier.ID(String(parts[1])) else {
            return nil
        }
        sortAt = Instant(microseconds: micro)
        dossier = id
        branch = parts.count == 3 ? String(parts[2]) : ""
    }

    package var description: String {
        "\(sortAt.microseconds)~\(dossier)" + (branch.isEmpty ? "" : "~\(branch)")
    }
}
