package import Kernel

/// An official at work: in which post, with which role, at which agency and unit.
package struct DeskOfficial: Sendable, Equatable {
    package let actor: Actor
    package let account: String
    package let name: String
    /// `one_stop`, `specialist`, `head`, `leader`, `administrator`.
    package let role: String
    /// The agency with a desk of its own (commune, department) to which the post belongs.
    package let agency: String
    package let agencyName: String
    /// The unit inside the agency; nil for a post of the agency as a whole.
    package let unit: String?

    package init(
        actor: Actor, account: String, name: String, role: String, agency: String, agencyName: String, unit: String?
    ) {
        self.actor = actor
        self.account = account
        self.name = name
        self.role = role
        self.agency = agency
        self.agencyName = agencyName
        self.unit = unit
    }

    /// Whether the case may be seen: it is at this official's agency.
    package func sees(_ dossier: Dossier) -> Bool { dossier.agency == agency }

    /// Whether the acts of a step for `role` are this official's: the role fits, the unit fits, and the case was not
    /// given to somebody else.
    package func mayAct(on dossier: Dossier, role: String) -> Bool {
        sees(dossier) && role == self.role && (dossier.unit == nil || unit == nil || dossier.unit == unit)
            && (dossier.assignee == nil || dossier.assignee == account)
    }

    /// Whether the case may be given to somebody or to another unit: by whoever works it, the head, or the leader.
    package func mayDirect(_ dossier: Dossier, role: String) -> Bool {
        guard sees(dossier) else { return false }
        switch self.role {
        case "leader": return true
        case "head": return unit == nil || dossier.unit == nil || dossier.unit == unit
        default: return role == self.role && (unit == nil || dossier.unit == nil || dossier.unit == unit)
        }
    }
}
