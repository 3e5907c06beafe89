import Accounts
package import Directory
package import Kernel
package import Storage

/// An official as somebody to whom a case can be given.
package struct Colleague: Sendable, Hashable {
    package let account: String
    package let name: String
    /// As in `DeskOfficial`.
    package let role: String
    package let title: String
    /// The unit by id; nil for a post of the agency as a whole.
    package let unit: String?

    package init(account: String, name: String, role: String, title: String, unit: String?) {
        self.account = account
        self.name = name
        self.role = role
        self.title = title
        self.unit = unit
    }
}

/// The units of an agency and who works in them.
package struct Staff: Sendable {
    package struct Unit: Sendable, Hashable {
        package let id: String
        package let name: Phrase
        /// Whether it is the one-stop desk.
        package let isDesk: Bool

        package init(id: String, name: Phrase, isDesk: Bool) {
            self.id = id
            self.name = name
            self.isDesk = isDesk
        }
    }

    package let units: [Unit]
    package let people: [Colleague]

    package init(units: [Unit], people: [Colleague]) {
        self.units = units
        self.people = people
    }

    func unit(_ id: String?) -> Unit? { id.flatMap { id in units.first { $0.id == id } } }
    func works(_ account: String, as role: String) -> Bool {
        people.contains { $0.account == account && $0.role == role }
    }
    /// Those who may do a step of that role for a case of that unit; nil: of the agency as a whole.
    func people(as role: String, for unit: String?) -> [Colleague] {
        let isNarrow = role != "one_stop" && role != "leader"
        return people.filter { one in
            one.role == role && (!isNarrow || unit == nil || one.unit == nil || one.unit == unit)
        }
    }
    func name(of account: String) -> String? { people.first { $0.account == account }?.name }
}

extension Staff {
    /// Read from posts and names.
    package static func of(_ agency: Agency.ID, at now: Instant, in tx: any Transaction) throws -> Staff {
        let units = Self.units(of: agency, in: try Directory.subtree(of: agency, in: tx), on: now.day)
        var people: [Colleague] = []
        for place in [nil] + units.map({ Optional($0) }) {
            let found = try Accounts.officials(in: place?.id ?? agency, at: now, in: tx)
            people += found.map { one in
                Colleague(
                    account: one.held.account.description, name: one.name, role: one.held.post.role.rawValue,
                    title: one.held.post.title, unit: place?.id.description)
            }
        }
        return Staff(
            units: units.map { .init(id: $0.id.description, name: $0.phrase, isDesk: $0.kind == .desk) }, people: people
        )
    }

    /// What acts in the agency's name: its divisions and desks, not the agencies below it.
    private static func units(of agency: Agency.ID, in subtree: [Agency], on day: Day) -> [Agency] {
        var inside: Set<Agency.ID> = [agency]
        var units: [Agency] = []
        // A parent stands before what is below it.
        for one in subtree where !one.kind.isAuthority {
            guard let parent = one.parent, inside.contains(parent) else { continue }
            inside.insert(one.id)
            if one.validity.contains(day) { units.append(one) }
        }
        return units
    }
}
