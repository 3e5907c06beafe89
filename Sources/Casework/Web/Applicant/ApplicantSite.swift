package import Blobs
package import Catalogue
package import Directory
package import Kernel
package import Site

/// What the applicant's pages work with. Composition fills it.
package struct ApplicantSite: Sendable {
    package typealias Profiles = @Sendable (_ account: String) async throws -> ApplicantProfile?
    package typealias Names = @Sendable (_ account: String) async throws -> String?
    package typealias Territories = @Sendable () async throws -> TerritoryTable

    let office: CaseOffice
    let attach: AttachPaper
    let blobs: BlobStore
    let library: ServiceLibrary
    let limiter: RateLimiter
    let agencies: AgencyBook
    let territories: Territories
    let profiles: Profiles
    let officialName: Names
    let procedurePath: @Sendable (_ code: String) -> String?
    let receiptPath: @Sendable (_ payment: String) -> String?
    let signInPath: String
    let baseURL: String
    let secret: String

    /// - Parameters:
    ///   - territories: provinces and communes for fields (`directory.territories`).
    ///   - profiles: what the account of a person says about them.
    ///   - officialName: the name of an official by account, for "who has it".
    ///   - procedurePath: the catalogue's page of a procedure, by its code.
    ///   - receiptPath: where the applicant sees the receipt of a payment, by its id.
    ///   - signInPath: where somebody signs in; takes `?ve=`.
    ///   - baseURL: under which browsers reach the site, without a slash at the end.
    ///   - secret: the site's secret.
    package init(
        office: CaseOffice, blobs: BlobStore, library: ServiceLibrary, limiter: RateLimiter, agencies: AgencyBook,
        territories: @escaping Territories, profiles: @escaping Profiles, officialName: @escaping Names,
        procedurePath: @escaping @Sendable (String) -> String?,
        receiptPath: @escaping @Sendable (String) -> String? = { _ in nil }, signInPath: String, baseURL: String,
        secret: String
    ) {
        self.office = office
        self.attach = AttachPaper(office, blobs: blobs)
        self.blobs = blobs
        self.library = library
        self.limiter = limiter
        self.agencies = agencies
        self.territories = territories
        self.profiles = profiles
        self.officialName = officialName
        self.procedurePath = procedurePath
        self.receiptPath = receiptPath
        self.signInPath = signInPath
        self.baseURL = baseURL
        self.secret = secret
    }

    /// What an upload may bring: photographs from a telephone, several at once.
    static let uploads = Route.Uploads(files: 20, bytes: AttachPaper.largestFile, total: 4 * AttachPaper.largestFile)

    /// Somebody who is not signed in signs in first, whether the thing asked for exists or not.
    func signIn(thenTo address: String) -> Response { .see(signInPath + URLText.query([("ve", address)])) }
}

/// What an account says about the person, to begin with.
package struct ApplicantProfile: Sendable {
    /// A child or ward for whom the person may act.
    package struct Ward: Sendable {
        package let name: String
        package let number: String

        package init(name: String, number: String = "") {
            self.name = name
            self.number = number
        }
    }

    /// A firm or household business for which the person may act.
    package struct Firm: Sendable {
        package let name: String
        package let taxCode: String
        /// `legal_representative` or `authorised`.
        package let mandate: String

        package init(name: String, taxCode: String, mandate: String) {
            self.name = name
            self.taxCode = taxCode
            self.mandate = mandate
        }
    }

    package let name: String
    package let number: CitizenNumber?
    /// The same number, if it was seen at the counter: only then it may find what is kept about the person.
    package let seenNumber: CitizenNumber?
    package let phone: String
    package let email: String
    package let wards: [Ward]
    package let firms: [Firm]

    package init(
        name: String, number: CitizenNumber? = nil, seenNumber: CitizenNumber? = nil, phone: String = "",
        email: String = "", wards: [Ward] = [],
        firms: [Firm] = []
    ) {
        self.name = name
        self.number = number
        self.seenNumber = seenNumber
        self.phone = phone
        self.email = email
        self.wards = wards
        self.firms = firms
    }

    var party: Party { Party(name: name, number: number?.digits ?? "", phone: phone, email: email) }
}
