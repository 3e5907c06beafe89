import Catalogue
import DesignSystem
import Kernel

/// What this site knows of the codes that a draft names: `motcua check` cannot know it, for a file belongs to no site.
struct SiteOutlook: Sendable {
    /// What the agencies and units in `at` are called; one that is not there today is missing.
    let agencies: [String: Phrase]
    /// Whether the catalogue of the site has the procedure, or has not been read in at all.
    let hasProcedure: Bool
    /// The services in force.
    var heads: [ServiceHead] = []
    /// Those whose cases the branches of the draft open, by their short name.
    var children: [String: ServiceDefinition] = [:]
    /// The units of the agency that writes the draft, by the end of their code from its point on.
    var units: [Choice] = []

    /// The registers to which services in force write, each once.
    var registers: [RegisterRule] {
        var seen: Set<String> = []
        return heads.flatMap(\.registers).filter { seen.insert($0.key).inserted }
    }

    /// The short names of the services that branches open cases of.
    static func childServices(_ value: YAMLValue) -> Set<String> {
        Set(
            (value["steps"]?.entries ?? []).flatMap { step in
                (step.value["parallel"]?.entries ?? []).compactMap { $0.value["service"]?.text }
            })
    }

    /// The codes of agencies and units that a draft names, by the branches that do.
    static func codes(_ value: YAMLValue) -> [(path: [String], code: String)] {
        (value["steps"]?.entries ?? []).flatMap { step in
            (step.value["parallel"]?.entries ?? []).compactMap { branch in
                guard let code = branch.value["at"]?.text, code != StepBranch.chosen else { return nil }
                return (["steps", step.key, "parallel", branch.key], code)
            }
        }
    }

    /// What a code is called; nil when nothing here has it.
    func place(_ code: String) -> Phrase? { agencies[code] }

    static func unknownAgency(_ code: String) -> Phrase {
        Phrase(
            vi: "Chưa có cơ quan nào mang mã \(code) ở hệ thống này; hồ sơ đến đây thì cán bộ phải tự chọn nơi hỏi.",
            en: "No agency here has the code \(code); officials will have to choose whom to ask.")
    }
}
