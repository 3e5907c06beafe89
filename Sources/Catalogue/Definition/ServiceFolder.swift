package import Foundation
import Kernel

/// The folder with a site's definition files: `*.yaml`, shared parts in `components/`, `steps/` and `templates/`.
package struct ServiceFolder: Sendable {
    package let url: URL

    /// A link to a folder is as good as the folder.
    package init(_ url: URL) { self.url = url.resolvingSymlinksInPath() }

    /// The folder of the setting, or the first there is: beside the executable, in `../share/motcua`, where we stand.
    package static func found(setting: String?, executable: URL?) -> ServiceFolder? {
        if let setting { return ServiceFolder(URL(fileURLWithPath: setting, isDirectory: true)) }
        let beside = executable?.deletingLastPathComponent()
        let places = [
            beside?.appendingPathComponent("services"),
            beside?.deletingLastPathComponent().appendingPathComponent("share/motcua/services"),
            URL(fileURLWithPath: "services", isDirectory: true),
        ]
        return places.compactMap { $0 }.first { FileManager.default.fileExists(atPath: $0.path) }.map(
            ServiceFolder.init)
    }

    /// Whether the folder is there.
    package var exists: Bool { FileManager.default.fileExists(atPath: url.path) }

    /// Whether it has shared parts of its own.
    package var hasSharedParts: Bool {
        DefinitionLibrary.folders.contains {
            FileManager.default.fileExists(atPath: url.appendingPathComponent($0).path)
        }
    }

    /// One definition file, read with the shared parts of this folder; with what others find wanting that open cases under
    /// its service.
    package func check(file: URL) throws -> DefinitionCheck {
        let text = try String(contentsOf: file, encoding: .utf8)
        let reader = DefinitionReader(library: try library())
        let check = reader.check(text, file: file.lastPathComponent)
        guard let definition = check.definition else { return check }
        let read = definition.registersRead
        let others = try definitions().filter { other in
            other.file != check.file
                && (definition.hasCases || other.text.contains(definition.service)
                    || read.contains { other.text.contains($0) })
        }.map { reader.check($0.text, file: $0.file) }
        let services = ChildServices([check] + others)
        let wanting = others.flatMap { other in
            other.definition.map { services.problems(of: $0, at: other.place) { $0.service == definition.service } }
                ?? []
        }
        let sources = RegisterSources([definition] + others.compactMap(\.definition))
        return services.judged(check).adding(wanting).adding(sources.problems(of: definition, at: check.place))
    }

    /// The shared parts of the folder.
    package func library() throws -> DefinitionLibrary {
        var library = DefinitionLibrary()
        for folder in DefinitionLibrary.folders {
            for file in try files(folder) { library.add(file.name, in: folder, text: file.text) }
        }
        return library
    }

    /// The texts of the definitions, by file name.
    package func definitions() throws -> [(file: String, text: String)] {
        try files(nil).map { (file: "\($0.name).yaml", text: $0.text) }
    }

    /// The catalogue's records of the folder's own procedures, as JSON lines; empty when it brings none.
    package func records() throws -> String {
        let file = url.appendingPathComponent("catalogue/procedures.jsonl")
        guard FileManager.default.fileExists(atPath: file.path) else { return "" }
        return try String(contentsOf: file, encoding: .utf8)
    }

    /// Every definition of the folder with what is to be said about it, and last the shared parts that nobody uses.
    package func check() throws -> [DefinitionCheck] {
        let library = try library()
        let reader = DefinitionReader(library: library)
        let read = try definitions().map { reader.check($0.text, file: $0.file) }
        let children = ChildServices(read)
        let checks = read.map(children.judged).warningOfLoneWords().findingSources().agreeing()
        let used = checks.reduce(into: Set<String>()) { $0.formUnion($1.usedParts) }
        return checks
            + library.files.filter { !used.contains($0) }.map { file in
                let finding = DefinitionProblem(
                    SourcePlace(file: file, line: 1),
                    Phrase(vi: "không dịch vụ nào dùng phần này", en: "no service uses this part"), kind: .unused,
                    weight: .warning,
                    proposal: Phrase(
                        vi: "xóa tệp, hoặc dùng bằng “use”", en: "delete the file, or use it through “use”"))
                return DefinitionCheck(
                    file: file, definition: nil, isDefinition: false, findings: [finding], uses: [:])
            }
    }

    func files(_ folder: String?) throws -> [(name: String, text: String)] {
        let place = folder.map { url.appendingPathComponent($0) } ?? url
        guard FileManager.default.fileExists(atPath: place.path) else { return [] }
        return try FileManager.default.contentsOfDirectory(at: place, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "yaml" }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
            .map { ($0.deletingPathExtension().lastPathComponent, try String(contentsOf: $0, encoding: .utf8)) }
    }
}
