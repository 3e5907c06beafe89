import Casework
import Catalogue
import Designer
import Directory
import Foundation
import Kernel
import Site

extension Installation {
    /// The pages on which officials write, review and publish service definitions.
    var designerPages: DesignerSite {
        let setting = settings.services
        let calendars = self.office.calendars
        let folder = { @Sendable in ServiceFolder.found(setting: setting, executable: Bundle.main.executableURL) }
        let office = DesignerOffice(
            database: database, clock: clock, library: library,
            hasProcedure: { try await hasProcedure($0) },
            parts: { try folder()?.library() ?? DefinitionLibrary() })
        return DesignerSite(
            office: office, shelf: catalogue,
            official: { visitor in
                guard visitor.isOfficial, let station = try await directory.station(of: visitor.actor) else {
                    return nil
                }
                return DesignerOffice.Official(
                    actor: visitor.actor, agency: station.authority.id.description,
                    isReviewer: visitor.may(.reviewServices))
            },
            territories: { try await directory.territories() },
            calendar: { try await calendars.calendar(of: $0) },
            agencies: { codes in
                var names: [String: Phrase] = [:]
                for code in codes {
                    guard let agency = try await directory.agency(code: code),
                        agency.validity.contains(clock.now.day)
                    else { continue }
                    names[code] = agency.phrase
                }
                return names
            },
            units: { id in
                guard let id = Agency.ID(id), let own = try await directory.agency(id)?.code else { return [] }
                return try await directory.subtree(of: id).compactMap { unit in
                    guard unit.kind == .unit, unit.validity.contains(clock.now.day), let code = unit.code,
                        code.isBelow(own)
                    else { return nil }
                    return (String(code.text.dropFirst(own.text.count)), unit.phrase)
                }
            },
            files: {
                let texts = try folder()?.definitions() ?? []
                return Dictionary(
                    texts.map { (String($0.file.dropLast(".yaml".count)), $0.text) },
                    uniquingKeysWith: { first, _ in first })
            }, offers: AdminPaths.services())
    }

    /// Whether the catalogue has a procedure of that code, or was never read in.
    func hasProcedure(_ code: String) async throws -> Bool {
        let procedures = try await catalogue.contents().procedures
        return procedures.isEmpty || Procedure.Code(code).map { procedures[$0] != nil } ?? false
    }
}
