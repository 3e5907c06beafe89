package import Accounts
import Directory
package import Kernel
import Storage
import Synchronization

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
    func name(of account: String) -> String? { people.first { $0.account == account }?.name }
}

/// The staff of agencies by the agency's id.
package struct StaffBook: Sendable {
    package let of: @Sendable (_ agency: String) async throws -> Staff

    package init(of: @escaping @Sendable (String) async throws -> Staff) { self.of = of }

    /// Reads posts and names, and keeps them for half a minute.
    package init(_ accounts: Accounts) {
        let kept = KeptStaff()
        self.init { agency in try await kept.staff(agency, accounts) }
    }
}

/// What was read of agencies' staff a moment ago.
private final class KeptStaff: Sendable {
    private let kept = Mutex<[String: (readAt: Instant, staff: Staff)]>([:])

    func staff(_ agency: String, _ accounts: Accounts) async throws -> Staff {
        guard let id = Agency.ID(agency) else { return Staff(units: [], people: []) }
        let now = accounts.clock.now
        if let known = kept.withLock({ $0[agency] }), known.readAt.adding(seconds: 30) > now { return known.staff }
        let staff = try await accounts.database.read { tx in
            let units = Self.units(of: id, in: try Directory.subtree(of: id, in: tx), on: now.day)
            var people: [Colleague] = []
            for place in [nil] + units.map({ Optional($0) }) {
                let found = try Accounts.officials(in: place?.id ?? id, at: now, in: tx)
                people += found.map { one in
                    Colleague(
                        account: one.held.account.description, name: one.name, role: one.held.post.role.rawValue,
                        title: one.held.post.title, unit: place?.id.description)
                }
            }
            return Staff(
                units: units.map { .init(id: $0.id.description, name: $0.phrase, isDesk: $0.kind == .desk) },
                people: people)
        }
        kept.withLock { kept in
            if kept.count > 200 { kept = [:] }
            kept[agency] = (now, staff)
        }
        return staff
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
