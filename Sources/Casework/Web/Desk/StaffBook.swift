package import Accounts
import Directory
import Kernel
import Storage
import Synchronization

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
        let staff = try await accounts.database.read { tx in try Staff.of(id, at: now, in: tx) }
        kept.withLock { kept in
            if kept.count > 200 { kept = [:] }
            kept[agency] = (now, staff)
        }
        return staff
    }
}
