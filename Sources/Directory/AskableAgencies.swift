package import Kernel
package import Storage

extension Directory {
    /// Whom an agency may ask about its cases: its own units first, then the other agencies of the site. Only those in
    /// which somebody holds a post of that role now, in the agency itself or a unit of it.
    package static func askable(
        by own: Agency.ID, role: Role, at now: Instant, in tx: any Transaction
    ) throws -> [(authority: Agency.ID, unit: Agency.ID?)] {
        guard let top = try agencyPath(to: own, in: tx).first else { return [] }
        let all = try subtree(of: top.id, in: tx)
        // In whose name each acts; a parent stands before what is below it.
        var authorities: [Agency.ID: Agency.ID] = [:]
        for one in all {
            authorities[one.id] = one.kind.isAuthority ? one.id : one.parent.flatMap { authorities[$0] }
        }
        let open = all.filter { $0.validity.contains(now.day) && $0.id != own }
        let units = open.filter { $0.kind == .unit && authorities[$0.id] == own }
        let others = open.filter { $0.kind.isAuthority && $0.kind != .root }
        // Whoever holds a post of the whole agency, or in its desk or a unit, answers what the agency is asked. A unit's
        // question is answered by the unit, and by whoever stands above the units.
        let holders = try PostStore.holders(in: all.map(\.id), roles: [role], at: now, in: tx).map(\.post.agency)
        let held = Set(holders)
        let represented = Set(holders.compactMap { authorities[$0] })
        let isAbove = held.contains(own) || ((role == .oneStop || role == .leader) && represented.contains(own))
        return units.filter { isAbove || held.contains($0.id) }.map { (own, $0.id) }
            + others.filter { represented.contains($0.id) }.map { ($0.id, nil) }
    }
}
