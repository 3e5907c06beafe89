package import Kernel

extension Reach {
    package subscript(id: Agency.ID) -> Agency? { agencies.first { $0.id == id } }

    /// Those that exist on a day or will.
    package func present(on day: Day) -> [Agency] { agencies.filter { !$0.validity.isOver(on: day) } }

    /// `Bộ phận một cửa – UBND xã Một`: the name with the agency in whose name a unit acts, for lists without a tree.
    package func fullName(_ agency: Agency) -> Phrase {
        var above = agency
        while !above.kind.isAuthority, let next = above.parent.flatMap({ self[$0] }) { above = next }
        guard above.id != agency.id else { return agency.phrase }
        return Phrase(vi: "\(agency.phrase.vi) – \(above.phrase.vi)", en: "\(agency.phrase.en) – \(above.phrase.en)")
    }
}
