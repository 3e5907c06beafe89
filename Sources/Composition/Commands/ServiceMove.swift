import Casework
import Catalogue
import Directory
import Kernel

/// What `motcua service move` answers: running dossiers under another version of their service.
extension ServiceTransport {
    package struct Move: Sendable {
        package var target: Version
        /// Steps that have another key there, by their keys of before.
        package var steps: [String: String]
        /// Names of what may become worse for applicants.
        package var accepted: [String]
        package var codes: [String]
        package var isTrial: Bool

        package init(
            target: Version, steps: [String: String], accepted: [String], codes: [String], isTrial: Bool
        ) {
            self.target = target
            self.steps = steps
            self.accepted = accepted
            self.codes = codes
            self.isTrial = isTrial
        }
    }

    /// What may be accepted.
    package static var burdens: [String] { MoveDossiers.burdens.map(\.rawValue) }

    /// Moves dossiers only to the version in force; `target` is the service's name or the first digits of its hash.
    package func move(_ move: Move, in installation: Installation) async throws -> Outcome {
        let definition = try await definition(move.target, in: installation)
        let document = try PublishedDefinition(definition)
        guard let target = try await installation.library.current(definition.service), target.hash == document.hash
        else {
            throw Trouble(
                Phrase(
                    vi: "bản này không phải bản đang có hiệu lực: hồ sơ chỉ chuyển sang bản đang có hiệu lực",
                    en: "this version is not in force: dossiers are moved to the version in force alone"))
        }
        let places = PlaceLookup(try await installation.directory.territories())
        let order = MoveDossiers.Order(
            target: target, steps: move.steps, accepted: Set(move.accepted.compactMap(ReplayChange.Kind.init)),
            codes: Set(move.codes), isTrial: move.isTrial)
        let report = try await MoveDossiers(installation.office, places: places)(order, by: .system("service move"))
        return Outcome(
            lines: isJSON ? [report.json.canonical] : report.lines(language, isTrial: move.isTrial),
            hasProblems: report.hasLeft)
    }
}
