import Catalogue
import Foundation
package import Kernel

/// What `motcua check` answers; it needs no installation.
package struct DefinitionAnswers: Sendable {
    package let language: Language
    /// Whether findings are told as one JSON document, in both languages.
    package let isJSON: Bool
    private let settings: String?

    /// - Parameter settings: the folder of the setting `MOTCUA_SERVICES`.
    package init(language: Language, isJSON: Bool, services settings: String?) {
        self.language = language
        self.isJSON = isJSON
        self.settings = settings
    }

    /// The JSON Schema of definition files.
    package static var schema: String { DefinitionSchema.text }

    /// The findings of these definition files and folders; of the services' folder when none is named.
    package func check(_ paths: [String]) throws -> Outcome {
        var findings: [Finding] = []
        var count = 0
        if paths.isEmpty {
            guard let folder = ServiceFolder.found(setting: settings, executable: Bundle.main.executableURL) else {
                return .wrong("MOTCUA_SERVICES: there is no folder with service definitions")
            }
            add(try folder.check(), folder.url.relativePath, &findings, &count)
        }
        for path in paths {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                return .wrong("there is no file or folder \(path)")
            }
            let url = URL(fileURLWithPath: path)
            if isFolder.boolValue {
                add(try ServiceFolder(url).check(), path, &findings, &count)
            } else {
                let check = try around(url).check(file: url)
                add([check], (path as NSString).deletingLastPathComponent, &findings, &count)
            }
        }
        return outcome(findings, count)
    }

    /// A finding with the path of its file as the command was given it.
    private struct Finding {
        let path: String
        let problem: DefinitionProblem
    }

    /// The folder whose shared parts a file uses: its own, or the services' folder when it has none.
    private func around(_ file: URL) -> ServiceFolder {
        let own = ServiceFolder(file.deletingLastPathComponent())
        if own.hasSharedParts { return own }
        return ServiceFolder.found(setting: settings, executable: Bundle.main.executableURL) ?? own
    }

    private func add(_ checks: [DefinitionCheck], _ folder: String, _ findings: inout [Finding], _ count: inout Int) {
        for check in checks {
            if check.isDefinition { count += 1 }
            findings += check.findings.map { problem in
                Finding(path: (folder as NSString).appendingPathComponent(problem.file), problem: problem)
            }
        }
    }

    private func outcome(_ findings: [Finding], _ count: Int) -> Outcome {
        var seen: Set<String> = []
        let told = findings.filter { seen.insert("\($0.path) \($0.problem.place) \($0.problem.message.vi)").inserted }
        let errors = told.count { $0.problem.weight == .error }
        if isJSON {
            let document = JSON.array(told.map { json($0) })
            return Outcome(lines: [document.canonical], hasProblems: errors > 0)
        }
        let sum = Phrase(
            vi: "\(count) định nghĩa: \(errors) lỗi, \(told.count - errors) cảnh báo",
            en: "\(count) definitions: \(errors) errors, \(told.count - errors) warnings")
        return Outcome(lines: told.flatMap { lines($0) } + [sum(language)], hasProblems: errors > 0)
    }

    private func lines(_ finding: Finding) -> [String] {
        let problem = finding.problem
        let weight =
            problem.weight == .error ? Phrase(vi: "lỗi", en: "error") : Phrase(vi: "cảnh báo", en: "warning")
        let (reason, proposal) = (Phrase(vi: "Vì", en: "Because"), Phrase(vi: "Nên", en: "Better"))
        let place = "\(finding.path):\(problem.line):\(problem.place.column)"
        return [
            "\(place): \(weight(language)): \(problem.message(language))",
            "    \(reason(language)): \(problem.kind.reason(language))",
        ] + (problem.proposal.map { ["    \(proposal(language)): \($0(language))"] } ?? [])
    }

    private func json(_ finding: Finding) -> JSON {
        let problem = finding.problem
        func both(_ phrase: Phrase) -> JSON { .object(["vi": .string(phrase.vi), "en": .string(phrase.en)]) }
        return .object([
            "file": .string(finding.path), "line": .number(Decimal(problem.line)),
            "column": .number(Decimal(problem.place.column)), "severity": .string(problem.weight.rawValue),
            "kind": .string(problem.kind.rawValue), "message": both(problem.message),
            "reason": both(problem.kind.reason), "proposal": problem.proposal.map(both) ?? .null,
        ])
    }
}
