package import Directory
import Journal
package import Kernel
import Storage

/// Makes the first administrator of a new site, with its first agency, so that an empty installation can be filled on
/// screens. On the page it is refused once anybody ever administered the site; the command on the machine makes one again
/// where nobody does any more.
package struct CreateFirstAdministrator: Sendable {
    package enum Refusal: Error, Equatable {
        case alreadyThere
        case invalid([FieldProblem])
    }

    package struct Created: Sendable, Equatable {
        package let account: Account.ID
        package let agency: Agency.ID
        /// The address at which the first password is set, once.
        package let link: String
    }

    let accounts: Accounts
    package init(_ accounts: Accounts) { self.accounts = accounts }

    package func callAsFunction(
        name: String, email: String, agency draft: AgencyDraft, onMachine: Bool = false,
        by actor: Actor = .system("first administrator")
    ) async throws -> Result<Created, Refusal> {
        let now = accounts.clock.now
        let mails = AccountMails(settings: accounts.settings)
        let address = accounts.settings.address
        do {
            return try await accounts.database.write { tx in
                // One lock, so that two who find an empty site do not both become its first administrator.
                guard try tx.tryHold("first-administrator"),
                    try
                        !(onMachine
                        ? AccountStore.hasAdministrator(on: now.day, in: tx) : AccountStore.hadAdministrator(in: tx))
                else {
                    return .failure(.alreadyThere)
                }
                try CalendarStore.seed(at: now, in: tx)
                let agency: Agency
                if let top = try AdministrationScope.everything.agencies(in: tx).first {
                    agency = top
                } else {
                    switch try CreateAgency.perform(draft, below: nil, by: actor, at: now, in: tx) {
                    case .success(let made): agency = made
                    case .failure(.invalid(let problems)):
                        throw AddOfficial.Undone.refused(
                            .invalid(problems.map { FieldProblem("agency.\($0.field)", $0.message) }))
                    case .failure(.outsideScope): return .failure(.alreadyThere)
                    }
                }
                let official = AddOfficial.Draft(
                    name: name, email: email, agency: agency.id,
                    post: AppointOfficial.Draft(role: .administrator, from: max(now.day, agency.validity.from)))
                switch try AddOfficial.perform(official, mails: mails, by: actor, at: now, in: tx) {
                case .success(let added):
                    // A person's own account would only be offered the post.
                    guard let secret = added.linkSecret else {
                        throw AddOfficial.Undone.refused(.invalid([FieldProblem("email", .firstAddressTaken)]))
                    }
                    return .success(
                        Created(
                            account: added.account, agency: agency.id,
                            link: address + AccountLink.path + secret))
                case .failure(let refusal): throw AddOfficial.Undone.refused(refusal)
                }
            }
        } catch AddOfficial.Undone.refused(let refusal) {
            switch refusal {
            case .outsideScope: return .failure(.alreadyThere)
            case .invalid(let problems): return .failure(.invalid(problems))
            }
        }
    }

    /// The code that the first-start page asks for: whoever starts the program reads it there, so that a stranger who
    /// finds the address first cannot take the site.
    package static func startCode(secret: String) -> String {
        let hash = AccountToken.hash("first start:" + secret)
        return stride(from: 0, to: 12, by: 4).map { String(hash.dropFirst($0).prefix(4)) }.joined(separator: "-")
    }
}
