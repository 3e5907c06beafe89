import Kernel
package import WorkingTime

/// Of which case a dossier is the child (hồ sơ con): the branch that opened it. The origin (hồ sơ gốc) is what the applicant
/// filed and what is counted.
package struct CaseOrigin: Codable, Sendable, Equatable {
    package let dossier: Dossier.ID
    package let branch: String
    /// Which question of the branch it answers (`CaseBranch.round`).
    package let round: Int
    /// The limit that the origin sets for it; nil when the child's own service alone does.
    package let limit: Limit?
}

extension Dossier {
    /// The limit under which this dossier is worked: that of its service, or the one that its origin sets where it ends
    /// sooner.
    func limit(_ own: Limit, from start: Instant, _ calendar: WorkingCalendar) -> Limit {
        guard let set = origin?.limit, let first = try? calendar.deadline(of: own, received: start).get().due,
            let second = try? calendar.deadline(of: set, received: start).get().due
        else { return own }
        return second < first ? set : own
    }

    /// Whether two states of a branch are the same question to another agency.
    private func isOpen(_ branch: CaseBranch) -> Bool {
        isOpen && branches.contains { $0.isOpen && $0.isCase && $0.key == branch.key && $0.round == branch.round }
    }

    /// The branches that await the end of a case at another agency and did not so before.
    func opening(since before: Dossier) -> [CaseBranch] {
        branches.filter { isOpen($0) && !before.isOpen($0) }
    }

    /// The branches that awaited the end of a case at another agency, which nobody awaits any more.
    func dropping(since before: Dossier) -> [CaseBranch] {
        before.branches.filter { branch in
            before.isOpen(branch) && !isOpen(branch)
                && !branches.contains { $0.key == branch.key && $0.round == branch.round && $0.isAnswered }
        }
    }
}
