import Foundation
import Kernel
import TestKit
import Testing

@testable import Rules

/// The DMN Technology Compatibility Kit.
struct KitTests {
    @Test(arguments: [("compliance-level-2", 0), ("compliance-level-3", 14)])
    func `the cases of the compatibility kit give what it expects`(_ level: String, _ allowed: Int) throws {
        guard let root = ReferenceData.file("dmn-tck/\(level)") else { return }
        var (passed, failed, values, valuesPassed) = (0, [String](), 0, 0)
        KitRun(now: Instant(seconds: 1_780_000_000)).run(root) { line in
            if line.faults.isEmpty { passed += 1 } else { failed.append(line.text) }
            if line.expectsValue {
                values += 1
                if line.faults.isEmpty { valuesPassed += 1 }
            }
        }
        print(
            "DMN kit, \(level): \(passed) passed, \(failed.count) failed; "
                + "expecting a value: \(valuesPassed) of \(values)")
        if ProcessInfo.processInfo.environment["MOTCUA_KIT_DETAILS"] == "1" {
            for line in failed { print("DMN kit, \(line)") }
        }
        #expect(failed.count <= allowed, "\(failed)")
    }

    @Test func `the models of the kit are the same when written and read again`() throws {
        guard let root = ReferenceData.file("dmn-tck") else { return }
        var count = 0
        for case let file as URL in try #require(
            FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
        where file.pathExtension == "dmn" {
            let model = try DefinitionsReader.read(Array(Data(contentsOf: file))).get().model
            let written = DefinitionsWriter.text(model)
            #expect(try DefinitionsReader.read(Array(written.utf8)).get().model == model, "\(file.lastPathComponent)")
            count += 1
        }
        #expect(count > 80)
    }
}
