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
        sees(dossier) && role == self.role && fits(dossier)
            && (dossier.assignee == nil || dossier.assignee == account)
    }

    /// Whether the case may be read: it is at this official's agency, or they are asked about it, as long as they are.
    package func reads(_ dossier: Dossier) -> Bool {
        sees(dossier) || dossier.branches.contains { $0.isOpen && isAsked($0) }
    }

    /// Whether a branch is this official's to know of: where they are, for their role, or under them.
    func isAsked(_ branch: CaseBranch) -> Bool {
        !branch.isCase && isAt(branch) && (branch.role == role || role == "head" || role == "leader")
    }

    /// Whether the answer of a branch is this official's.
    package func mayAnswer(_ branch: CaseBranch, of dossier: Dossier) -> Bool {
        dossier.isOpen && branch.isOpen && !branch.isCase && branch.role == role && isAt(branch)
    }

    private func isAt(_ branch: CaseBranch) -> Bool {
        branch.agency == agency && (branch.unit == nil || narrowingUnit.map { $0 == branch.unit } ?? true)
    }

    /// Whether a timer told this official of the case.
    package func isTold(_ timer: FiredTimer, of dossier: Dossier) -> Bool {
        sees(dossier) && timer.tells == role && fits(dossier)
    }

    /// Whether the case is in this official's unit. The one-stop desk receives and returns for all units of the agency,
    /// and a post of the agency as a whole stands above them.
    private func fits(_ dossier: Dossier) -> Bool {
        narrowingUnit.map { dossier.unit == nil || dossier.unit == $0 } ?? true
    }

    /// The unit to which this official's cases are narrowed; nil for the whole agency.
    package var narrowingUnit: String? { role == "one_stop" || role == "leader" ? nil : unit }

    /// Whether the case may be given to somebody or to another unit: by the leader, the head, or whoever works it. What
    /// was given to one official the others of the role do not take or pass on.
    package func mayDirect(_ dossier: Dossier, role: String) -> Bool {
        guard sees(dossier) else { return false }
        switch self.role {
        case "leader": return true
        case "head": return fits(dossier)
        default: return mayAct(on: dossier, role: role)
        }
    }
}
