import Foundation
import Kernel
import TestKit
import Testing

@testable import Rules

/// The DMN Technology Compatibility Kit, as far as it asks for literal expressions.
struct KitTests {
    private struct Count {
        var passed = 0
        var failed: [String] = []
        var valuesPassed = 0
        var valuesFailed = 0
        var skipped = 0
    }

    @Test func `the literal expressions of the compatibility kit give what it expects`() throws {
        guard let root = ReferenceData.file("dmn-tck") else { return }
        let level2 = try run(root.appendingPathComponent("compliance-level-2"))
        let level3 = try run(root.appendingPathComponent("compliance-level-3"))
        for (name, count) in [("level 2", level2), ("level 3", level3)] {
            print(
                "DMN kit, \(name): \(count.passed) passed, \(count.failed.count) failed, \(count.skipped) not literal; "
                    + "expecting a value: \(count.valuesPassed) passed, \(count.valuesFailed) failed")
        }
        if ProcessInfo.processInfo.environment["MOTCUA_KIT_DETAILS"] == "1" {
            for line in level2.failed + level3.failed { print("DMN kit failure: \(line)") }
        }
        #expect(level2.passed >= 65 && level2.failed.isEmpty, "\(level2.failed)")
        #expect(level3.passed >= 2_355 && level3.failed.isEmpty, "\(level3.failed)")
    }

    private func run(_ level: URL) throws -> Count {
        var count = Count()
        let now = Instant(seconds: 1_780_000_000)
        for folder in try FileManager.default.contentsOfDirectory(atPath: level.path).sorted() {
            let place = level.appendingPathComponent(folder)
            for name in try FileManager.default.contentsOfDirectory(atPath: place.path).sorted()
            where name.hasSuffix(".xml") {
                guard let tests = try KitElement.read(place.appendingPathComponent(name)) else { continue }
                let modelName = tests["modelName"]?.text.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
                guard let model = try KitModel(place.appendingPathComponent(modelName), now: now) else { continue }
                for test in tests.all("testCase") { check(test, model, folder, &count) }
            }
        }
        return count
    }

    private func check(_ test: KitElement, _ model: KitModel, _ folder: String, _ count: inout Count) {
        var given: [String: FEELValue] = [:]
        for input in test.all("inputNode") { given[input.attributes["name"] ?? ""] = KitValue.read(input) }
        var faults: [String] = []
        var expectsValue = false
        for result in test.all("resultNode") {
            let name = result.attributes["name"] ?? ""
            guard (test.attributes["type"] ?? "decision") == "decision", let value = model.value(of: name, given) else {
                count.skipped += 1
                return
            }
            let expected = result["expected"].map(KitValue.read) ?? .null
            expectsValue = expectsValue || !expected.isNull
            if !KitValue.isSame(value, expected) { faults.append("\(name): \(value.text) instead of \(expected.text)") }
        }
        if faults.isEmpty {
            count.passed += 1
            if expectsValue { count.valuesPassed += 1 }
        } else {
            count.failed.append("\(folder) \(test.attributes["id"] ?? ""): \(faults.joined(separator: "; "))")
            if expectsValue { count.valuesFailed += 1 }
        }
    }
}
