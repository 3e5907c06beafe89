package import Blobs
package import Catalogue
package import Directory
import Kernel
package import Site

/// What the desk's pages work with. Composition fills it.
package struct DeskSite: Sendable {
    package typealias Officials = @Sendable (_ visitor: Visitor) async throws -> DeskOfficial?
    package typealias Territories = @Sendable () async throws -> TerritoryTable

    let office: CaseOffice
    let attach: AttachPaper
    let blobs: BlobStore
    let library: ServiceLibrary
    let agencies: AgencyBook
    let territories: Territories
    let staff: StaffBook
    let official: Officials
    let panels: [any CasePanel]
    let baseURL: String

    /// - Parameters:
    ///   - agencies: agencies by id, as the applicant's pages know them.
    ///   - territories: provinces and communes for fields (`directory.territories`).
    ///   - staff: units and officials of an agency.
    ///   - official: in which post a visitor acts; nil for whoever has none at a desk.
    ///   - panels: what other features show on the page of a case, in this order.
    ///   - baseURL: under which browsers reach the site, without a slash at the end.
    package init(
        office: CaseOffice, blobs: BlobStore, library: ServiceLibrary, agencies: AgencyBook,
        territories: @escaping Territories, staff: StaffBook, official: @escaping Officials,
        panels: [any CasePanel] = [], baseURL: String
    ) {
        self.office = office
        self.attach = AttachPaper(office, blobs: blobs)
        self.blobs = blobs
        self.library = library
        self.agencies = agencies
        self.territories = territories
        self.staff = staff
        self.official = official
        self.panels = panels
        self.baseURL = baseURL
    }

    /// What an upload may bring: scans, several at once.
    static let uploads = Route.Uploads(files: 40, bytes: AttachPaper.largestFile, total: 4 * AttachPaper.largestFile)

    /// Lets `body` answer for the official; whoever has no post at a desk finds nothing here.
    func asOfficial(_ visitor: Visitor, _ body: (DeskOfficial) async throws -> Response) async throws -> Response {
        guard let official = try await official(visitor) else { return .notFound }
        return try await body(official)
    }

    /// Lets `body` answer for a case that the official may see, and leaves the record that it was opened.
    ///
    /// - Parameter admitsAsked: whether it opens for whoever is only asked for an answer too.
    func withCase(
        _ id: Dossier.ID, of visitor: Visitor, admitsAsked: Bool = false,
        _ body: (OpenedCase) async throws -> Response
    ) async throws -> Response {
        try await asOfficial(visitor) { official in
            guard let opened = try await opened(id, by: official, admitsAsked: admitsAsked) else { return .notFound }
            return try await body(opened)
        }
    }

    func opened(_ id: Dossier.ID, by official: DeskOfficial, admitsAsked: Bool = true) async throws -> OpenedCase? {
        guard let file = try await OpenCase(office)(id, by: official, admitsAsked: admitsAsked) else { return nil }
        let agency = file.dossier.agency
        var opened = OpenedCase(
            file: file, official: official, staff: try await staff.of(agency),
            agency: try await agencies.card(agency)
                ?? AgencyCard(id: agency, name: Phrase(same: official.agencyName), code: "000"),
            handed: try await office.handedPapers(of: id), calendar: try await office.calendars.calendar(of: agency),
            table: try await territories(), now: office.clock.now)
        let opinions = file.opinions
        let asked = opinions.flatMap { [$0.agency, $0.unit] } + file.dossier.branches.flatMap { [$0.agency, $0.unit] }
        let others = [file.origin?.agency] + file.children.map(\.dossier.agency)
        for id in Set(others.compactMap(\.self)) { opened.seats[id] = try await agencies.card(id)?.name }
        for id in Set(asked.compactMap(\.self)) { opened.seats[id] = try await agencies.card(id)?.name }
        if opened.standing == .acts {
            let open = file.branches.filter { $0.rule.at != nil && !$0.state.isAnswered }
            for (branch, places) in try await office.askable(open, by: agency) {
                opened.askable[branch] = []
                for place in places {
                    if let name = try await agencies.card(place)?.name {
                        opened.askable[branch]?.append((place, name))
                    }
                }
            }
        }
        return opened
    }
}
