import Foundation
import Kernel
import TestKit
import Testing

@testable import Catalogue

/// Steps that travel to BPMN and back are the same.
@Suite struct BPMNRoundTripTests {
    private func back(_ process: ServiceProcess) throws -> ServiceProcess {
        let (read, notes) = try BPMNReader.read(Array(BPMNWriter.text(process).utf8), file: "thu.bpmn").get()
        #expect(notes.isEmpty)
        return read
    }

    @Test func `every service's steps come back equal`() throws {
        for (file, _) in try Samples.folder.definitions() {
            let definition = try Samples.service(String(file.dropLast(5))).definition
            let process = ServiceProcess(
                name: definition.service, title: definition.title, steps: definition.steps)
            #expect(try back(process) == process, "\(file)")
        }
    }

    @Test func `every step template's steps come back equal`() throws {
        let library = try Samples.library()
        #expect(library.templateNames.count >= 3)
        for name in library.templateNames {
            let process = try #require(library.process(ofTemplate: name))
            #expect(process.steps.count >= 3)
            #expect(try back(process) == process, "\(name)")
        }
    }

    @Test func `random steps come back equal`() throws {
        var random = RandomSteps(seed: 20_260_422)
        for _ in 0..<(longRun ? 20_000 : 400) {
            let process = random.process()
            let isSame = try back(process) == process
            #expect(isSame, "\(BPMNWriter.text(process))")
            if !isSame { return }
        }
    }

    @Test func `steps that are written as a template are read back equal`() throws {
        var random = RandomSteps(seed: 5)
        for _ in 0..<(longRun ? 20_000 : 300) {
            let process = random.process()
            var library = DefinitionLibrary()
            library.add(template: "thu", text: StepsText.template(process), file: "steps/thu.yaml")
            let read = library.process(ofTemplate: "thu")
            let isSame = read?.steps == process.steps && read?.title == process.title
            #expect(isSame, "\(StepsText.template(process))")
            if !isSame { return }
        }
    }
}
