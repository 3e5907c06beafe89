package import Foundation
package import Kernel

/// Runs test cases of the kit's format, all that stand in a folder and the folders below.
package struct KitRun {
    /// How one case went.
    package struct Line: Sendable {
        /// The file's path below the folder, and the case's id.
        package let name: String
        /// What was wrong; empty when it passed.
        package let faults: [String]
        /// Whether something other than null is expected.
        package let expectsValue: Bool

        package var text: String {
            faults.isEmpty ? "passed \(name)" : "FAILED \(name): \(faults.joined(separator: "; "))"
        }
    }

    let now: Instant

    package init(now: Instant) { self.now = now }

    /// Goes through the folder in the order of names and tells every case.
    package func run(_ folder: URL, _ tell: (Line) -> Void) {
        for file in Self.files(below: folder, ending: ".xml") {
            guard let bytes = try? Data(contentsOf: file) else { continue }
            let name = String(file.path.dropFirst(folder.path.count).drop { $0 == "/" })
            switch XMLReader.read(Array(bytes)) {
            case .failure(let fault):
                tell(Line(name: name, faults: ["line \(fault.line): \(fault.message.en)"], expectsValue: false))
            case .success(let root):
                if let kit = KitFile(root) { run(kit, file, name, tell) }
            }
        }
    }

    private static func files(below folder: URL, ending: String) -> [URL] {
        let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        let files = found?.compactMap { $0 as? URL }.filter { $0.path.hasSuffix(ending) } ?? []
        return files.sorted { $0.path < $1.path }
    }

    private func run(_ kit: KitFile, _ file: URL, _ name: String, _ tell: (Line) -> Void) {
        let place = file.deletingLastPathComponent()
        let model = Self.definitions(place.appendingPathComponent(kit.modelName))
        let names = (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
        let library = names.sorted().filter { $0.hasSuffix(".dmn") && $0 != kit.modelName }
            .compactMap { Self.definitions(place.appendingPathComponent($0)) }
        let compiled = model.map { DecisionModel.compile($0, library: library, isAudited: false).model }
        for test in kit.cases {
            let faults = compiled.map { self.faults(of: test, in: $0) } ?? ["the model \(kit.modelName) cannot be read"]
            let line = Line(
                name: "\(name) \(test.id)", faults: faults,
                expectsValue: test.expectations.contains { !$0.value.isNull })
            tell(line)
        }
    }

    private static func definitions(_ file: URL) -> Definitions? {
        guard let bytes = try? Data(contentsOf: file) else { return nil }
        return try? DefinitionsReader.read(Array(bytes)).get().model
    }

    private func faults(of test: KitFile.Case, in model: DecisionModel) -> [String] {
        test.expectations.compactMap { expected in
            let name = test.invocable ?? expected.name
            let outcome =
                switch test.subject {
                case .decision: model.decide(expected.name, test.inputs, now: now)
                case .bkm: model.apply(name, test.inputs, now: now)
                case .decisionService: model.serve(name, test.inputs, now: now)
                }
            guard let outcome else { return "there is no \(test.subject.rawValue) “\(name)”" }
            // Of a service with several outputs, a result is one of them.
            let isPart = test.subject == .decisionService && expected.name != name
            let value = isPart ? outcome.value.context?[expected.name] ?? outcome.value : outcome.value
            if KitValue.isSame(value, expected.value) { return nil }
            let notes = outcome.notes.map { " (\($0.name): \($0.message.en))" }.joined()
            return "\(name) is \(value.text) instead of \(expected.value.text)\(notes)"
        }
    }
}
