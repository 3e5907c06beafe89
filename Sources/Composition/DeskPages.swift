import Accounts
import Casework
import Directory
import Kernel
import Payments
import Site

extension Installation {
    /// The desk on which officials receive and work dossiers.
    var deskPages: DeskSite {
        DeskSite(
            office: office, blobs: blobs, library: library, agencies: AgencyBook(directory),
            territories: { try await directory.territories() }, staff: StaffBook(accounts),
            official: { try await official($0) }, panels: [PaymentPanel(paymentPages)], baseURL: settings.baseURL)
    }

    /// Taking fees at the counter.
    var paymentPages: PaymentsSite {
        PaymentsSite(office: office, agencies: AgencyBook(directory), official: { try await official($0) })
    }

    /// In which post, at which agency and unit, a visitor acts; nil for whoever is no official.
    private func official(_ visitor: Visitor) async throws -> DeskOfficial? {
        guard visitor.isOfficial, let station = try await directory.station(of: visitor.actor) else { return nil }
        return DeskOfficial(
            actor: visitor.actor, account: visitor.account, name: visitor.name, role: station.post.role.rawValue,
            agency: station.authority.id.description, agencyName: station.authority.name,
            unit: station.unit?.id.description)
    }
}
