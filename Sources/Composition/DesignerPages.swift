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
        let folder = { @Sendable in ServiceFolder.found(setting: setting, executable: Bundle.main.executableURL) }
        let office = DesignerOffice(database: database, clock: clock, library: library) {
            try folder()?.library() ?? DefinitionLibrary()
        }
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
            files: {
                let texts = try folder()?.definitions() ?? []
                return Dictionary(
                    texts.map { (String($0.file.dropLast(".yaml".count)), $0.text) },
                    uniquingKeysWith: { first, _ in first })
            }, offers: AdminPaths.services())
    }
}
