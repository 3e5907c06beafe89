import Foundation
import Kernel
import TestKit

@testable import Catalogue

/// The project's own definitions, and what tests need around them.
enum Samples {
    static let folder = ServiceFolder(ReferenceData.projectRoot.appendingPathComponent("services", isDirectory: true))

    static func library() throws -> DefinitionLibrary { try folder.library() }

    static func service(_ name: String) throws -> CompiledService {
        let file = try present(try folder.definitions().first { $0.file == "\(name).yaml" })
        let definition = try DefinitionReader(library: library()).read(file.text, file: file.file).get()
        return try CompiledService(PublishedDefinition(definition))
    }

    static func facts(_ answers: JSON = [:], owner: OwnerKind = .self, channel: FilingChannel = .online) -> CaseFacts {
        CaseFacts(answers: answers, owner: owner, channel: channel, day: Day(year: 2026, month: 4, day: 22)!)
    }

    /// Two provinces with a commune each.
    static let places = PlaceLookup(
        provinceName: { ["01": "Thành phố Hà Nội", "79": "Thành phố Hồ Chí Minh"][$0] },
        commune: {
            ["00004": ("Phường Ba Đình", "01"), "26740": ("Phường Sài Gòn", "79")][$0]
                .map { (name: $0.0, province: $0.1) }
        },
        provinceCode: { $0 == "Hà Nội" ? "01" : nil },
        communeCode: { name, province in name == "Ba Đình" && province == "01" ? "00004" : nil },
        earlier: GeneratedReplay.onePlace.earlier, successors: GeneratedReplay.onePlace.successors,
        earlierExample: GeneratedReplay.onePlace.earlierExample)
}

/// A value that a test cannot go on without.
struct Missing: Error {}

func present<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw Missing() }
    return value
}
