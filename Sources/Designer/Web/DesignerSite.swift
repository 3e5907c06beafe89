package import Catalogue
package import Directory
package import Kernel
package import Site
package import WorkingTime

/// What the designer's pages need.
package struct DesignerSite: Sendable {
    package let office: DesignerOffice
    let shelf: ProcedureShelf
    /// In which post and at which agency a visitor acts; nil for whoever is no official.
    let official: @Sendable (Visitor) async throws -> DesignerOffice.Official?
    let territories: @Sendable () async throws -> TerritoryTable
    /// The calendar of an agency, by its id.
    let calendar: @Sendable (String) async throws -> WorkingCalendar
    /// What agencies and units are called, those of the given codes that are there today.
    let agencies: @Sendable ([String]) async throws -> [String: Phrase]
    /// The units of an agency by its id, each with the end of its code from its point on.
    let units: @Sendable (String) async throws -> [(code: String, name: Phrase)]
    /// The definition files that the program brings along, by service.
    let files: @Sendable () throws -> [String: String]
    /// Where services are turned on at agencies.
    let offers: String

    package init(
        office: DesignerOffice, shelf: ProcedureShelf,
        official: @escaping @Sendable (Visitor) async throws -> DesignerOffice.Official?,
        territories: @escaping @Sendable () async throws -> TerritoryTable,
        calendar: @escaping @Sendable (String) async throws -> WorkingCalendar,
        agencies: @escaping @Sendable ([String]) async throws -> [String: Phrase],
        units: @escaping @Sendable (String) async throws -> [(code: String, name: Phrase)],
        files: @escaping @Sendable () throws -> [String: String], offers: String
    ) {
        self.office = office
        self.shelf = shelf
        self.official = official
        self.territories = territories
        self.calendar = calendar
        self.agencies = agencies
        self.units = units
        self.files = files
        self.offers = offers
    }
}
