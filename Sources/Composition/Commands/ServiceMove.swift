import Casework
import Catalogue
import Directory
import Kernel

/// What `motcua service move` answers: running dossiers under another version of their service.
extension ServiceTransport {
    package struct Move: Sendable {
        package var service: String
        /// Steps that have another key there, by their keys of before.
        package var steps: [String: String]
        /// Names of what may become worse for applicants.
        package var accepted: [String]
        package var codes: [String]
        package var isTrial: Bool

        package init(
            service: String, steps: [String: String], accepted: [String], codes: [String], isTrial: Bool
        ) {
            self.service = service
            self.steps = steps
            self.accepted = accepted
            self.codes = codes
            self.isTrial = isTrial
        }
    }

    /// What may be accepted.
    package static var burdens: [String] { MoveDossiers.burdens.map(\.rawValue) }

    /// Moves the running dossiers of a service to its version in force.
    package func move(_ move: Move, in installation: Installation?) async throws -> Outcome {
        guard let installation else { throw Self.noSite }
        guard let target = try await installation.library.current(move.service) else {
            throw Trouble(
                Phrase(
                    vi: "dịch vụ “\(move.service)” không có bản đang có hiệu lực",
                    en: "no version of the service “\(move.service)” is in force"))
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
