package import Accounts
package import Blobs
package import Catalogue
import Directory
import Kernel
package import Site

extension ApplicantSite {
    /// The pages on top of the accounts and the directory of the site.
    package init(
        office: CaseOffice, blobs: BlobStore, library: ServiceLibrary, accounts: Accounts, limiter: RateLimiter,
        procedurePath: @escaping @Sendable (String) -> String?,
        receiptPath: @escaping @Sendable (String) -> String? = { _ in nil }, signInPath: String, baseURL: String,
        secret: String
    ) {
        let directory = accounts.directory
        self.init(
            office: office, blobs: blobs, library: library, limiter: limiter, agencies: AgencyBook(directory),
            territories: { try await directory.territories() },
            profiles: { try await ApplicantProfile(of: $0, accounts) },
            officialName: { text in
                guard let id = AccountID(text) else { return nil }
                return try await accounts.names(of: [id])[id]
            },
            procedurePath: procedurePath, receiptPath: receiptPath, signInPath: signInPath, baseURL: baseURL,
            secret: secret)
    }
}

extension ApplicantProfile {
    /// What an account says, with those for whom it may act today; nil when there is no such account.
    init?(of text: String, _ accounts: Accounts) async throws {
        guard let id = AccountID(text), let account = try await accounts.account(id) else { return nil }
        let mandates = try await accounts.mandates(of: id)
        self.init(
            name: account.name, number: account.citizenNumber, seenNumber: account.seenNumber, phone: account.phone,
            email: account.email,
            wards: mandates.filter { $0.kind == .parent }.map {
                Ward(name: $0.name, number: $0.citizenNumber?.digits ?? "")
            },
            firms: mandates.compactMap { mandate in
                mandate.organisation.map {
                    Firm(name: mandate.name, taxCode: $0.taxCode.text, mandate: mandate.kind.rawValue)
                }
            })
    }
}
