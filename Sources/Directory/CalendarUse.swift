import Kernel
package import Storage

/// Which agencies count their limits by a calendar.
package enum CalendarUse {
    /// The agencies that a change of the calendar touches: those that keep it, by themselves or from above. The national
    /// one touches all, since every other calendar takes the years it lacks from it.
    package static func touched(by name: String, in tx: any Transaction) throws -> [Agency.ID] {
        let agencies = try AdministrationScope.everything.agencies(in: tx)
        if name == CalendarStore.national { return agencies.map(\.id) }
        var kept: [Agency.ID: String] = [:]
        for agency in agencies {
            kept[agency.id] = agency.calendar ?? agency.parent.flatMap { kept[$0] } ?? CalendarStore.national
        }
        return agencies.map(\.id).filter { kept[$0] == name }
    }
}
