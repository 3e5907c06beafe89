import Catalogue
import Foundation
import Kernel

// Steps as BPMN, out of the services' folder and back.
extension ServiceTransport {
    /// The steps of a service, or of a step template named as `steps/short`, as BPMN.
    package func exportProcess(_ name: String, to output: String?) throws -> Outcome {
        let text = BPMNWriter.text(try process(name))
        guard let output else { return Outcome(lines: [text.trimmingCharacters(in: .newlines)]) }
        try Data(text.utf8).write(to: URL(fileURLWithPath: output), options: .atomic)
        return Outcome()
    }

    /// Every service and step template of the folder, each as a file of its name.
    package func exportProcesses(into output: String) throws -> Outcome {
        let place = URL(fileURLWithPath: output, isDirectory: true)
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        let services = try folder.definitions().map { String($0.file.dropLast(".yaml".count)) }
        let templates = try folder.library().templateNames.map { "steps/\($0)" }
        for name in services + templates {
            let file = name.replacing("/", with: "-") + ".bpmn"
            _ = try exportProcess(name, to: place.appendingPathComponent(file).path)
        }
        let (count, all) = (services.count, templates.count)
        let words = Phrase(
            vi: "Đã ghi \(count) dịch vụ và \(all) mẫu quy trình vào \(output)",
            en: "Wrote \(count) services and \(all) step templates to \(output)")
        return Outcome(lines: [words(language)])
    }

    private func process(_ name: String) throws -> ServiceProcess {
        let plain = name.hasSuffix(".yaml") ? String(name.dropLast(".yaml".count)) : name
        if plain.hasPrefix("steps/"),
            let process = try folder.library().process(ofTemplate: String(plain.dropFirst("steps/".count)))
        {
            return process
        }
        let file = folder.url.appendingPathComponent("\(plain).yaml")
        guard !plain.hasPrefix("steps/"), FileManager.default.fileExists(atPath: file.path) else {
            throw Trouble(
                Phrase(
                    vi: "không có dịch vụ hay mẫu quy trình nào tên là “\(plain)” trong \(folder.url.path)",
                    en: "there is no service or step template called “\(plain)” in \(folder.url.path)"))
        }
        let check = try folder.check(file: file)
        guard let definition = check.definition else {
            throw Trouble(check.findings.filter { $0.weight == .error })
        }
        return ServiceProcess(name: definition.service, title: definition.title, steps: definition.steps)
    }

    /// The steps of a BPMN file as a step template; what was passed over is told as its first lines.
    package func importProcess(_ text: String, file: String, to output: String?) throws -> Outcome {
        switch BPMNReader.read(Array(text.utf8), file: file) {
        case .failure(let refused): throw Trouble(refused.list)
        case .success(let (process, notes)):
            let told = notes.map { "# \($0.text(language))\n" }.joined()
            let template = told + StepsText.template(process)
            guard let output else { return Outcome(lines: [template.trimmingCharacters(in: .newlines)]) }
            try Data(template.utf8).write(to: URL(fileURLWithPath: output), options: .atomic)
            return Outcome()
        }
    }
}
