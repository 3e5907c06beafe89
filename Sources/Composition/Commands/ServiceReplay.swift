import Casework
import Catalogue
import Directory
package import Kernel

/// What `motcua service replay` answers: a draft run against dossiers of before.
extension ServiceTransport {
    /// Against the dossiers that this site keeps, filed since that day; nil: since a year ago.
    package func replay(_ draft: Version, since: Day?, in installation: Installation?) async throws -> Outcome {
        let compiled = try await compiled(draft, in: installation)
        guard let installation else { throw Self.noSite }
        let places = PlaceLookup(try await installation.directory.territories())
        let first = since ?? installation.clock.now.day.adding(days: -365)
        return outcome(try await ReplayDossiers(installation.office)(compiled, since: first, places: places))
    }

    /// Against cases made up from another version; nil: from the one in force.
    package func replay(
        _ draft: Version, from base: Version?, cases: Int, in installation: Installation?
    ) async throws -> Outcome {
        let after = try await compiled(draft, in: installation)
        let before = try await compiled(base ?? .inForce(after.definition.service), in: installation)
        let replay = GeneratedReplay(before, places: GeneratedReplay.onePlace, place: ("01", "00004"))
        return outcome(replay(after, cases: cases, day: after.definition.effectiveFrom.adding(days: 30)))
    }

    private func compiled(_ version: Version, in installation: Installation?) async throws -> CompiledService {
        let definition = try await definition(version, in: installation)
        let document = try PublishedDefinition(definition)
        do throws(DefinitionProblems) { return try CompiledService(document) } catch { throw Trouble(error.list) }
    }

    private func outcome(_ report: ReplayReport) -> Outcome {
        Outcome(
            lines: isJSON ? [report.json.canonical] : report.lines(language),
            hasProblems: report.unchanged < report.cases)
    }

}
